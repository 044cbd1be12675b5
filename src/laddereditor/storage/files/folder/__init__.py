"""A folder as a ladder: several files with the same id, each with some of its collections."""
