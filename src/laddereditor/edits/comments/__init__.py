"""Comments on places of a ladder: found, followed and changed."""
