"""Edits of the tree: add, duplicate, delete and move entries; groups and what refers to what."""

from laddereditor.edits.adding import add, duplicate
from laddereditor.edits.deleting import KEEP, REMOVE, Use, delete, uses_of
from laddereditor.edits.groups import (
    rename_group,
    set_group,
)
from laddereditor.edits.moving import move, move_by

__all__ = [
    "KEEP",
    "REMOVE",
    "Use",
    "add",
    "delete",
    "duplicate",
    "move",
    "move_by",
    "rename_group",
    "set_group",
    "uses_of",
]
