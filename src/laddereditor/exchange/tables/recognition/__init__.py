"""Find out how the sheets of a workbook are to be read: pure functions from cells to a mapping."""
