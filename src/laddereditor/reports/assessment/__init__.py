"""Self-assessment of a profile: the form to fill in, and the gaps that filled forms show."""
