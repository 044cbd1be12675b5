"""Read the files of spreadsheet programs, and text files with columns, to a `Workbook`."""
