"""Titles in the place of families: a catalogue of jobs that names no family."""

import re
from collections.abc import Sequence
from dataclasses import replace

from laddereditor.exchange.tables.mapping import LineRole
from laddereditor.exchange.tables.recognition.sheet_view import SheetView
from laddereditor.exchange.tables.terms.jobs import families_of
from laddereditor.exchange.tables.terms.words import word_key

_FAMILY = re.compile(r"fam[ií]")  # family, Familie, famille, familia, famiglia
_UNITS = re.compile(
    r"\b(?:team|department|abteilung|équipe|service|departamento|afdeling|reparto)\b"
)
_WHY = "each title names one job, at several levels"


def names_family(head: str) -> bool:
    """Return whether a head says “family” itself, and not only “role” or “team”."""
    return bool(_FAMILY.search(word_key(head)))


def one_family(roles: Sequence[LineRole], heads: Sequence[str]) -> list[LineRole]:
    """Keep one column of families: of “Job family” and “Role”, the second has titles.

    Args:
        roles: The roles of the columns.
        heads: Their heads.
    """
    columns = [c for c, one in enumerate(roles) if one.role == "family" and not one.pinned]
    if len(columns) < 2:
        return list(roles)
    kept = next((c for c in columns if names_family(heads[c])), columns[0])
    made = list(roles)
    for column in columns:
        if column != kept:
            has = {one.role for one in made}
            wanted = "function" if _UNITS.search(word_key(heads[column])) else "title"
            role = wanted if wanted not in has else "unknown"
            made[column] = replace(made[column], role=role)
    return made


def with_job_titles(
    view: SheetView, roles: Sequence[LineRole], body: Sequence[int], heads: Sequence[str]
) -> list[LineRole]:
    """Return the roles of a table of jobs, whose titles name the families if nothing else does.

    Args:
        view: The sheet.
        roles: The roles of its columns.
        body: The rows of the table.
        heads: The heads of its columns.
    """
    by_role = {one.role: c for c, one in enumerate(roles)}
    level, title, family = (by_role.get(name) for name in ("level", "title", "family"))
    made = list(roles)
    if level is None or (family is not None and names_family(heads[family])):
        return made
    if title is None and family is not None and not made[family].pinned:
        if _is_job(view, family, level, body) and _has_ranks(view, family, body):
            made[family] = replace(made[family], role="job-title", reason=_WHY)
        return made
    if title is None or made[title].pinned or not _is_job(view, title, level, body):
        return made
    if family is None or _is_coarse(view, family, (title, level), body):
        made[title] = replace(made[title], role="job-title", reason=_WHY)
        if family is not None and not made[family].pinned:
            role = "group" if "function" in by_role else "function"
            made[family] = replace(made[family], role=role, reason="several jobs share it")
    return made


def _pairs(view: SheetView, columns: Sequence[int], body: Sequence[int]) -> list[tuple[str, ...]]:
    rows = [tuple(view.texts[row][c] for c in columns) for row in body]
    return list(dict.fromkeys(row for row in rows if all(row)))


def _is_job(view: SheetView, column: int, level: int, body: Sequence[int]) -> bool:
    """Whether titles without their ranks are jobs with one title at each level, several in all."""
    pairs = _pairs(view, (column, level), body)
    jobs = families_of(title for title, _ in pairs)
    places = {(jobs[title], at) for title, at in pairs}
    levels = {at for _, at in pairs}
    return len(places) == len(pairs) and len(set(jobs.values())) > 1 and len(levels) < len(pairs)


def _has_ranks(view: SheetView, column: int, body: Sequence[int]) -> bool:
    """Whether jobs have several titles each, so that the titles are not families themselves."""
    titles = {title for (title,) in _pairs(view, (column,), body)}
    return len(set(families_of(titles).values())) < len(titles)


def _is_coarse(view: SheetView, family: int, title: tuple[int, int], body: Sequence[int]) -> bool:
    """Whether a family has several titles at one level."""
    found = _pairs(view, (family, *title), body)
    return len({(one, at) for one, _, at in found}) < len(found)
