"""Files to fill in, of which each is imported as it is: a sample of every shape that is read."""
