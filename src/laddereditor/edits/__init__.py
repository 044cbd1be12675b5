"""Pure changes: Ladder -> Ladder, each with a label for the undo menu."""
