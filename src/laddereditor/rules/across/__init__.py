"""Across families: what several of them say alike."""

GROUP = "Across families"
