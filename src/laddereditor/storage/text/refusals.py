"""What no ladder holds: names for parts of the file, what repeats them, and tags."""

from typing import Any

from yaml import AliasEvent

_STANDARD = "tag:yaml.org,2002:"
_TYPES = frozenset({"str", "int", "float", "bool", "null", "timestamp", "map", "seq", "merge"})


class Refused(Exception):
    """The text holds something that no ladder holds; `mark` says where.

    `can_expand` says that a copy in which it is written out could be opened.
    """

    def __init__(self, message: str, mark: Any, can_expand: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.mark = mark
        self.can_expand = can_expand


def is_harmless(tag: str) -> bool:
    """Whether a tag only says of what type a value is, as the format does anyway."""
    return tag == "!" or tag.removeprefix(_STANDARD) in _TYPES


def check_plain(event: Any) -> None:
    """Refuse aliases, anchors and tags."""
    if event.__class__ is AliasEvent:
        raise Refused(
            f"'*{event.anchor}' repeats another part of the file (a YAML alias), which a ladder "
            "cannot hold. Write the text out in both places, or quote it if it is meant as text",
            event.start_mark,
            can_expand=True,
        )
    if event.anchor is not None:
        raise Refused(
            f"'&{event.anchor}' gives a part of the file a name (a YAML anchor), which a ladder "
            "cannot hold. Remove it, or quote the text if it is meant as text",
            event.start_mark,
            can_expand=True,
        )
    if event.tag is not None:
        tag = event.tag.replace(_STANDARD, "!!")
        raise Refused(
            f"'{tag}' is a YAML tag, which a ladder cannot hold. Remove it, or quote the "
            "text if it is meant as text",
            event.start_mark,
            can_expand=is_harmless(event.tag),
        )
