"""The tree of a ladder: what it is made of, filtered, marked, edited in place, dragged."""
