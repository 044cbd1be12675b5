"""What is known of the headings of each depth, before they get a role."""

from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.exchange.tables.grid import Grid
from laddereditor.exchange.tables.outline.columns import OutlineColumns
from laddereditor.exchange.tables.outline.sections import section_of
from laddereditor.exchange.tables.terms.level_heads import level_head, series_strength
from laddereditor.exchange.tables.terms.words import table_words, word_key, words_of

_SURE = 0.6  # of `level_head` from which a text is taken for a level
# Endings of English, German, French, Spanish, Portuguese, Italian and Dutch words for people at
# work (engineer, Bäckerin, vendeur, diseñadora, verpleegkundige).
_JOB_ENDINGS = (
    *("er", "ers", "or", "ist", "ian", "ant", "ente", "eur", "euse", "dor", "dora", "ora"),
    *("rin", "kraft", "ière", "ier", "ista", "kundige", "nurse", "staff", "team"),
)
# Words with these endings that headings of ladders often have, and that name nobody.
_NOBODY = frozenset(
    ("career", "chapter", "character", "computer", "customer", "factor", "further",
     "indicator", "letter", "major", "matter", "minor", "number", "offer", "order", "other",
     "paper", "power", "quarter", "register", "sector", "semester", "transfer")
)  # fmt: skip


@dataclass(frozen=True)
class DepthTexts:
    """The texts of one depth of heading, or of the terms before entries.

    Attributes:
        column: Its column in the sheet.
        groups: The texts under each heading above, in their order; sections are left out.
        sections: How many of its texts open a section such as “Responsibilities”.
        texts: How many entries and paragraphs are directly below.
    """

    column: int
    groups: tuple[tuple[str, ...], ...]
    sections: int
    texts: int

    @property
    def names(self) -> list[str]:
        """All its texts that are no sections."""
        return [name for group in self.groups for name in group]

    @property
    def distinct(self) -> set[str]:
        """Its names, each once."""
        return {word_key(name) for name in self.names}

    @property
    def is_section(self) -> bool:
        """Whether it is mostly sections."""
        return self.sections > len(self.names)

    @property
    def levels(self) -> float:
        """How surely its names are levels, from 0 to 1."""
        names = self.names
        if not names:
            return 0.0
        share = sum(level_head(name).sure >= _SURE for name in names) / len(names)
        series = [series_strength(group) for group in self.groups if len(group) > 1]
        return max(share, sum(series) / len(series)) if series else 0.8 * share

    @property
    def repeats(self) -> float:
        """Which share of its names is under several headings."""
        if len(self.groups) < 2 or not self.names:
            return 0.0
        count: dict[str, int] = {}
        for group in self.groups:
            for key in {word_key(name) for name in group}:
                count[key] = count.get(key, 0) + 1
        return sum(count[word_key(name)] > 1 for name in self.names) / len(self.names)

    @property
    def jobs(self) -> float:
        """Which share of its names ends like a word for people at work."""
        names = self.distinct
        return sum(map(_is_job, names)) / len(names) if names else 0.0


def _is_job(name: str) -> bool:
    words = words_of(name)
    if not words or name in table_words().competencies:
        return False
    ends = {words[0], words[-1]} - _NOBODY
    return any(len(word) > 4 and word.endswith(_JOB_ENDINGS) for word in ends)


def depths_of(grid: Grid) -> tuple[DepthTexts, ...]:
    """Return what is known of each depth, the highest first, and of the terms last."""
    columns = OutlineColumns.of(grid)
    return tuple(_depth(grid, column, columns) for column in (*columns.headings, columns.terms))


def _depth(grid: Grid, column: int, columns: OutlineColumns) -> DepthTexts:
    groups: list[list[str]] = [[]]
    sections, texts, is_here = 0, 0, False
    for row in grid.rows:
        filled = [at for at in columns.named if row[at].text]
        if any(at < column for at in filled):
            groups.append([])
            is_here = False
        if column in filled:
            is_here = True
            if section_of(row[column].text) is None:
                groups[-1].append(row[column].text)
            else:
                sections += 1
        elif any(at > column for at in filled):
            is_here = False
        texts += is_here and any(row[at].text for at in (columns.entries, columns.paragraphs))
    return DepthTexts(column, tuple(tuple(one) for one in groups if one), sections, texts)


def shares_names(one: DepthTexts, others: Sequence[DepthTexts]) -> bool:
    """Whether a depth has a name in common with others."""
    return any(one.distinct & other.distinct for other in others)
