"""The base of every value in a ladder: frozen, validated, and keeping unknown keys."""

import re
from collections.abc import Mapping
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict

M = TypeVar("M", bound=BaseModel)

if TYPE_CHECKING:
    TextMap = Mapping[str, str]
else:  # pydantic validates dict in its compiled core, Mapping in Python
    TextMap = dict[str, str]

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def _iso_date(value: Any) -> Any:
    """Refuse the Unix times and date-times that pydantic would read as a date."""
    text = value.strip() if isinstance(value, str) else ""
    if not isinstance(value, date) and not _ISO_DATE.fullmatch(text):
        raise ValueError("should be a date like 2026-12-01")
    return text or value


def _plain_number(value: Any) -> Any:
    """Refuse `1e3`, `inf`, `1_000`, `True` and similar values, which people would not mean."""
    text = isinstance(value, str)
    if (text and not _NUMBER.fullmatch(value.strip())) or isinstance(value, bool):
        raise ValueError("should be a number")
    if isinstance(value, float) and not isfinite(value):
        raise ValueError("should be a number")
    return value


def _day_if_one(value: Any) -> Any:
    """Return the day that a text is, else the text: a finding says that it is not a date."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    try:
        return date.fromisoformat(text) if _ISO_DATE.fullmatch(text) else text or None
    except ValueError:
        return text


Number = Annotated[int | float, BeforeValidator(_plain_number)]
Day = Annotated[date, BeforeValidator(_iso_date)]
DayOrText = Annotated[date | str | None, BeforeValidator(_day_if_one)]  # any text opens


class Entity(BaseModel):  # noqa: PLW1641 - pydantic gives frozen values their hash
    """A frozen value that keeps unknown keys (`model_extra`) so that they are saved back."""

    describes_people: ClassVar[bool] = (
        False  # whether its texts and lists require something of people
    )

    model_config = ConfigDict(frozen=True, extra="allow", populate_by_name=True)

    def __eq__(self, other: object) -> bool:
        """Whether class, fields and unknown keys are equal; pydantic's own way is far slower."""
        if type(self) is not type(other):
            return False
        return self.__dict__ == other.__dict__ and (
            (self.__pydantic_extra__ or None) == (other.__pydantic_extra__ or None)
        )


class IdentityKey:
    """An entity as the key of a cache, which takes no equal one for it."""

    __slots__ = ("entity",)

    def __init__(self, entity: Entity) -> None:
        self.entity = entity

    def __hash__(self) -> int:
        """Return the same number for the same object."""
        return id(self.entity)

    def __eq__(self, other: object) -> bool:
        """Whether the other key holds the same object."""
        return isinstance(other, IdentityKey) and other.entity is self.entity


def evolve(entity: M, **changes: Any) -> M:
    """Return `entity` with `changes`, validated; untouched children and lists keep their identity.

    Raises:
        ValidationError: A change has the wrong type (pydantic).
    """
    evolved = type(entity).model_validate({**dict(entity), **changes})
    # Validation makes a new tuple of the same items; the old one was validated before.
    evolved.__dict__.update(
        {name: value for name, value in entity.__dict__.items() if name not in changes}
    )
    return evolved
