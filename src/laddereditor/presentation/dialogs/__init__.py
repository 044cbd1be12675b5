"""The questions that the program asks."""
