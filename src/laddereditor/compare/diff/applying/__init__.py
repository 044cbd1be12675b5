"""Apply changes to a ladder."""
