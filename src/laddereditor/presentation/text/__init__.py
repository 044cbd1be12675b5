"""What editors of text need to know that is not Qt's."""
