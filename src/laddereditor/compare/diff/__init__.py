"""The diff of two ladders by meaning, what it means for people, and taking its changes."""
