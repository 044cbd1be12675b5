"""Ladder files on disk: open documents, safe saves, locks, rights, backups, frozen copies."""
