"""Ladders in other YAML and JSON."""
