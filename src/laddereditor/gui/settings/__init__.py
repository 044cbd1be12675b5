"""What the program remembers, and how the person's system writes."""
