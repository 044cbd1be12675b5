"""Sheets to fill in that quote the ladder: goals, interviews, reviews by experts, talks."""
