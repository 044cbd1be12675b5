"""Tables of small records: pay ranges, occupation codes, the history."""
