"""Check a ladder; given the previous report, check only what has changed since.

The ladder is split into blocks (`subjects.plans`). A block whose parts are all the same objects as
before is skipped. In a changed block, a subject whose values are all the same objects keeps its
findings. Caches hold the objects themselves, so that the id of a dead object cannot be mistaken.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import chain
from operator import is_

from laddereditor.edits.words import without_middle
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.rules.accepted import gone
from laddereditor.rules.finding import Finding, Fix, Severity
from laddereditor.rules.registry import BY_SCOPE, RULES
from laddereditor.rules.scope import RuleSubject
from laddereditor.rules.settings import CheckSettings
from laddereditor.rules.subjects import CheckBlock, Context, plans

_LONGEST_MESSAGE, _LONGEST_LABEL = 300, 100  # characters; a text of the ladder may be of any length
Accepted = tuple[Finding, str]  # with the reason for accepting it


class CheckCancelled(Exception):
    """The check was cancelled."""


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """The raw findings of one part of the ladder, and those after the ladder's settings."""

    depends: tuple[object, ...]
    found: Mapping[tuple[str, str], tuple[RuleSubject, tuple[Finding, ...]]]  # by scope and address
    settings: CheckSettings
    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    by_address: Mapping[str, Sequence[Finding]] = field(init=False, repr=False, compare=False)
    counts: Mapping[Severity, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the findings by their address; it is asked for after each edit."""
        found: dict[str, list[Finding]] = {}
        for one in self.findings:
            found.setdefault(one.address, []).append(one)
        object.__setattr__(self, "by_address", found)
        object.__setattr__(self, "counts", Counter(one.severity for one in self.findings))


@dataclass(frozen=True, slots=True)
class Cache:
    """The state that the next check can reuse."""

    context: Context
    settings: CheckSettings
    blocks: Mapping[str, CheckedPart]
    checked: tuple[
        tuple[str, str], ...
    ]  # scope and address of the subjects that this check examined


@dataclass(frozen=True)
class CheckReport:
    """The findings of a ladder in tree order; for each entity, most severe first."""

    ladder: Ladder
    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]
    cache: Cache = field(repr=False, compare=False)

    def at(self, address: Address) -> list[Finding]:
        """Return the findings about an entity."""
        parts = self.cache.blocks.values()
        return [one for part in parts for one in part.by_address.get(address, ())]

    @cached_property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity; 0 of those that do not occur."""
        total: Counter[Severity] = Counter()
        for part in self.cache.blocks.values():
            total.update(part.counts)
        return total


def check(
    ladder: Ladder,
    previous: CheckReport | None = None,
    *,
    today: date | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> CheckReport:
    """Return the findings of a ladder.

    Args:
        ladder: The ladder.
        previous: The previous report; what is the same object as in it is not checked again.
        today: The day, for what is due on one; None leaves that out.
        progress: Is called with the share that is done, from 0 to 1.
        cancelled: Says whether to stop.

    Raises:
        CheckCancelled: `cancelled` returned True.
    """
    before = previous.cache if previous else None
    if previous and previous.ladder is ladder:
        return previous
    context = Context.of(ladder, before.context if before else None, today)
    settings = CheckSettings.of(ladder.checks, before.settings if before else None)
    blocks: dict[str, CheckedPart] = {}
    checked: list[tuple[str, str]] = []
    total = 6 + len(ladder.families)
    for count, plan in enumerate(plans(ladder, context)):
        if cancelled and cancelled():
            raise CheckCancelled
        if progress and count % 16 == 0:
            progress(count / total)
        old = before.blocks.get(plan.key) if before else None
        blocks[plan.key] = _block(plan, settings, old, checked)
    if progress:
        progress(1.0)
    if settings.accepting:
        blocks[""] = _with_gone(ladder, blocks, settings)
    return CheckReport(
        ladder,
        tuple(chain.from_iterable(block.findings for block in blocks.values())),
        tuple(chain.from_iterable(block.accepted for block in blocks.values())),
        Cache(context, settings, blocks, tuple(checked)),
    )


def _with_gone(
    ladder: Ladder, blocks: Mapping[str, CheckedPart], settings: CheckSettings
) -> CheckedPart:
    """Return the block of the ladder itself with the accepted findings that are gone."""
    accepted = [found for block in blocks.values() for found, _ in block.accepted]
    on = frozenset(rule for rule in RULES if settings.severities.get(rule, rule) is not None)
    places = {Address(): 0}
    shown, also_accepted = settings.apply(gone(ladder, accepted, on), places)
    first = blocks[""]
    return replace(
        first, findings=(*first.findings, *shown), accepted=(*first.accepted, *also_accepted)
    )


def _block(
    plan: CheckBlock,
    settings: CheckSettings,
    old: CheckedPart | None,
    checked: list[tuple[str, str]],
) -> CheckedPart:
    if old and _same(old.depends, plan.depends):
        if old.settings is settings:
            return old
        found = old.found
    else:
        found = _found(plan, old, checked)
    places = {Address(address): place for place, (_, address) in reversed(tuple(enumerate(found)))}
    hits = chain.from_iterable(hits for _, hits in found.values())
    findings, accepted = settings.apply(hits, places)
    return CheckedPart(plan.depends, found, settings, findings, accepted)


def _found(
    plan: CheckBlock, old: CheckedPart | None, checked: list[tuple[str, str]]
) -> dict[tuple[str, str], tuple[RuleSubject, tuple[Finding, ...]]]:
    found: dict[tuple[str, str], tuple[RuleSubject, tuple[Finding, ...]]] = {}
    for scope, subject in plan.subjects():
        key = (scope.name, subject.address)
        known = old.found.get(key) if old else None
        if known and _same(known[0][1:], subject[1:]):
            found[key] = known
        else:
            checked.append(key)
            found[key] = (subject, tuple(_findings(scope.name, subject)))
    return found


def _same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    return len(before) == len(now) and all(map(is_, before, now))


def _findings(scope: str, subject: RuleSubject) -> Iterable[Finding]:
    for rule, one in BY_SCOPE.get(scope, ()):
        for found in one.check(subject):
            yield Finding(
                rule.id,
                rule.severity,
                subject.address if found.address is None else found.address,
                found.field,
                without_middle(found.message, _LONGEST_MESSAGE),
                tuple(map(_shortened, found.fixes)),
                found.spans,
            )


def _shortened(fix: Fix) -> Fix:
    short = without_middle(fix.label, _LONGEST_LABEL)
    return fix if short == fix.label else replace(fix, label=short)
