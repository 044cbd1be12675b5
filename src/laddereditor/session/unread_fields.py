"""Fields that a document gives back only in part keep the rest of what was exported.

A line that cannot be read, such as a skill with a proficiency that there is not, is reported. It
does not mean that somebody deleted what it was before.
"""

from collections.abc import Hashable
from typing import Any

from laddereditor.edits.paths import replaced
from laddereditor.exchange.blocks.own_reader import OwnReading
from laddereditor.model.address import NoSuchPlace
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.model.pay import Pay, PayRange
from laddereditor.model.statement import RatedSkill, skill_of


def with_unread(found: OwnReading, base: OwnReading) -> Ladder:
    """Return the ladder of a document with what its unread lines were before.

    Args:
        found: The document that came back.
        base: The document as it was exported.
    """
    ladder = found.ladder
    for address, name in sorted(found.partly - base.partly):
        try:
            before, entity = address.entity(base.ladder), address.entity(ladder)
        except NoSuchPlace:  # an entry that the document adds
            continue
        value = _kept(getattr(entity, name), getattr(before, name))
        ladder = replaced(ladder, address, evolve(entity, **{name: value}))
    return ladder


def _kept(value: Any, before: Any) -> Any:
    """Return a value, and of a list what is missing in it; what was before for a single value."""
    if isinstance(value, Pay) and isinstance(before, Pay):
        return evolve(value, ranges=_kept(value.ranges, before.ranges))
    if not isinstance(value, tuple) or not isinstance(before, tuple):
        return before
    given = {_key(one): one for one in value}
    known = [given.pop(_key(one), one) for one in before]
    return (*known, *given.values())


def _key(item: Any) -> Hashable:
    if isinstance(item, PayRange):
        return (item.market, item.currency)
    return skill_of(item) if isinstance(item, RatedSkill | str) else item
