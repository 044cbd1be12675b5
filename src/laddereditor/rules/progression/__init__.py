"""Progression: what rises, stays or falls from level to level of a family, along each track."""

GROUP = "Progression"
