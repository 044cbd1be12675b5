"""What forms show: fields, sections, values with where they come from, edits of lists."""
