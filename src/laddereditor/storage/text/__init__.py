"""The text of a ladder file: how it is laid out, and edits spliced into the lines they concern."""
