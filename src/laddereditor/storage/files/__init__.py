"""Ladder files on disk: open documents, safe saves, locks, permissions, backups, frozen copies."""
