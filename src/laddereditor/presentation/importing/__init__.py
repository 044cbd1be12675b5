"""Imported pages before they are taken: which family and level each is about."""
