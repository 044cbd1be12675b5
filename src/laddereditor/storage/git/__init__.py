"""Read the commits of a git checkout that touched a ladder file; nothing is ever written."""
