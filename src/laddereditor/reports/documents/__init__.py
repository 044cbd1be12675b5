"""A ladder, or a part of it, as a document: Markdown, Word and PDF."""
