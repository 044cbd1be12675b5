"""Describe how a file is laid out: indentation, quotes, and what is written on one line."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

# In a canonical file these are on one line where they fit: `{min: 3, max: 5}`, `[a, b]`.
_CANONICAL_FLOW = {
    "experience": True,
    "occupations[]": True,
    "ranges[]": True,
    "tracks[]": True,
    "accepted[]": True,
    "skill uses[]": True,
    "specialties": True,
    "aliases": True,
    "title_patterns": True,
}
_CANONICAL_TEXT = dict.fromkeys(("summary", "description", "notes", "note", "reason"), ">-")


def layout_name(key: str, names: Container[str]) -> str:
    """Return the name of a collection in a layout; profiles and the library both have `skills`."""
    return "skill uses[]" if key == "skills[]" and "skill" in names else key


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of new text. Keys are field names; `name[]` is an item of the list `name`."""

    step: int = 2  # indentation of a mapping below its key
    offset: int = 2  # indentation of a dash below the key of its list
    dash: int = 2  # from a dash to its content
    width: int = 96
    quote: str = ""  # quotes around values, "" for none
    sentences: bool = False  # each sentence of a folded text has its own line
    flow: Mapping[str, bool] = field(default_factory=lambda: _CANONICAL_FLOW)
    text: Mapping[str, str] = field(default_factory=lambda: _CANONICAL_TEXT)
    spaced: bool = False  # `{ a: 1 }` rather than `{a: 1}`


CANONICAL = Layout()
