"""Exporting and printing."""
