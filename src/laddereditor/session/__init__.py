"""One open ladder: history, saved mark, findings. No Qt."""
