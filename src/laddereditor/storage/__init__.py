"""Everything between a ladder and its file: `text`, `reading`, `files`, `versions` and `git`."""
