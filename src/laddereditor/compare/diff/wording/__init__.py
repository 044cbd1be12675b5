"""Judge what a reworded text asks for, by the words that differ."""
