"""Findings arranged as rows: filtered, grouped, with keys that last from one check to the next."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from laddereditor.rules.finding import Finding, Severity

Grouping = Literal["none", "place", "rule"]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding, or a group of them with its own key and words."""

    key: str
    text: str
    finding: Finding | None = None
    children: tuple["FindingRow", ...] = ()


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """Which findings are to be shown, and how."""

    severities: frozenset[Severity] = frozenset(Severity)
    query: str = ""
    grouping: Grouping = "none"


def arrange(findings: Iterable[Finding], wanted: FindingFilter) -> tuple[FindingRow, ...]:
    """Return the top rows in the order of the findings; a group comes where its first one is."""
    shown = [row for row in _rows(findings) if _is_wanted(row, wanted)]
    if wanted.grouping == "none":
        return tuple(shown)
    groups: dict[str, list[FindingRow]] = {}
    for row in shown:
        assert row.finding is not None
        name = row.finding.rule if wanted.grouping == "rule" else row.finding.address
        groups.setdefault(name, []).append(row)
    return tuple(
        FindingRow(f"{wanted.grouping}:{name}", name, rows[0].finding, tuple(rows))
        for name, rows in groups.items()
    )


def _rows(findings: Iterable[Finding]) -> Iterable[FindingRow]:
    seen: dict[str, int] = {}
    for finding in findings:
        key = f"{finding.rule}|{finding.address}|{finding.field}"
        seen[key] = seen.get(key, 0) + 1
        yield FindingRow(f"{key}|{seen[key]}", finding.message, finding)


def _is_wanted(row: FindingRow, wanted: FindingFilter) -> bool:
    finding = row.finding
    assert finding is not None
    if finding.severity not in wanted.severities:
        return False
    search_text = f"{finding.message} {finding.rule} {finding.address} {finding.field}".casefold()
    return all(word in search_text for word in wanted.query.casefold().split())
