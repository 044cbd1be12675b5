"""What can be exported and printed, without Qt."""
