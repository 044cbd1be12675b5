"""Puts the parts of one window together; nothing below it imports it."""
