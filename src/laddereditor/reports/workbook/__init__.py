"""A ladder as a workbook: a matrix for each family, lists of the rest, marks of every cell."""
