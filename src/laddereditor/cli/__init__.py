"""The verbs of the command line; they need no display."""
