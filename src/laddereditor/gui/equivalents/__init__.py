"""The equivalents of all levels and families in one table."""
