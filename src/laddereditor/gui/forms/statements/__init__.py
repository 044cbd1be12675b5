"""Lists of statements, edited in place like a list in a word processor."""
