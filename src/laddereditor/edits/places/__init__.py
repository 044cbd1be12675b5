"""The places of values in a ladder: what they are called, what they show and inherit."""
