"""Workbooks of the shapes that ladders have in spreadsheets, with what a reader finds in them."""
