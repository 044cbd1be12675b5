"""The notices about other people and programs that use the same file."""
