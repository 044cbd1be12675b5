"""Ladders in other people's YAML and JSON."""
