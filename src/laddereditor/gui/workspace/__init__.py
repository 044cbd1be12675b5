"""The open ladders of a window, which all views listen to."""
