"""The mapping page without Qt: what a file is taken for, and what a person decides about it."""
