"""A text of a ladder with its place, and the mark by which it is known again."""

from dataclasses import dataclass
from hashlib import blake2b

from laddereditor.edits.reading.controls import without_controls
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.fields import FieldSpec

LONGEST = 32_767  # characters that a cell of Excel holds (Microsoft, “Excel specifications”)
_CUT = " […]"  # ends a text that was longer


@dataclass(frozen=True, slots=True)
class PlacedText:
    """One text of an entity: a value, an item of a list, or the use of a skill."""

    address: Address  # of the entity
    path: FieldPath  # "summary", "factors/scope", "responsibilities/2", "skills/bread"
    text: str
    spec: FieldSpec  # the field that it is in

    @property
    def list_path(self) -> FieldPath:
        """The path of the list that it is an item of, else of the part itself."""
        return list_path(self.spec, self.path)


def list_path(spec: FieldSpec, path: FieldPath) -> FieldPath:
    """Return the path of the list that an item is in; any other path itself.

    Args:
        spec: The field that the path begins with; an id that is a key may look like a position.
        path: The path of a part.
    """
    if spec.shape == "skills":
        return path
    keys = 2 if spec.is_keyed else 1
    is_item = len(path.parts) > keys and path.last.isdigit()
    return FieldPath(path.above) if is_item else path


def plain_cell(text: str) -> str:
    """Return a text as a cell holds it: without control characters, and not too long."""
    plain = without_controls(text)
    if len(plain) <= LONGEST:
        return plain
    return plain[: LONGEST - len(_CUT)] + _CUT


def is_cut(text: str) -> bool:
    """Whether a text in a cell is only the beginning of what the ladder says."""
    return len(text) == LONGEST and text.endswith(_CUT)


def mark_of(text: str) -> str:
    """Return the mark of a text in a cell, the same whatever spaces end its lines."""
    plain = plain_cell(text).strip()
    if "\n" in plain:
        plain = "\n".join(line.rstrip() for line in plain.split("\n"))
    return blake2b(plain.encode("utf-8", "replace"), digest_size=5).hexdigest()
