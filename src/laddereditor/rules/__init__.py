"""What a good ladder obeys: one small function a rule, findings as values."""
