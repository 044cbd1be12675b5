"""Refuse YAML that a ladder cannot hold: anchors, aliases and tags."""

from typing import Any

from yaml import AliasEvent

_STANDARD = "tag:yaml.org,2002:"
_TYPES = frozenset({"str", "int", "float", "bool", "null", "timestamp", "map", "seq", "merge"})


class Refused(Exception):
    """The text holds YAML that a ladder cannot hold.

    `mark` says where. `can_expand` says whether a copy with the aliases written out can be opened.
    """

    def __init__(self, message: str, mark: Any, can_expand: bool = False) -> None:
        """Keep what is wrong, and where.

        Args:
            message: A sentence for people.
            mark: The place in the text, as the parser gives it.
            can_expand: Whether a copy with the aliases written out can be opened.
        """
        super().__init__(message)
        self.message = message
        self.mark = mark
        self.can_expand = can_expand


def is_harmless(tag: str) -> bool:
    """Whether a tag only states the type of a value, which the format determines anyway."""
    return tag == "!" or tag.removeprefix(_STANDARD) in _TYPES


def check_plain(event: Any) -> None:
    """Refuse aliases, anchors and tags.

    Raises:
        Refused: The event has one of them.
    """
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
