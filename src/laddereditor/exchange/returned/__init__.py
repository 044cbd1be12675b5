"""What comes back of our own exports: workbooks, CSV, JSON and CASE, with the edits in them."""
