"""What a workspace remembers beside its ladders."""
