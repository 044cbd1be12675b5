"""Comparisons, their summaries and the matrix, as reports."""
