"""Where the keyboard is: the order of Tab, the mark of the focus, scrolling to it."""
