"""The three-way merge of two ladders with their common ancestor."""
