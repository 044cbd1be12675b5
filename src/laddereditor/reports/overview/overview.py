"""What a steering group is to know of a ladder: its size, what stands out, and the progress."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from laddereditor.compare.diff.diffing import diff
from laddereditor.model.address import Address
from laddereditor.model.counting import plural
from laddereditor.model.family import Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import KINDS, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.lookup import NoSuchPlace
from laddereditor.model.naming import place_words
from laddereditor.reports.common.origin import origin_line
from laddereditor.rules.check import CheckReport
from laddereditor.rules.finding import Finding, Severity
from laddereditor.rules.registry import RULES

MOST = 8  # rules, and places, that are named: more would not be on one page
_COUNTED = ("family", "level", "skill", "competency")
_WORDS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("hint", "hints"),
}


@dataclass(frozen=True, slots=True)
class Standout:
    """A rule, or a place, with what was found about it."""

    name: str
    severity: Severity  # the worst that was found
    count: int


@dataclass(frozen=True, slots=True)
class LadderOverview:
    """One page about a ladder; every text is for people."""

    title: str
    origin: str  # ladder, version and days
    contents: tuple[str, ...]  # "3 families", …
    found: str  # "2 errors, 5 warnings"
    kinds: tuple[Standout, ...]  # rules with most findings, the worst first
    places: tuple[Standout, ...]  # families and lists with most findings
    since: str  # "Since version 1.2.0", "" if none was published
    progress: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedLadder:
    """The version that the progress is counted from."""

    version: str
    ladder: Ladder
    report: CheckReport


def overview_of(
    report: CheckReport, published: PublishedLadder | None, today: date | None = None
) -> LadderOverview:
    """Return the page about a ladder.

    Args:
        report: The findings of the ladder as it is.
        published: The last published version with its findings; None if there is none.
        today: The day of writing.
    """
    ladder, findings = report.ladder, report.findings
    return LadderOverview(
        label_of(ladder) or "Ladder",
        origin_line(ladder, today),
        tuple(_contents(ladder)),
        _found_words(findings),
        _most(_by_rule(findings)),
        _most(_by_place(ladder, findings)),
        f"Since version {published.version}" if published else "",
        tuple(_progress(report, published)) if published else (),
    )


def _contents(ladder: Ladder) -> Iterator[str]:
    profiles = [profile for family in ladder.families for profile in family.profiles]
    for name in _COUNTED:
        kind = KINDS[name]
        count = len(getattr(ladder, kind.collection))
        if count:
            yield plural(count, kind.title.lower(), kind.plural.lower())
        if name == "family":
            yield plural(len(profiles), "profile")
    yield from _statuses(profiles)


def _statuses(profiles: Sequence[Profile]) -> Iterator[str]:
    spec = field_specs(Profile)["status"]
    counts = Counter(profile.status for profile in profiles)
    for status in spec.choices:
        if counts[status]:
            yield f"{counts[status]:,} of the profiles: {spec.choice_words(status).lower()}"


def _found_words(findings: Iterable[Finding]) -> str:
    counts = Counter(one.severity for one in findings)
    parts = [plural(counts[each], *words) for each, words in _WORDS.items() if counts[each]]
    return ", ".join(parts) or "No problems were found."


def _by_rule(findings: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    return ((RULES[one.rule].title if one.rule in RULES else one.rule, one) for one in findings)


def _by_place(ladder: Ladder, findings: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    """Yield each finding with its family, or with the list that it is in."""
    names: dict[str, str] = {}
    for one in findings:
        place = one.address.family or Address(one.address.collection)
        if place not in names:
            names[place] = _place_name(ladder, place)
        yield names[place], one


def _place_name(ladder: Ladder, place: Address) -> str:
    kind = next((kind for kind in KINDS.values() if kind.collection == place), None)
    if kind is not None and kind.collection:
        return kind.plural
    try:
        return place_words(ladder, place) if place else "The ladder itself"
    except NoSuchPlace:
        return str(place)


def _most(found: Iterable[tuple[str, Finding]]) -> tuple[Standout, ...]:
    groups: dict[str, list[Finding]] = {}
    for name, one in found:
        groups.setdefault(name, []).append(one)
    all_of_them = [
        Standout(name, max((one.severity for one in inside), key=_rank), len(inside))
        for name, inside in groups.items()
    ]
    all_of_them.sort(key=lambda one: (-one.severity.rank, -one.count, one.name))
    return tuple(all_of_them[:MOST])


def _rank(severity: Severity) -> int:
    return severity.rank


def _progress(report: CheckReport, published: PublishedLadder) -> Iterator[str]:
    before, now = _keys(published.report.findings), _keys(report.findings)
    gone, new = (before - now).total(), (now - before).total()
    yield (
        f"Findings: {before.total():,} then, {now.total():,} now ({gone:,} settled, {new:,} new)"
    )
    changes = diff(published.ladder, report.ladder)
    yield plural(len(changes), "change") if changes else "No change of the contents"
    for name in _COUNTED:
        yield from _added_and_removed(KINDS[name].collection, published.ladder, report.ladder)


def _keys(findings: Iterable[Finding]) -> "Counter[tuple[str, str, str]]":
    return Counter((one.rule, str(one.address), str(one.field)) for one in findings)


def _added_and_removed(collection: str, before: Ladder, now: Ladder) -> Iterator[str]:
    kind = next(one for one in KINDS.values() if one.collection == collection)
    old, new = ({one.id for one in getattr(each, collection)} for each in (before, now))
    words = (kind.title.lower(), kind.plural.lower())
    added, removed = len(new - old), len(old - new)
    if added:
        yield f"{plural(added, *words)} added"
    if removed:
        yield f"{plural(removed, *words)} removed"
