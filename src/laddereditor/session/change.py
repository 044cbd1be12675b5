"""The event that listeners of a session receive."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder

# edit: a person changed something · undo, redo · saved: the saved mark moved, the ladder did not ·
# checked: there are new findings · loaded: another state of the file replaced the ladder.
Reason = Literal["edit", "undo", "redo", "saved", "checked", "loaded"]


@dataclass(frozen=True, slots=True)
class SessionChange:
    """A step from one ladder to the next; `before is after` when only marks changed."""

    before: Ladder
    after: Ladder
    reason: Reason
    select: Address | None = None  # address to show, None to stay
    moved: Mapping[Address, Address] = field(default_factory=dict)  # old address -> new address
