"""Wording: how statements and other texts are written."""

GROUP = "Wording"
