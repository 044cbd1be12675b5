"""What a change between two ladders is, how it is worded, and in which order changes stand."""
