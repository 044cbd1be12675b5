"""The text of the settings."""
