"""The change note for the people whom a ladder describes."""
