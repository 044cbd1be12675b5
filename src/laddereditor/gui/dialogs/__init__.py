"""Dialogs that ask, and the lists to search in."""
