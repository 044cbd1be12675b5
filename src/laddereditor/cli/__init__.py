"""The verbs of the command line; none needs a display."""
