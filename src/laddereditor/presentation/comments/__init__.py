"""What views show of comments; no Qt."""
