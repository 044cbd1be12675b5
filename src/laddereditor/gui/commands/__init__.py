"""The table of commands as menus, toolbar, palette and keys."""
