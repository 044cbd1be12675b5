"""Parts of workbooks that readers of values leave out, from the XML of the file."""
