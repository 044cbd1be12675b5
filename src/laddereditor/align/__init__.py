"""Matching of texts: which statement of one list is which of another, and what words changed."""
