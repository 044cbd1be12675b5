"""Import a saved level page: one family at one level, as a reader sees it."""
