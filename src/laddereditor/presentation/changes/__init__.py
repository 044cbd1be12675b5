"""What the Changes view shows: changes as rows, conflicts being resolved, and their words."""
