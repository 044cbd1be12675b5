"""From the bytes of a file to the typed ladder, and what is wrong with a file, in plain words."""
