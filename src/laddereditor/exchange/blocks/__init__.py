"""Documents as plain blocks: read from Markdown, web pages and Word, and written as these."""
