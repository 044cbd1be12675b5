"""Read a table of a level guide that compares levels: their factors and years side by side.

The columns are levels (`P2 — Journey`) or profiles (`Bread Baking · P2`), the rows factors, years,
summaries, and what profiles have.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.exchange.ids import UniqueIds, slug
from laddereditor.exchange.importer import Importer, ImportRefused, ImportResult, UnreadLine
from laddereditor.exchange.levelpage.experience import parse_experience
from laddereditor.exchange.levelpage.head import code_line
from laddereditor.exchange.levelpage.headings import KNOWN, PagePart, heading_key
from laddereditor.exchange.levelpage.job import shared_words
from laddereditor.exchange.levelpage.lines import PageLine, has_words, is_short, read_lines
from laddereditor.exchange.levelpage.lists import split_list
from laddereditor.exchange.levelpage.page import track_of
from laddereditor.exchange.levelpage.ranks import family_name
from laddereditor.exchange.levelpage.terms import factor_id, is_experience, is_known_term
from laddereditor.model.address import Address
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import FORMAT_VERSION, Ladder
from laddereditor.model.level import Level
from laddereditor.model.terms import Factor, Skill, Track

_LOOKED_AT = 100_000
_MINIMUM = 2  # levels of a comparison, and usual terms among its rows
_OF_PROFILE = re.compile(
    r"(?P<name>\S.*?)\s*(?:[·|,–—-]\s*|\s\(|\s)(?:[A-Z][A-Z0-9.]*\.)?(?P<code>[A-Z]{1,4}\d{1,2})\)?$"
)
_SUMMARY = ("summary", "definition", "what this level means", "description", "overview")
_NAME = ("name", "level name")
_TITLE = ("title", "job title", "typical title")
_STATEMENTS = {PagePart.DUTIES: "responsibilities", PagePart.GOOD: "qualifications"}


@dataclass(slots=True)
class _Column:
    """What one column says."""

    code: str
    level_name: str = ""
    name: str = ""  # of a profile or its family, as in the head
    level: dict[str, Any] = field(default_factory=dict)
    factors: dict[str, str] = field(default_factory=dict)
    profile: dict[str, Any] = field(default_factory=dict)
    skills: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    """A table, and where each of its lines went."""

    columns: list[_Column]
    factors: dict[str, str] = field(default_factory=dict)  # id -> name
    used: list[tuple[int, str, int]] = field(default_factory=list)  # line, field, column
    unread: dict[int, UnreadLine] = field(default_factory=dict)

    def skip(self, line: PageLine, reason: str) -> None:
        """Record a line that was not understood."""
        self.unread.setdefault(line.number, UnreadLine(line.number, line.raw, reason))


def column_head(text: str) -> tuple[str, str, str] | None:
    """Return code, level's name and profile's name of the head of a column, None for another text.

    `P2 — Journey` gives a level's name, `Bread Baking · P2` that of a profile.
    """
    if found := code_line(text):
        return found[0], found[1], ""
    if is_short(text, 10) and (match := _OF_PROFILE.match(text)):
        return match["code"], "", match["name"].rstrip(" ·|,–—-")
    return None


def _rows(lines: Sequence[PageLine]) -> Iterator[tuple[list[PageLine], tuple[str, ...]]]:
    """Yield the rows of a text with their lines; a line that is in no table is a row of itself."""
    head = _head_in_lines(lines)
    if head is None:
        for line in lines:
            yield [line], line.cells or (line.text,)
        return
    start, count = head
    for line in lines[:start]:
        yield [line], (line.text,)
    yield list(lines[start : start + count]), ("", *(one.text for one in lines[start:][:count]))
    rest = lines[start + count :]
    for at in range(0, len(rest), count + 1):
        row = list(rest[at : at + count + 1])
        yield row, tuple(line.text for line in row)


def _head_in_lines(lines: Sequence[PageLine]) -> tuple[int, int] | None:
    """Return where the heads of columns are lines of their own, behind each other, and how many."""
    if any(_is_head(line.cells) for line in lines):
        return None
    heads = [not line.cells and column_head(line.text) is not None for line in lines]
    for start, is_head in enumerate(heads):
        count = next((n for n, one in enumerate(heads[start:]) if not one), len(heads) - start)
        if is_head and count >= _MINIMUM:
            codes = {found[0] for one in lines[start:][:count] if (found := column_head(one.text))}
            behind = lines[start + count :]
            if len(codes) == count and behind and is_known_term(behind[0].text):
                return start, count
    return None


def _is_head(cells: Sequence[str]) -> bool:
    """Whether the cells of a row are heads of columns, with different levels or profiles."""
    heads = [column_head(cell) for cell in cells[1:]]
    return len(heads) >= _MINIMUM and all(heads) and len(set(heads)) == len(heads)


def recognises(text: str) -> bool:
    """Return whether a text has a table of levels with usual factors or years."""
    rows = list(_rows(read_lines(text[:_LOOKED_AT])))
    has_head = any(_is_head(cells) for _, cells in rows)
    terms = sum(len(cells) > _MINIMUM and is_known_term(cells[0]) for _, cells in rows)
    return has_head and terms >= 1


def read(text: str, source: str, conventions: Conventions = USUAL) -> ImportResult:
    """Return the ladder of a table of levels.

    Args:
        text: The text, with a table between bars or with tabs, or a line for each cell.
        source: What people call it, for messages.
        conventions: How numbers are written.

    Raises:
        ImportRefused: The text has no such table.
    """
    rows = list(_rows(read_lines(text)))
    at = next((at for at, (_, cells) in enumerate(rows) if _is_head(cells)), None)
    if at is None:
        raise ImportRefused(f"{source} has no table whose columns are levels, such as “P2 — …”.")
    heads = [head for cell in rows[at][1][1:] if (head := column_head(cell))]
    table = _Table([_Column(*head) for head in heads])
    for lines, _ in rows[:at]:
        for line in lines:
            table.skip(line, "above the table of levels")
    for line in rows[at][0]:
        table.used += [(line.number, "id", column) for column in range(len(heads))]
    for lines, cells in rows[at + 1 :]:
        _read_row(lines, cells, table, conventions)
    return _result(table, source)


def _read_row(
    lines: Sequence[PageLine], cells: Sequence[str], table: _Table, conventions: Conventions
) -> None:
    term, texts = cells[0].rstrip(": "), cells[1:]
    if len(cells) != len(table.columns) + 1 or not has_words(term):
        for line in lines:
            reason = "not a row of the table" if has_words(line.text) else "a line without words"
            table.skip(line, reason)
        return
    for at, (column, text) in enumerate(zip(table.columns, texts, strict=True)):
        if not has_words(text):
            continue
        where = _take(term, text, column, table, conventions)
        for line in lines:
            if where:
                table.used.append((line.number, where, at))
            else:
                table.skip(line, f"“{text[:40]}” gives no field of a level")


def _take(term: str, text: str, column: _Column, table: _Table, conventions: Conventions) -> str:
    """Put a cell into its column; return the field, "" if it has none."""
    key = heading_key(term)
    part = KNOWN.get(key, (PagePart.UNKNOWN, ""))[0]
    if is_experience(term):
        years = parse_experience(text, conventions)
        if years:
            column.level["experience"] = years
        return "experience" if years else ""
    if key in _SUMMARY:
        column.level["summary"] = text
        return "summary"
    if key in _NAME:
        column.level_name = column.level_name or text
        return "name"
    if key in _TITLE or part in _STATEMENTS or part is PagePart.SKILLS:
        return _take_of_profile(key, part, text, column)
    if part is PagePart.UNKNOWN and is_short(term, 5):
        name = factor_id(term)
        table.factors.setdefault(name, term)
        column.factors[name] = text
        return f"factors/{name}"
    return ""


def _take_of_profile(key: str, part: PagePart, text: str, column: _Column) -> str:
    if not column.name:
        return ""
    if key in _TITLE:
        column.profile["title"] = text
        return "profile:title"
    items = split_list(text, commas=part is PagePart.SKILLS)
    if part is PagePart.SKILLS:
        column.skills += items
        return "profile:skills"
    column.profile[_STATEMENTS[part]] = items
    return f"profile:{_STATEMENTS[part]}"


def _result(table: _Table, source: str) -> ImportResult:
    tracks: dict[str, Track] = {}
    levels: dict[str, Level] = {}
    for column in table.columns:
        track = track_of(column.code)
        tracks[track.id] = track
        made = Level(
            id=column.code,
            name=column.level_name,
            track=track.id,
            factors=column.factors,
            **column.level,
        )
        _keep_on_profile(column, made, levels.setdefault(column.code, made))
    ids = UniqueIds()
    names = dict.fromkeys(name for column in table.columns for name in column.skills)
    skills = {name: Skill(id=ids.new(name, "skill"), name=name) for name in names}
    families = _families(table.columns, skills)
    name = families[0].name if families else "Levels"
    ladder = Ladder(
        laddereditor=FORMAT_VERSION,
        id=slug(name, "levels"),
        name=name,
        status="draft",
        tracks=tuple(tracks.values()),
        factors=tuple(Factor(id=key, name=name) for key, name in table.factors.items()),
        levels=tuple(levels.values()),
        skills=tuple(skills.values()),
        families=families,
    )
    known = {number for number, _, _ in table.used}
    unread = tuple(one for number, one in sorted(table.unread.items()) if number not in known)
    used = tuple((number, _address(table, where, at, families)) for number, where, at in table.used)
    notes = (f"{source} is a table of the levels {', '.join(levels)}.",)
    return ImportResult(ladder, unread, tuple(dict.fromkeys(used)), notes)


def _keep_on_profile(column: _Column, said: Level, level: Level) -> None:
    """Keep on the profile of a column what its level says otherwise because of another column."""
    factors = {key: text for key, text in said.factors.items() if level.factors.get(key) != text}
    if factors:
        column.profile["factors"] = factors
    if said.experience and said.experience != level.experience:
        column.profile["experience"] = said.experience
    if said.summary and said.summary != level.summary:
        column.profile["summary"] = said.summary


def _families(columns: Sequence[_Column], skills: dict[str, Skill]) -> tuple[Family, ...]:
    """Return the families of columns that are profiles.

    Names that differ from level to level are titles of one family, named after what they share.
    """
    named = [column for column in columns if column.name]
    if not named:
        return ()
    names = list(dict.fromkeys(column.name for column in named))
    codes = {column.code for column in named}
    job = shared_words([family_name(name) or name for name in names])
    if len(names) > 1 and len(codes) == len(named) and job:
        for column in named:
            column.profile.setdefault("title", column.name)
            column.name = job
        names = [job]
    return tuple(
        Family(
            id=slug(name, "family"),
            name=name,
            profiles=tuple(_profile(one, skills) for one in named if one.name == name),
        )
        for name in names
    )


def _profile(column: _Column, skills: dict[str, Skill]) -> Profile:
    uses = tuple(dict.fromkeys(skills[name].id for name in column.skills))
    return Profile(level=column.code, skills=uses, **column.profile)


def _address(table: _Table, where: str, at: int, families: Sequence[Family]) -> str:
    column = table.columns[at]
    owner, _, name = where.rpartition(":")
    if owner:
        family = next(one for one in families if one.name == column.name)
        return Address("families").entry(family.id).entry(column.code).at(name)
    return Address("levels").entry(column.code).at(where)


LEVEL_TABLE = Importer(
    name="level-table",
    title="Table of levels",
    suffixes=(".txt", ".md", ".html"),
    recognises=recognises,
    read=read,
)
