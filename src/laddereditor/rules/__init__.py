"""The rules of a good ladder: one small function for each rule, findings as values."""
