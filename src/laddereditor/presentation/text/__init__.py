"""Support for text editors, without Qt."""
