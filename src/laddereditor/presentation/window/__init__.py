"""Names of ladders and the title of a window."""
