"""Comparisons, diffs and change notes as text, JSON, web pages, Markdown and tables."""
