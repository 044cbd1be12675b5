"""What becomes of the selected entity: the page that readers see, and its source."""
