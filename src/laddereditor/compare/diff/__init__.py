"""The semantic diff of two ladders, its effect on people, and applying its changes."""
