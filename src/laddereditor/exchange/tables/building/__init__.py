"""Make a ladder of the facts of a workbook, and an account of every cell."""
