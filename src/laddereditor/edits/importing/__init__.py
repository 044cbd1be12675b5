"""Imported pages as one ladder, whatever their order."""
