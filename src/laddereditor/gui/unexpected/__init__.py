"""What becomes of an unexpected error: it is logged, told in plain words, and the program lives."""
