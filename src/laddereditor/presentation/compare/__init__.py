"""What the Compare view shows, and what an edit in one of its cells means."""
