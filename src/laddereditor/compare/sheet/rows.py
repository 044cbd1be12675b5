"""List the rows of a sheet: which rows a field has, and each column's cells in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice, zip_longest

from laddereditor.align.keeping import LaidOut, kept_rows
from laddereditor.compare.sheet.alignment import LEVELS, AlignmentKind, ComparedTexts
from laddereditor.compare.sheet.keys import TermNames, match_keys
from laddereditor.compare.sheet.layout import RowPositions, laid_out, leftovers_last
from laddereditor.compare.sheet.sources import ABSENT, NOTHING, ColumnSource, UseKey
from laddereditor.compare.sheet.table import Cell, LaidOutList, Row, Section, TypedCell
from laddereditor.model.address import FieldPath
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.grouping import in_groups
from laddereditor.model.pay import Pay
from laddereditor.model.shapes import KEYED, LISTS
from laddereditor.model.terms import Skill

RowIterator = Iterator[Row]
_MAX_FORMER = 30  # states of a list whose rows are remembered; a bound for memory
_HEADED = KEYED | LISTS | {"pay"}


@dataclass(frozen=True)
class RowLister:
    """Lists the rows of the columns, aligned with the one at `baseline`.

    With `compact`, statements that only one column has share rows, each list in its order; with
    `leftovers_last`, they and such skills do so behind the rest of their list; otherwise each has a
    row of its own. With `to_fill`, empty cells say where a text typed into them goes, and each list
    has an empty row at its end. With `keeps`, a list keeps its rows while an edit allows it.
    """

    sources: tuple[ColumnSource, ...]
    baseline: int = 0
    compact: bool = False
    leftovers_last: bool = False
    to_fill: bool = False
    question: AlignmentKind = LEVELS
    keeps: bool = False  # whether rows stay in place
    typed: TypedCell | None = None  # the cell that was typed into
    known: Section | None = None  # the rows that stay
    laid: dict[FieldPath, LaidOutList] = field(default_factory=dict)  # as they are now, filled here

    def following(self, known: Section | None) -> "RowLister":
        """Return a lister of one section, which keeps the rows of its former state if it may."""
        return replace(self, known=known if self.keeps else None, laid={})

    @property
    def _ladders(self) -> list[int]:
        return [id(source.vocabulary) for source in self.sources]

    def rows(self, spec: FieldSpec) -> RowIterator:
        """Yield the rows of a field: its heading, what the columns have, and rows to add to."""
        if spec.shape in _HEADED:
            words = spec.words
            yield Row("heading", spec.name, spec.name, "", words, words)
        if spec.is_keyed:
            yield from self._mapping(spec)
        elif spec.shape in ("statements", "lines"):
            yield from self._list(spec)
        elif spec.shape == "skills":
            yield from self._skills(spec)
        elif spec.shape == "pay":
            yield from self._pay(spec)
        elif spec.shape == "equivalents":
            yield from self._equivalents(spec)
        elif spec.shape == "links":
            yield from self._links(spec)
        else:
            cells = tuple(source.value(spec) for source in self.sources)
            about = spec.words
            yield Row("value", spec.name, spec.name, "", spec.title, about, cells)

    # -- mappings -----------------------------------------------------------------------------

    def _mapping(self, spec: FieldSpec) -> RowIterator:
        """Yield the rows of each factor or competency, in the baseline's order."""
        named = [source.names(spec) for source in self.sources]
        matched = match_keys(named, self._ladders, self.baseline)
        for group, listed in in_groups(matched, partial(self._group, spec)).items():
            if group:
                yield Row("group", spec.name, spec.name, group, group, spec.words)
            yield from self._entries(spec, named, listed)

    def _group(self, spec: FieldSpec, keys: Sequence[str | None]) -> str:
        """Return the group of what a row is about, as the column that names the row has it."""
        leading = self._leading(keys)
        return self.sources[leading].group(spec, keys[leading] or "")

    def _entries(
        self,
        spec: FieldSpec,
        named: Sequence[Mapping[str, TermNames]],
        listed: Iterable[Sequence[str | None]],
    ) -> RowIterator:
        """Yield the rows of factors or competencies, given by their keys in each column."""
        for keys in listed:
            leading = self._leading(keys)
            key = keys[leading] or ""
            heading = next(iter(named[leading][key]), key)
            if spec.shape == "expectations":
                yield from self._list(spec, keys, key, heading)
            else:
                cells = tuple(
                    source.value(spec, key if own is None else own)
                    for source, own in zip(self.sources, keys, strict=True)
                )
                path = FieldPath(spec.name).entry(key)
                yield Row("value", spec.name, path, key, heading, heading, cells)

    def _leading(self, keys: Sequence[UseKey | str | None]) -> int:
        """Return the column that names a row: the baseline if it has one, else the first."""
        order = [self.baseline, *range(len(keys))]
        leading: int = next(n for n in order if keys[n] is not None)
        return leading

    # -- lists --------------------------------------------------------------------------------

    def _list(
        self, spec: FieldSpec, keys: Sequence[str | None] = (), key: str = "", heading: str = ""
    ) -> RowIterator:
        """Yield the rows of a list, or of the lists about a competency, and the row to add to."""
        own = [key if one is None else one for one in keys] or [key] * len(self.sources)
        columns = [s.items(spec, one) for s, one in zip(self.sources, own, strict=True)]
        path = FieldPath(spec.name).entry(key) if key else FieldPath(spec.name)
        about = heading or spec.words
        start = Row("item", spec.name, path, key, heading, about)
        texts = tuple(tuple(cell.text for cell in cells) for cells in columns)
        above = [-1] * len(columns)  # the place of the nearest item above in each column
        for places, is_match in self._rows_of(path, texts, spec, key):
            cells = tuple(
                self._empty_cell(n, spec, own[n], above[n]) if place is None else columns[n][place]
                for n, place in enumerate(places)
            )
            above = [
                last if place is None else _item_at(columns[n][place], last)
                for n, (place, last) in enumerate(zip(places, above, strict=True))
            ]
            yield start.filled(cells, heading, is_match=is_match)
        yield from self._adder(start, spec, own)

    def _rows_of(self, path: FieldPath, texts: ComparedTexts, spec: FieldSpec, key: str) -> LaidOut:
        """Return the rows of a list: as they were if an edit allows it, else aligned again."""

        def align_again() -> LaidOut:
            return self._laid_out(self.question.aligned(texts, self.baseline, spec, key))

        known, typed = self.known.lists.get(path) if self.known else None, self.typed
        at = (typed.row, typed.column) if typed is not None and typed.field == path else None
        if known is None:
            self.laid[path] = LaidOutList(texts, align_again())
            return self.laid[path].rows
        # What is undone or done again goes back to the rows that it had.
        seen = None if at else next((one for one in known.former if one.texts == texts), None)
        kept = seen.rows if seen else kept_rows(known.rows, known.texts, texts, align_again, at)
        rows = align_again() if kept is None else kept
        self.laid[path] = LaidOutList(texts, rows, _former(known, texts))
        return rows

    def _laid_out(self, rows: Sequence[RowPositions]) -> LaidOut:
        if self.leftovers_last:
            return leftovers_last(rows, len(self.sources))
        return laid_out(rows, len(self.sources), compact=self.compact)

    def _empty_cell(self, n: int, spec: FieldSpec, key: str, above: int) -> Cell:
        """Return the cell where a list has nothing; a new text goes after the item above."""
        if not self.to_fill:
            return NOTHING
        return self.sources[n].empty_cell(spec, key, above + 1, insert=True)

    def _adder(self, start: Row, spec: FieldSpec, keys: Sequence[str]) -> RowIterator:
        if not self.to_fill:
            return
        cells = (_adder(source, spec, key) for source, key in zip(self.sources, keys, strict=True))
        yield replace(start, kind="adder", cells=tuple(cells))

    # -- skills -------------------------------------------------------------------------------

    def _skills(self, spec: FieldSpec) -> RowIterator:
        """Yield a row for each skill that a column uses, by category, and the row to add to."""
        used = [source.uses(spec) for source in self.sources]
        groups: dict[str, list[Row]] = {category: [] for category in self._categories()}
        leftovers: list[list[Cell]] = [[] for _ in self.sources]
        known = self._skills_with_rows()
        for keys in match_keys(self._named(used), self._ladders, self.baseline):
            n = self._leading(keys)
            skill, nth = keys[n] or ("", 0)
            is_alone = sum(one is not None for one in keys) == 1
            if self.leftovers_last and is_alone and skill not in known:
                leftovers[n].append(used[n][skill, nth])
                continue
            heading = used[n][skill, nth].name
            cells = tuple(
                held[key] if key else self._unused(source, spec, skill, nth)
                for source, key, held in zip(self.sources, keys, used, strict=True)
            )
            row = Row("skill", spec.name, spec.name, skill, heading, heading, cells)
            groups.setdefault(self.sources[n].vocabulary.category(skill), []).append(row)
        yield from _grouped(spec, {name: rows for name, rows in groups.items() if rows})
        about = spec.words
        for cells in zip_longest(*leftovers, fillvalue=NOTHING):
            path = FieldPath(spec.name)
            yield Row("skill", spec.name, path, "", "", about, cells, is_match=False)
        start = Row("adder", spec.name, spec.name, "", "", about)
        yield from self._adder(start, spec, [""] * len(self.sources))

    def _skills_with_rows(self) -> set[str]:
        """Return the skills that stay in rows of their own, though only one column has them now."""
        rows = self.known.rows if self.known else ()
        return {row.key for row in rows if row.kind == "skill" and row.is_match}

    def _named(self, used: Sequence[Mapping[UseKey, Cell]]) -> list[dict[UseKey, TermNames]]:
        return [
            {key: source.vocabulary.names("skill", key[0]) for key in held}
            for source, held in zip(self.sources, used, strict=True)
        ]

    def _unused(self, source: ColumnSource, spec: FieldSpec, skill: str, nth: int) -> Cell:
        """Return the cell of a column that does not use a skill; no skill is listed twice."""
        if not self.to_fill:
            return NOTHING
        return source.empty_cell(spec, skill) if not nth or source.entity is None else NOTHING

    def _categories(self) -> list[str]:
        """Return the categories in the order of the baseline's library, none at all first."""
        libraries = [self.sources[self.baseline].vocabulary, *(s.vocabulary for s in self.sources)]
        distinct = {id(library): library for library in libraries}.values()
        return ["", *(name for library in distinct for name in library.categories())]

    # -- pay ----------------------------------------------------------------------------------

    def _pay(self, spec: FieldSpec) -> RowIterator:
        for inner in field_specs(Pay).values():
            path = f"{spec.name}/{inner.name}"
            if inner.shape == "ranges":
                yield from self._ranges(spec, inner, FieldPath(path))
            else:
                cells = tuple(source.pay_value(spec, inner) for source in self.sources)
                yield Row("value", path, FieldPath(path), "", inner.title, inner.title, cells)

    def _ranges(self, spec: FieldSpec, inner: FieldSpec, path: FieldPath) -> RowIterator:
        """Yield a row for each market; ranges are shown here and changed in the form."""
        held = [source.ranges(spec) for source in self.sources]
        unnamed: list[dict[UseKey, TermNames]] = [dict.fromkeys(found, ()) for found in held]
        for keys in match_keys(unnamed, self._ladders, self.baseline):
            n = self._leading(keys)
            market = held[n][keys[n] or ("", 0)][0].market
            cells = tuple(
                ranges[key][1] if key else _no_range(source, path)
                for source, key, ranges in zip(self.sources, keys, held, strict=True)
            )
            heading = f"{inner.title}: {market}" if market else inner.title
            yield Row("fact", path, path, market, heading, inner.title, cells)

    def _equivalents(self, spec: FieldSpec) -> RowIterator:
        """Yield a row for each scheme; equivalents are shown here and changed in the form."""
        held = [source.equivalents(spec) for source in self.sources]
        schemes: dict[UseKey, str] = {}
        for found in held:
            for key, (one, _) in found.items():
                schemes.setdefault(key, one.scheme)
        if schemes:
            yield Row("heading", spec.name, spec.name, "", spec.words, spec.words)
        for (scheme, nth), name in schemes.items():
            cells = tuple(
                found[scheme, nth][1] if (scheme, nth) in found else _no_range(source, spec.name)
                for source, found in zip(self.sources, held, strict=True)
            )
            yield Row("fact", spec.name, spec.name, f"{scheme}~{nth}", name, spec.words, cells)

    def _links(self, spec: FieldSpec) -> RowIterator:
        """Yield a row for each address; links are shown here and changed in the form."""
        held = [source.links(spec) for source in self.sources]
        urls = dict.fromkeys(key for found in held for key in found)
        if urls:
            yield Row("heading", spec.name, spec.name, "", spec.words, spec.words)
        for url, nth in urls:
            cells = tuple(
                found[url, nth][1] if (url, nth) in found else _no_range(source, spec.name)
                for source, found in zip(self.sources, held, strict=True)
            )
            yield Row("fact", spec.name, spec.name, f"{url}~{nth}", "", spec.words, cells)


def spec_of_row(spec: FieldSpec, row: Row) -> FieldSpec:
    """Return the field whose value a row shows; a section of pay has rows of several."""
    return field_specs(Pay)[row.field.last] if spec.shape == "pay" else spec


def _former(known: LaidOutList, texts: ComparedTexts) -> tuple[LaidOutList, ...]:
    """Return how a list was laid out before it has these texts, newest first."""
    if known.texts == texts:
        return known.former
    others = (one for one in known.former if one.texts not in (texts, known.texts))
    return (LaidOutList(known.texts, known.rows), *islice(others, _MAX_FORMER - 1))


def _item_at(cell: Cell, last: int) -> int:
    """Return the index of a cell's item in its list, or of the item above if it has none."""
    return last if cell.place is None else cell.place.position


def _adder(source: ColumnSource, spec: FieldSpec, key: str) -> Cell:
    place = source.place(spec, key, insert=True)
    if source.entity is None:
        return ABSENT
    return Cell(state="adder", place=place, field=place.path if place else FieldPath())


def _no_range(source: ColumnSource, path: FieldPath) -> Cell:
    return ABSENT if source.entity is None else Cell(field=path)


def _grouped(spec: FieldSpec, groups: Mapping[str, Sequence[Row]]) -> RowIterator:
    """Yield the rows of each category under its name, if there is a choice of names."""
    about, unset = spec.words, f"{field_specs(Skill)['category'].title} not set"
    for category, rows in groups.items():
        if category or len(groups) > 1:
            yield Row("group", spec.name, spec.name, category, category or unset, about)
        yield from rows
