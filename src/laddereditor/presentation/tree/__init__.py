"""A ladder as a tree of rows: filtering, marks, drag and drop."""
