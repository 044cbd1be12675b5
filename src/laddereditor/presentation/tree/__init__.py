"""A ladder as a tree of rows: filtered, marked, dropped on."""
