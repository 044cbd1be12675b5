"""What is told about other people and other programs at the same file."""
