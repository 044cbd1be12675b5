r"""A small record, such as a pay range, as one line of text, and back.

`Market: Germany · Currency: EUR · Minimum: 60000`. A backslash is before a dot that is part of a
value, before a backslash, and in the place of a line end (`\n`).
"""

import re
from typing import Any

from laddereditor.edits.cells.reading import read_field
from laddereditor.edits.places.shown import value_text
from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.model.base import Entity
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.ladder import Ladder

BETWEEN = " · "
_NOWHERE = Ladder(laddereditor=1)  # records refer to nothing
_ESCAPED = re.compile(r"\\(.)")
_SHAPES = {"line", "text", "choice", "number", "date", "flag"}


def record_fields(holder: type[Entity]) -> dict[str, FieldSpec]:
    """Return the fields of a record that a line has, by their title in lower case."""
    specs = field_specs(holder).values()
    return {spec.title.casefold(): spec for spec in specs if spec.shape in _SHAPES}


def record_text(record: Entity) -> str:
    """Return a record as one line."""
    specs = record_fields(type(record)).values()
    found = ((spec, value_text(_NOWHERE, spec, getattr(record, spec.name))) for spec in specs)
    return BETWEEN.join(f"{spec.title}: {_escaped(text)}" for spec, text in found if text)


def read_record(
    holder: type[Entity], text: str, conventions: Conventions = USUAL
) -> dict[str, Any]:
    """Return the values that a line gives the fields of a record.

    Args:
        holder: The class of the record.
        text: The line.
        conventions: How numbers and days are written.

    Raises:
        ValueError: The line is not such a record; the message says why.
    """
    known, found = record_fields(holder), {}
    for piece in text.split(BETWEEN):
        title, colon, value = piece.partition(":")
        spec = known.get(title.strip().casefold())
        if not colon or spec is None:
            words = ", ".join(one.title for one in known.values())
            raise ValueError(f"write “{words}”, each with a colon and its value, and “·” between")
        plain = _ESCAPED.sub(lambda sign: "\n" if sign[1] == "n" else sign[1], value.strip())
        found[str(spec.name)] = read_field(spec, plain, conventions)
    return found


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("·", "\\·").replace("\n", "\\n")
