"""The changes of a diff, as reports."""
