"""Working with colleagues and through crashes: notices, locks, recoveries, backups, windows."""
