"""How far families and profiles are, and whose review is due; no Qt."""
