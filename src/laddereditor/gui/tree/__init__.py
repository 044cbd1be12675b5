"""The tree of a ladder: filtering, marks, editing in place, drag and drop."""
