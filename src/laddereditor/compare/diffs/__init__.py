"""The parts of the diff: what became of entries, of their fields, of their lists."""
