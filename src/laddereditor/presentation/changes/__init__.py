"""What the Changes view shows: changes as rows, conflicts being settled, and their words."""
