"""What views put on the clipboard, and take from it."""
