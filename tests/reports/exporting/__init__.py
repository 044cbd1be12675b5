"""Exports of whole ladders."""
