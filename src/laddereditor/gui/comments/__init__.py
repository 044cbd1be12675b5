"""The Comments view."""
