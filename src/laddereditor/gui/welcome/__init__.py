"""The welcome page, shown while no ladder is open."""
