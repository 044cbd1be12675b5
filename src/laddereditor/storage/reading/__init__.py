"""Read the bytes of a file as a typed ladder, and explain what is wrong with a file."""
