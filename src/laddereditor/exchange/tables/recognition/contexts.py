"""What the names of sheets and of the file mean: families, levels, groups."""

from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.exchange.tables.mapping import LineRole
from laddereditor.exchange.tables.recognition.sheet_tracks import SheetTrack, sheet_tracks
from laddereditor.exchange.tables.recognition.table import FoundTable
from laddereditor.exchange.tables.terms.level_heads import series_strength
from laddereditor.exchange.tables.terms.words import own_name, table_words, word_key

_OF_FAMILY = frozenset(
    {"family", "expectation", "statement", "responsibilities", "qualifications", "uses"}
)
NO_NAME = LineRole("left", reason="its name says nothing about its contents")


@dataclass(frozen=True)
class SheetContexts:
    """What the names of sheets mean, the answer about families with its reason, and tracks."""

    roles: list[LineRole]
    family: tuple[str, str]
    tracks: dict[str, SheetTrack]


def contexts(
    sheets: Sequence[tuple[str, FoundTable | None]], file: str, title: str, answer: str
) -> SheetContexts:
    """Return what the name of each sheet means.

    Args:
        sheets: The names of the sheets that are taken, with their tables (None: not taken).
        file: The name of the file, without its ending.
        title: The title in the properties of the file.
        answer: What a person answered about families, "" for nothing.
    """
    taken = [(name, table) for name, table in sheets if table is not None]
    if _are_levels(taken):
        reason = "the names of the sheets are levels"
        made = [LineRole("level", n, reason=reason) if table else NO_NAME for n, table in sheets]
        return SheetContexts(made, ("none", "the sheets are levels"), {})
    tracks = sheet_tracks([name for name, _ in taken]) if answer != "sheet" else {}
    named = [(tracks[n].rest if n in tracks else n, table) for n, table in sheets]
    without = [(name, table) for name, table in named if table is not None]
    default, reason = _default(without, file, title)
    chosen = answer or default
    roles = [
        _context(name, table, chosen, (file, title), is_alone=len(taken) == 1) if table else NO_NAME
        for name, table in named
    ]
    return SheetContexts(roles, (chosen, reason), tracks)


def _are_levels(taken: Sequence[tuple[str, FoundTable]]) -> bool:
    names = [name for name, _ in taken]
    without = all(
        not {one.role for one in table.columns} & {"level", "at-level"} for _, table in taken
    )
    return len(names) > 1 and without and series_strength(names) >= 0.6


def _default(taken: Sequence[tuple[str, FoundTable]], file: str, title: str) -> tuple[str, str]:
    tables = [table for _, table in taken]
    if any(_has_families(table) for table in tables):
        return "column", "a column or a row of the table names families"
    if tables and all(_is_for_all(name, table) for name, table in taken):
        return "none", "it is about skills or levels, and not about a family"
    names = [name for name, _ in taken if own_name(name)]
    if len(names) > 1:
        return "sheet", "the sheets have names of their own"
    are_one = len(taken) == 1 or len({name for name, _ in taken}) == 1
    if names and (are_one or not own_name(file)):
        return "sheet", "the sheet has a name of its own"
    if _one_name(taken, file, title):
        return "one", "nothing else than the file or its title names a family"
    return "none", "nothing names a family"


def _has_families(table: FoundTable) -> bool:
    roles = {one.role for one in (*table.columns, *table.rows)}
    return bool(roles & {"family", "family-row", "job-title"})


def _is_for_all(name: str, table: FoundTable) -> bool:
    """Whether a table is about skills or levels of all families."""
    roles = {one.role for one in table.columns}
    has_levels = table.reading in ("levels-down", "profile-rows")
    has_titles = bool(roles & {"title", "titles"} and own_name(name))
    defines_levels = has_levels and not has_titles and not roles & _OF_FAMILY
    return _is_about_steps(table) or table.reading == "list" or defines_levels


def _is_about_steps(table: FoundTable) -> bool:
    return any(one.role == "at-step" for one in table.columns)


def _one_name(taken: Sequence[tuple[str, FoundTable]], file: str, title: str) -> str:
    above = next((own_name(table.title) for _, table in taken if table.title), "")
    found = [one for one in (above, own_name(title), own_name(file)) if one]
    # “Ward Nursing” says more than “Nursing”.
    longer = (one for one in found if found[0].casefold() in one.casefold())
    return max(longer, key=len) if found else ""


def _context(
    name: str, table: FoundTable, chosen: str, names: tuple[str, str], *, is_alone: bool
) -> LineRole:
    file, title = names
    own = own_name(name)
    if _is_about_steps(table):
        return LineRole("group", own, reason="it is about skills") if own else NO_NAME
    if _is_for_all(name, table) or _has_families(table):
        return NO_NAME
    if chosen == "sheet" and own:
        if word_key(own) in table_words().competencies:
            return LineRole("competency", own, reason="its name is that of a competency")
        return LineRole("family", own, reason="its name is that of a family")
    if chosen == "one" or (chosen == "sheet" and is_alone):
        one = _one_name([(name, table)], file, title)
        if one:
            return LineRole("family", one, reason="the file or its title names the family")
    return NO_NAME
