"""What an edit is: a pure change of a ladder with a label, as one undo step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from laddereditor.model.ladder import Ladder


class EditRefused(ValueError):
    """The edit cannot be made; the message says why, in words for people."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One intent of a person.

    `moved` maps the old to the new address of each entity whose address the edit changes (its
    children follow by prefix), so that views keep selection and expansion. Edits in a row with the
    same non-empty `merge` key are one undo step (typing in one field).
    """

    label: str  # for the menu, after "Undo ": "Rename level P3"
    change: Callable[[Ladder], Ladder]
    select: str = ""  # address to show afterwards, "" to stay
    moved: Mapping[str, str] = field(default_factory=dict)
    merge: str = ""
