"""What each cell of a mapped sheet says, and which family, level and competency it is about."""
