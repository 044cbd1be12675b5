"""The windows of the program, and what they know of each other."""
