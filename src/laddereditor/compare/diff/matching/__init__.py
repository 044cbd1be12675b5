"""Find which entry of one ladder is which entry of the other."""
