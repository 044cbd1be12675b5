"""The three-way merge of two ladders with the one that both come from."""
