"""Levels side by side as columns, rows and cells: what Compare and the matrix show."""
