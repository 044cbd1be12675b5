"""What a sheet shows, whichever view it is of: pages of rows, cells and heads, without Qt."""
