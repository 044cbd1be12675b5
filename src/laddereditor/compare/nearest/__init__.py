"""The profiles and levels that ask for nearly the same as another one."""
