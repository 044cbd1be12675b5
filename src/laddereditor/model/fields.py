"""What a field is called, how it is explained and how it is edited, written once per field.

Forms, the page, findings, exports and the docs read it through `field_specs`.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from pydantic import BaseModel, Field
from pydantic_core import PydanticUndefined

Shape = Literal[
    "id",  # stable name of an entity
    "line",  # one line of text
    "text",  # a paragraph or more
    "lines",  # a list of single-line texts
    "statements",  # a list of statements
    "skills",  # a list of skill uses
    "choice",  # one of `choices`
    "reference",  # the id of an entity of kind `refers_to`
    "texts",  # mapping: id of `refers_to` -> text
    "expectations",  # mapping: competency id -> statements
    "experience",  # a range of years
    "occupations",
    "pay",
    "ranges",  # pay ranges
    "date",
    "number",
    "flag",
    "records",  # a list of entities that have their own page
    "checks",
    "history",
    "raw",  # kept as it is
]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of an entity, as every view needs to know it."""

    name: str
    title: str
    help: str
    shape: Shape
    heading: str  # heading on the reader's page, "" if the field has none of its own
    unit: str  # e.g. "years", "" if none
    choices: tuple[str, ...]
    refers_to: str  # entity kind that values or keys refer to, "" if none
    required: bool


def described(  # noqa: PLR0913 - one keyword per thing a field says of itself
    title: str,
    help: str,  # noqa: A002 - the field's standard name for it
    shape: Shape = "line",
    *,
    default: Any = PydanticUndefined,
    heading: str = "",
    unit: str = "",
    choices: tuple[str, ...] = (),
    refers_to: str = "",
) -> Any:
    """Return a pydantic field that carries its title, help, shape, heading, unit and choices."""
    extra = {
        "shape": shape,
        "heading": heading,
        "unit": unit,
        "choices": list(choices),
        "refers_to": refers_to,
    }
    return Field(
        default, title=title, description=help, json_schema_extra=cast("dict[str, Any]", extra)
    )


@cache
def field_specs(entity: type[BaseModel]) -> dict[str, FieldSpec]:
    """Return the fields of an entity class by name, in reading order."""
    return {name: _spec(name, info) for name, info in entity.model_fields.items()}


def _spec(name: str, info: Any) -> FieldSpec:
    extra = info.json_schema_extra or {}
    return FieldSpec(
        name=name,
        title=info.title or name,
        help=info.description or "",
        shape=extra.get("shape", "raw"),
        heading=extra.get("heading", ""),
        unit=extra.get("unit", ""),
        choices=tuple(extra.get("choices", ())),
        refers_to=extra.get("refers_to", ""),
        required=info.is_required(),
    )
