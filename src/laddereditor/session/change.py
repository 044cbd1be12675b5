"""The event that listeners of a session receive."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder

# edit: a person changed something · undo, redo · saved: the saved mark moved, the ladder did not ·
# checked: there are new findings · loaded: another state of the file replaced the ladder.
ChangeReason = Literal["edit", "undo", "redo", "saved", "checked", "loaded"]


@dataclass(frozen=True, slots=True)
class SessionChange:
    """A step from one ladder to the next; `before is after` when only marks changed."""

    before: Ladder
    after: Ladder
    reason: ChangeReason
    select: Address | None = None  # address to show, None to stay
    moved: Mapping[Address, Address] = field(default_factory=dict)  # old address -> new address


Listener = Callable[[SessionChange], None]


def notify(listeners: Iterable[Listener], change: SessionChange) -> None:
    """Call all listeners, and raise afterwards what some of them raised."""
    failed: list[Exception] = []
    for listener in tuple(listeners):
        try:
            listener(change)
        except Exception as error:  # the other listeners are called first
            failed.append(error)
    if failed:
        raise failed[0] if len(failed) == 1 else ExceptionGroup("listeners failed", failed)
