"""Completeness: what a reader would miss."""

GROUP = "Completeness"
# Missing things listed for one entity; one more finding counts the rest. A limit for speed and for
# readers (docs/speed.md).
MAX_NAMED = 20
