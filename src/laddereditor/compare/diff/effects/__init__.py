"""Judge what changes mean for people, and which version step they call for."""
