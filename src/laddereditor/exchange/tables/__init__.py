"""Tables of other programs: what their sheets hold, and which ladder that is."""
