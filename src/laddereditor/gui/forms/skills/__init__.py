"""The skills of a profile: rows with a proficiency, and a line to add more from the library."""
