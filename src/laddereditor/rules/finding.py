"""A finding of a rule: a place, a sentence for people, and fixes that are edits."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from laddereditor.edits.edit import Edit
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.rules.words import TextSpan


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """A number that is higher for more severe findings."""
        return _RANKS[self]


_RANKS = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to fix a finding; `edit` may raise EditRefused if the place has changed since."""

    label: str
    edit: Callable[[Ladder], Edit]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found at one place."""

    rule: str
    severity: Severity
    address: Address  # of the entity: "families/ai-ml-engineer/P3", "" for the ladder itself
    field: FieldPath  # path inside the entity: "skills/2", "" for the entity as a whole
    message: str
    fixes: tuple[Fix, ...] = dataclasses.field(default=(), compare=False)
    spans: tuple[TextSpan, ...] = ()  # the offending words in the text of the field
