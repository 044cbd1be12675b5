"""Ladders that are folders."""
