"""How files are opened."""
