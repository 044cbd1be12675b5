"""What all reports share: parts of HTML, colours, style sheets, layout of text, JSON values."""
