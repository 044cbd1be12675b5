"""Published versions as rows."""
