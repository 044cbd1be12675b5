"""The matrix: one family, its levels across and its fields down, edited like a sheet."""
