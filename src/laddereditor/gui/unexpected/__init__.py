"""Unexpected errors are logged and reported in plain words, and the program continues to run."""
