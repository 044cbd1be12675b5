"""Text in the window: how it is edited, laid out and painted, the same in every view."""
