"""What stands in one column of the matrix: a profile with what it inherits, a level, or nothing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from laddereditor.compare.sheet.matrix import MatrixCell, MatrixColumn, State
from laddereditor.edits.cells.places import CellPlace, skill_text, value_below
from laddereditor.edits.cells.texts import choice_text, experience_text
from laddereditor.model.address import sibling_parts
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import by_id, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience, Level
from laddereditor.model.resolve import ResolvedProfile, Source, find_level, resolved
from laddereditor.model.statement import (
    Statements,
    skill_of,
    statement_examples,
    statement_text,
)
from laddereditor.model.titles import more_titles

MOST_COLUMNS = 100  # every row has a cell in each
GENERIC = "levels"  # the address that stands for the table of the generic levels


@dataclass(frozen=True, eq=False)
class MatrixSource:
    """One column with everything that its cells are made from."""

    ladder: Ladder
    column: MatrixColumn
    entity: Profile | Level | None
    whole: ResolvedProfile | None = None

    @property
    def level(self) -> Level | None:
        """The level that a profile inherits from."""
        return self.whole.level if self.whole else None

    def spot(
        self, name: str, key: str = "", position: int = -1, *, insert: bool = False
    ) -> CellPlace:
        """Return a place in this column."""
        return CellPlace(self.column.address, name, key, position, insert)

    def text(self, name: str, key: str = "") -> tuple[str, Source]:
        """Return a value as text, and whether it is own, from the level, or follows from it."""
        if self.whole is not None and name in ("title", "summary", "experience", "factors"):
            held = getattr(self.whole, name)
            sourced = held.get(key) if key else held
            value, source = (sourced.value, sourced.source) if sourced else ("", Source.NONE)
        else:
            held = getattr(self.entity, name, None)
            value = held.get(key, "") if key and held else held
            source = Source.OWN if value else Source.NONE
        if isinstance(value, Experience):
            return experience_text(value), source
        return str(value or ""), source

    def below(self, spot: CellPlace) -> str:
        """Return what the level says at a spot where the profile says something else."""
        found = value_below(self.ladder, spot) if self.whole is not None else None
        if isinstance(found, Experience):
            return experience_text(found)
        if isinstance(found, tuple):
            return "\n".join(map(statement_text, found))
        return str(found or "")

    def items(self, name: str, key: str = "") -> list[MatrixCell]:
        """Return the items of a list as cells, in order."""
        if self.entity is None:
            return []
        if name == "titles" and self.whole is not None:
            return self._titles(self.whole)
        if name == "skills":
            return self._skills()
        held: Any = getattr(self.entity, name, ())
        if not key:
            return self._items(held, self.spot(name))
        spot = self.spot(name, key)
        if key in held:
            return self._items(held[key], spot, below=self.below(spot))
        inherited = self.level.expectations.get(key, ()) if self.level else ()
        return self._items(inherited, spot, Source.LEVEL)

    def _items(
        self, items: Statements, spot: CellPlace, source: Source = Source.OWN, below: str = ""
    ) -> list[MatrixCell]:
        state: State = "own" if source is Source.OWN else "inherited"
        cells = []
        for place, item in enumerate(items):
            here = replace(spot, position=place)
            cell = MatrixCell(statement_text(item), state, here, statement_examples(item), source)
            cells.append(replace(cell, note=self.origin(source), field=here.path, below=below))
        return cells

    def origin(self, source: Source) -> str:
        """Return the words for where an inherited text is from."""
        level = self.level.id if self.level else self.column.level
        return {
            Source.LEVEL: f"from level {level}",
            Source.PATTERN: f"from the title patterns of {level}",
        }.get(source, "")

    def _titles(self, whole: ResolvedProfile) -> list[MatrixCell]:
        own = getattr(self.entity, "titles", ())
        note, known = self.origin(Source.PATTERN), frozenset(own)
        derived = [title.value for title in whole.titles if title.source is Source.PATTERN]
        shown = [*derived, *filter(None, [more_titles(whole.titles_left_out)])]
        cells = [
            MatrixCell(title, "inherited", None, (), Source.PATTERN, note, "titles")
            for title in shown
            if title not in known
        ]
        return cells + self._items(own, self.spot("titles"))

    def _skills(self) -> list[MatrixCell]:
        return [
            MatrixCell(
                skill_text(self.ladder, use),
                "own",
                spot := self.spot("skills", skill_of(use), place),
                field=spot.path,
            )
            for place, use in enumerate(getattr(self.entity, "skills", ()))
        ]

    def pay(self, name: str) -> str:
        """Return a value of the pay as text."""
        value = getattr(self.whole.pay, name, "") if self.whole else ""
        return choice_text(value) if name == "status" else str(value or "")


def family_sides(
    ladder: Ladder, family: Family, address: str, *, all_tracks: bool
) -> tuple[list[MatrixSource], int]:
    """Return a column for each level of the tracks the family has profiles in, or of all tracks.

    Of very many the first `MOST_COLUMNS` are made; the second value is how many are left out.

    Levels without a profile are gaps; further profiles of one level, and profiles of levels that
    the ladder does not have, have columns as well.
    """
    held: dict[str, list[tuple[str, Profile]]] = {}
    parts = sibling_parts(family.profiles, "level")
    for part, profile in zip(parts, family.profiles, strict=True):
        held.setdefault(profile.level, []).append((f"{address}/{part}", profile))
    tracks = {level.track for level in ladder.levels if level.id in held}
    makers: list[Callable[[], MatrixSource]] = []
    seen: set[str] = set()
    for level in ladder.levels:
        if level.id in seen or not (all_tracks or not tracks or level.track in tracks):
            continue
        seen.add(level.id)
        here = held.get(level.id)
        if here is None:
            makers.append(partial(_absent_side, ladder, level))
        else:
            makers += [partial(_profile_side, ladder, family, *one) for one in here]
    left = [one for level, found in held.items() if level not in seen for one in found]
    makers += [partial(_profile_side, ladder, family, *one) for one in left]
    return [make() for make in makers[:MOST_COLUMNS]], max(0, len(makers) - MOST_COLUMNS)


def _absent_side(ladder: Ladder, level: Level) -> MatrixSource:
    return MatrixSource(ladder, _column(ladder, level, level.name, ""), None)


def _profile_side(ladder: Ladder, family: Family, address: str, profile: Profile) -> MatrixSource:
    whole = resolved(ladder, family, profile)
    level = find_level(ladder, profile.level) or Level(id=profile.level)
    column = _column(ladder, level, whole.title.value, address)
    return MatrixSource(ladder, column, profile, whole)


def _column(ladder: Ladder, level: Level, name: str, address: str) -> MatrixColumn:
    track = by_id(ladder, "track").get(level.track)
    return MatrixColumn(level.id, name, label_of(track) if track else level.track, address)


def level_sides(ladder: Ladder) -> tuple[list[MatrixSource], int]:
    """Return a column for each generic level, of very many the first; and how many are left out."""
    levels = ladder.levels[:MOST_COLUMNS]
    sides = [
        MatrixSource(ladder, _column(ladder, level, level.name, f"levels/{part}"), level)
        for part, level in zip(sibling_parts(levels, "id"), levels, strict=True)
    ]
    return sides, len(ladder.levels) - len(levels)
