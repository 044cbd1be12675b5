"""A document as tagged PDF: laid out by typst part by part, and joined to one file."""
