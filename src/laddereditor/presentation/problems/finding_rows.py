"""Findings arranged as rows: filtered, grouped, with keys that last from one check to the next."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from laddereditor.model.counting import plural
from laddereditor.rules.finding import Finding, Severity

LISTED = 1000  # rows at first: a tree view asks for each row, seen or not, whenever rows come
MORE = "more:"
Grouping = Literal["none", "place", "rule"]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding, or a group of them with its own key and words."""

    key: str
    text: str
    finding: Finding | None = None
    children: tuple["FindingRow", ...] = ()
    count: int = 0  # of a group: how many findings it has, listed or not

    @property
    def is_more(self) -> bool:
        """Whether the row only says how many more there are."""
        return self.finding is None


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """Which findings are to be shown, and how."""

    severities: frozenset[Severity] = frozenset(Severity)
    query: str = ""
    grouping: Grouping = "none"


def wanted_rows(
    findings: Iterable[Finding], wanted: FindingFilter
) -> Iterator[tuple[Finding, FindingRow]]:
    """Yield each finding that a filter leaves, with its row; all of them, in their order."""
    return ((row.finding, row) for row in _rows(findings, wanted) if row.finding is not None)


def arrange(
    findings: Sequence[Finding], wanted: FindingFilter, listed: int = LISTED
) -> tuple[FindingRow, ...]:
    """Return the top rows in the order of the findings; a group comes where its first one is.

    A list of which not all is shown ends with a row that says how many more there are.

    Args:
        findings: The findings.
        wanted: Which of them are to be shown, and how.
        listed: How many are listed; in each group, a tenth of it.
    """
    if wanted.grouping == "none":
        rows = _rows(findings, wanted)
        shown = tuple(islice(rows, listed))
        return (*shown, *_more(_count(findings, wanted, rows, len(shown)), ""))
    return _grouped(findings, wanted, listed)


def _count(
    findings: Sequence[Finding], wanted: FindingFilter, rest: Iterator[FindingRow], listed: int
) -> int:
    """Return how many findings are left beyond those that are listed."""
    if wanted.severities >= frozenset(Severity) and not wanted.query.strip():
        return len(findings) - listed  # without a look at each
    return sum(1 for _ in rest)


def _grouped(
    findings: Sequence[Finding], wanted: FindingFilter, listed: int
) -> tuple[FindingRow, ...]:
    groups: dict[str, list[Finding]] = {}
    for finding in _wanted(findings, wanted):
        name = finding.rule if wanted.grouping == "rule" else finding.address
        groups.setdefault(name, []).append(finding)
    rows: list[FindingRow] = []
    room = listed
    for number, (name, inside) in enumerate(groups.items()):
        if room <= 0:
            left = sum(map(len, list(groups.values())[number:]))
            return (*rows, *_more(left, ""))
        shown = tuple(_keyed(inside[: max(listed // 10, 1)]))
        room -= len(shown) if wanted.grouping == "place" else 0  # there are few rules
        children = (*shown, *_more(len(inside) - len(shown), name))
        rows.append(FindingRow(f"{wanted.grouping}:{name}", name, inside[0], children, len(inside)))
    return tuple(rows)


def _more(count: int, group: str) -> tuple[FindingRow, ...]:
    words = plural(count, "more problem is not listed", "more problems are not listed")
    return (FindingRow(f"{MORE}{group}", f"{words}. Press Enter to list more."),) if count else ()


def _rows(findings: Iterable[Finding], wanted: FindingFilter) -> Iterator[FindingRow]:
    return _keyed(_wanted(findings, wanted))


def _keyed(findings: Iterable[Finding]) -> Iterator[FindingRow]:
    seen: dict[str, int] = {}
    for finding in findings:
        key = f"{finding.rule}|{finding.address}|{finding.field}"
        seen[key] = seen.get(key, 0) + 1
        yield FindingRow(f"{key}|{seen[key]}", finding.message, finding)


def _wanted(findings: Iterable[Finding], wanted: FindingFilter) -> Iterator[Finding]:
    words = wanted.query.casefold().split()
    for finding in findings:
        if finding.severity in wanted.severities and (not words or _has(finding, words)):
            yield finding


def _has(finding: Finding, words: Sequence[str]) -> bool:
    text = f"{finding.message} {finding.rule} {finding.address} {finding.field}".casefold()
    return all(word in text for word in words)
