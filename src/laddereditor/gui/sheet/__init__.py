"""The sheet of Compare, the matrix and views like them: heads, sizes, drawing, keys, copying."""
