"""The words of a comparison, the same in every report: heads, lines, remarks."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from laddereditor.compare.sheet.counting import counts_text
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Cell, Comparison, DifferenceCounts, Row, Section
from laddereditor.model.family import Profile
from laddereditor.model.inheritance import Source
from laddereditor.model.kinds import KINDS
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.resolve import profile_title

BASELINE = "baseline"
NO_DIFFERENCE = "Nothing differs."  # where no row is left to show
_SOURCES = {
    Source.LEVEL: "from level",
    Source.PARENT: "from family",
    Source.PATTERN: "from pattern",
}


def source_words(cell: Cell) -> str:
    """Return where an inherited text is from, "" for the column's own."""
    return _SOURCES.get(cell.source, "")


def short_text(cell: Cell) -> str:
    """Return the text of a cell without what its remark says as well: a skill's name alone."""
    return cell.name if cell.name and cell.change and not cell.marks else cell.text


def remark(cell: Cell) -> str:
    """Return the notes of a cell in addition to its text: what changed, where it is from."""
    return ", ".join(part for part in (cell.change, source_words(cell), hand_words(cell)) if part)


def hand_words(cell: Cell) -> str:
    """Return that a person put a cell into its row, "" if the program did."""
    return "aligned by hand" if cell.is_by_hand else ""


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """The words above a column."""

    owner: str  # the family, or that it is a generic level
    code: str  # "P3"
    title: str  # the profile's title, the level's name
    origin: str  # the file or version, "" for the active ladder

    @property
    def name(self) -> str:
        """The owner and the level: `AI/ML Engineer P3`."""
        return f"{self.owner} {self.code}".strip()

    def in_one_line(self, *, baseline: bool) -> str:
        """Return the head as one line of text."""
        inside = ", ".join(part for part in (self.origin, BASELINE if baseline else "") if part)
        line = " – ".join(part for part in (self.name, self.title) if part)
        return f"{line} ({inside})" if inside else line


def head_of(subject: Subject) -> ColumnHead:
    """Return the words above a subject's column."""
    entity, family = subject.entity, subject.family
    if isinstance(entity, Profile) and family is not None:
        title = profile_title(subject.ladder, family, entity)
        return ColumnHead(family.name or family.id, entity.level, title, subject.origin)
    assert isinstance(entity, Level)
    return ColumnHead(KINDS["level"].title, entity.id, entity.name, subject.origin)


def lines_of(comparison: Comparison) -> Iterator[tuple[Section, str, Row | None]]:
    """Yield the lines of a report's table: a section, the words at the left, and the row.

    The line of a section itself has no row; a section of one value is one line. The text at the
    left of several rows is said once.
    """
    for section in comparison.sections:
        if len(section.rows) == 1 and not section.rows[0].heading:
            yield section, section.heading, section.rows[0]
            continue
        yield section, section.heading, None
        for heading, row in zip(headings_once(section.rows), section.rows, strict=True):
            yield section, heading, row


def headings_once(rows: Sequence[Row]) -> list[str]:
    """Return the heading of each row, "" where the row above has the same."""
    return [
        "" if place and rows[place - 1].heading == row.heading else row.heading
        for place, row in enumerate(rows)
    ]


def is_baseline(comparison: Comparison, column: int) -> bool:
    """Whether the other columns are compared with this one."""
    return not comparison.stepwise and column == comparison.baseline


def counts_words(comparison: Comparison, column: int, counts: DifferenceCounts) -> str:
    """Return how a column differs: `3 only at P4, 1 only at P3, 2 reworded, 8 the same`.

    Of a column that is compared with none, and where neither has anything, return "".

    Args:
        comparison: The comparison.
        column: The index of the column, from 0.
        counts: How many entries of the column are new, gone, reworded and the same.
    """
    base = comparison.base_of(column)
    if base is None or counts == DifferenceCounts():
        return ""
    if comparison.is_about_versions:
        return counts_text(counts)
    names = comparison.names
    return counts_text(counts, f"only at {names[column]}", f"only at {names[base]}")


def ladder_words(ladder: Ladder) -> str:
    """Return which ladder a paper is from: "Technology ladder, version 2.1.0, from 2026-01-01"."""
    version = f"version {ladder.version}" if ladder.version else ""
    day = f"in force from {ladder.effective.isoformat()}" if ladder.effective else ""
    return ", ".join(part for part in (ladder.name or ladder.id, version, day) if part)


def origin_words(columns: Iterable[Subject], on: dt.date | None = None) -> str:
    """Return the ladders that columns are of, with versions, and when they were compared.

    Args:
        columns: The profiles and levels.
        on: The date; None for today.
    """
    return dated_words((one.ladder for one in columns), "compared", on)


def dated_words(ladders: Iterable[Ladder], done: str, on: dt.date | None = None) -> str:
    """Return which ladders a paper is from, and the date: "Ladder; compared on 2026-01-01".

    Args:
        ladders: The ladders; those of the same name and version are named once.
        done: What was done on that day.
        on: The date; None for today.
    """
    by_id = {id(one): one for one in ladders}  # a comparison has each many times
    words = dict.fromkeys(filter(None, map(ladder_words, by_id.values())))
    day = (on or dt.date.today()).isoformat()
    return "; ".join([*words, f"{done} on {day}"])


def title_words(comparison: Comparison) -> str:
    """Return a title for the whole: `AI/ML Engineer P2, P3, Level P3`."""
    heads = [head_of(subject) for subject in comparison.columns]
    words = []
    for owner, found in groupby(heads, key=lambda head: head.owner):
        words.append(f"{owner} {', '.join(map(_code_and_origin, found))}")
    return ", ".join(words)


def _code_and_origin(head: ColumnHead) -> str:
    return f"{head.code} ({head.origin})" if head.origin else head.code
