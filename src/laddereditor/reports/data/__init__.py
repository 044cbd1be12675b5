"""Ladders as data for other programs."""
