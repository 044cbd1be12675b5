"""Sets levels side by side: profiles and generic levels, of one ladder or of several."""

from collections.abc import Iterator, Sequence

from laddereditor.align.columns import align
from laddereditor.compare.sheet.cells import row_of
from laddereditor.compare.sheet.counting import counts_of
from laddereditor.compare.sheet.keys import Names, match_keys
from laddereditor.compare.sheet.shown_fields import shown_fields
from laddereditor.compare.sheet.sides import CompareSource, Entry, Key, side_of
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Comparison, Row, Section
from laddereditor.compare.sheet.vocabulary import Vocabulary
from laddereditor.model.family import Pay
from laddereditor.model.fields import FieldSpec, field_specs

Rows = Iterator[Row]


def compare(columns: Sequence[Subject], baseline: int = 0) -> Comparison:
    """Return the columns side by side, each told against the one at `baseline`.

    Sections follow the model's fields in reading order; what is inherited is filled in. What is
    for the editors of the ladder alone (notes) is left out. Raises NoSuchPlace for a column whose
    address is no longer there, IndexError for a baseline that is no column.
    """
    if not -len(columns) <= baseline < len(columns):
        raise IndexError(f"there is no column {baseline}")
    place = baseline % len(columns)
    vocabularies: dict[int, Vocabulary] = {}
    for subject in columns:
        vocabularies.setdefault(id(subject.ladder), Vocabulary(subject.ladder))
    sides = [side_of(subject, vocabularies[id(subject.ladder)]) for subject in columns]
    maker = _Maker(sides, place)
    sections = (maker.section(spec) for spec in shown_fields([type(s.entity) for s in sides]))
    return Comparison(tuple(columns), place, tuple(one for one in sections if one.rows))


class _Maker:
    """Makes one section after the other."""

    def __init__(self, sides: Sequence[CompareSource], baseline: int) -> None:
        self._sides, self._baseline = sides, baseline
        self._ladders = [id(side.vocabulary) for side in sides]

    def section(self, spec: FieldSpec) -> Section:
        """Return the rows of a field; none if no column says anything there."""
        rows = tuple(self._rows(spec))
        counts = (counts_of(rows, n, self._baseline) for n in range(len(self._sides)))
        return Section(spec.name, spec.heading or spec.title, rows, tuple(counts))

    def _rows(self, spec: FieldSpec) -> Rows:
        if spec.shape in ("texts", "expectations"):
            return self._mapping(spec)
        if spec.shape in ("statements", "lines"):
            return self._aligned(spec.name, "", [side.items(spec) for side in self._sides])
        if spec.shape == "skills":
            return self._skills(spec)
        if spec.shape == "pay":
            return self._pay(spec)
        return self._value(spec.name, "", [side.value(spec) for side in self._sides])

    def _row(self, field: str, heading: str, entries: Sequence[Entry | None]) -> Row:
        return row_of(field, heading, entries, self._baseline)

    def _value(self, field: str, heading: str, entries: Sequence[Entry | None]) -> Rows:
        if any(entries):
            yield self._row(field, heading, entries)

    def _aligned(self, field: str, heading: str, columns: Sequence[Sequence[Entry]]) -> Rows:
        texts = [[entry.text for entry in entries] for entries in columns]
        for places in align(texts, self._baseline):
            entries = [
                None if place is None else columns[n][place] for n, place in enumerate(places)
            ]
            yield self._row(field, heading, entries)

    # -- mappings -----------------------------------------------------------------------------

    def _mapping(self, spec: FieldSpec) -> Rows:
        """Yield the rows of each factor or competency, in the baseline's order."""
        named = [{key: side.names(spec, key) for key in side.keys(spec)} for side in self._sides]
        for keys in match_keys(named, self._ladders, self._baseline):
            columns = [
                [] if key is None else side.entries(spec, key)
                for side, key in zip(self._sides, keys, strict=True)
            ]
            if any(columns):
                leading = self._leading(keys, columns)
                key = keys[leading] or ""
                heading = next(iter(named[leading][key]), key)
                field = self._sides[leading].path(spec, key)
                yield from self._aligned_texts(spec, field, heading, columns)

    def _aligned_texts(
        self, spec: FieldSpec, field: str, heading: str, columns: Sequence[Sequence[Entry]]
    ) -> Rows:
        if spec.shape == "expectations":
            return self._aligned(field, heading, columns)
        return self._value(field, heading, [next(iter(entries), None) for entries in columns])

    def _leading(self, keys: Sequence[object], columns: Sequence[Sequence[Entry]]) -> int:
        """Return the column that names a row: the baseline if it can, else the first that does."""
        if keys[self._baseline] is not None:
            return self._baseline
        return next(n for n, entries in enumerate(columns) if entries)

    # -- skills -------------------------------------------------------------------------------

    def _skills(self, spec: FieldSpec) -> Rows:
        used = [side.skills(spec) for side in self._sides]
        named = [
            {key: side.names(spec, key[0]) for key in entries}
            for side, entries in zip(self._sides, used, strict=True)
        ]
        found: dict[str, list[Row]] = {category: [] for category in self._categories()}
        for keys in match_keys(named, self._ladders, self._baseline):
            category = self._category(keys)
            entries = [key and held[key] for key, held in zip(keys, used, strict=True)]
            found.setdefault(category, []).append(self._row(spec.name, category, entries))
        for rows in found.values():
            yield from rows

    def _categories(self) -> list[str]:
        """Return the categories in the order of the baseline's library, none at all first."""
        libraries = [self._sides[self._baseline].vocabulary, *(s.vocabulary for s in self._sides)]
        distinct = {id(library): library for library in libraries}.values()
        return ["", *(name for library in distinct for name in library.categories())]

    def _category(self, keys: Sequence[Key | None]) -> str:
        order = [self._baseline, *range(len(keys))]
        n = next(place for place in order if keys[place] is not None)
        key = keys[n]
        return self._sides[n].vocabulary.category(key[0]) if key else ""

    # -- pay ----------------------------------------------------------------------------------

    def _pay(self, spec: FieldSpec) -> Rows:
        for inner in field_specs(Pay).values():
            if inner.shape == "ranges":
                yield from self._ranges(spec, inner)
            else:
                entries = [side.pay_value(spec, inner) for side in self._sides]
                yield from self._value(f"{spec.name}/{inner.name}", inner.title, entries)

    def _ranges(self, spec: FieldSpec, inner: FieldSpec) -> Rows:
        held = [side.ranges(spec) for side in self._sides]
        unnamed: list[dict[Key, Names]] = [dict.fromkeys(found, ()) for found in held]
        for keys in match_keys(unnamed, self._ladders, self._baseline):
            found = [key and ranges[key] for key, ranges in zip(keys, held, strict=True)]
            market = next((one[0].market for one in found if one), "")
            entries = [one and one[1] for one in found]
            yield self._row(f"{spec.name}/{inner.name}", market or inner.title, entries)
