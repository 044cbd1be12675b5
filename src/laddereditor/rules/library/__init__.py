"""Skill library: skills and groups that are the same, or nearly so, under two names."""

GROUP = "Skill library"
