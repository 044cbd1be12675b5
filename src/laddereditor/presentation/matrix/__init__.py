"""The words of the matrix."""
