"""The parts of the three-way merge: words, order, lists, fields, entries, names."""
