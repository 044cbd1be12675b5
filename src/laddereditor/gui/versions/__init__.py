"""Published versions in the window: the list of them, and the dialog that makes one."""
