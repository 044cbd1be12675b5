"""Entities as texts with the places that they are from, for tables that leave and come back."""
