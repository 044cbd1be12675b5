"""What the view of equivalents shows, without Qt."""
