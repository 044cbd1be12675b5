"""What fields do in every view, field by field."""
