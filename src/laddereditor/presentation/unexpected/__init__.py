"""What was being done when an unexpected error occurred."""
