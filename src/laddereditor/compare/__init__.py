"""Levels side by side, what differs between two ladders, and the merge of two with a base."""
