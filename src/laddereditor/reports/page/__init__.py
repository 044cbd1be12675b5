"""The page for readers, as HTML and as plain text."""
