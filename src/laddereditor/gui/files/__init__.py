"""Opening, importing, saving and closing ladders."""
