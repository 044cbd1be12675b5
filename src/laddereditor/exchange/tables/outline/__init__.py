"""The text of a document as a sheet, with a column for each depth of heading.

Behind these columns are one for terms, one for entries of lists and one for paragraphs. The rows
are the headings, entries and paragraphs in their order.
"""
