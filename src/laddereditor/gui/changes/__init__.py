"""The Changes view: what differs between two ladders, to be undone, taken, or resolved."""
