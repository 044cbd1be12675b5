"""What a sheet shows in any view: pages of rows, cells and heads, without Qt."""
