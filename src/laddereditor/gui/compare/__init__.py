"""Levels side by side: two to six profiles or generic levels, aligned, marked, edited in place."""
