"""A ladder on one page for a steering group: its contents, what stands out, the progress."""
