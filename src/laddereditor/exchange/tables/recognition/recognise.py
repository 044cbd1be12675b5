"""Work out the mapping of a workbook around what a person decided."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from laddereditor.exchange.tables.grid import Span, Workbook
from laddereditor.exchange.tables.mapping import (
    GridMapping,
    LineRole,
    Mapping,
    Pin,
    RankedReading,
)
from laddereditor.exchange.tables.memory import SheetMemory
from laddereditor.exchange.tables.recognition.contexts import NO_NAME, contexts
from laddereditor.exchange.tables.recognition.forced import forced_tables
from laddereditor.exchange.tables.recognition.level_order import order_doubts
from laddereditor.exchange.tables.recognition.not_ladder import why_not_ladder
from laddereditor.exchange.tables.recognition.questions import questions
from laddereditor.exchange.tables.recognition.readings import tables_in
from laddereditor.exchange.tables.recognition.references import with_names
from laddereditor.exchange.tables.recognition.sheet_tracks import with_tracks
from laddereditor.exchange.tables.recognition.sheet_view import SheetPins, SheetView
from laddereditor.exchange.tables.recognition.table import FoundTable, at_level
from laddereditor.exchange.tables.recognition.versions import second_versions
from laddereditor.exchange.tables.terms.words import is_counterexample, word_key

_HEADS_IN = 10  # rows in which the heads of a sheet are looked for
_AGAINST = 0.6  # what signs of a form can weigh against a clear table of levels
_LEAST = 0.4  # score from which on a sheet is taken


def recognised(
    workbook: Workbook, pins: Sequence[Pin] = (), memory: SheetMemory | None = None
) -> Mapping:
    """Return how a workbook is to be read, worked out around what a person decided.

    Args:
        workbook: The workbook.
        pins: What a person decided; the last one about a place counts.
        memory: What was found in the same workbook with other pins.
    """
    memory = memory or SheetMemory()
    answers = {pin.value: pin.role for pin in pins if pin.part == "answer"}
    grids, _ = with_names(workbook.grids)
    versions = memory.recalled("versions", 0, None, lambda: second_versions(grids))
    sheets = [
        _SheetReadings.recalled(memory, at, SheetView(grid, SheetPins.of(grid, pins), answers))
        for at, grid in enumerate(grids)
    ]
    chosen = [one.chosen(versions.get(at, "")) for at, one in enumerate(sheets)]
    names = [(one.view.grid.name, table) for one, (table, _) in zip(sheets, chosen, strict=True)]
    file = PurePath(workbook.source.split(", ")[0]).stem if ", " not in workbook.source else ""
    found = contexts(names, file, workbook.properties.get("title", ""), answers.get("family", ""))
    family, why = found.family
    tables = with_tracks(names, found.tracks)
    taken = [(n, table) for (n, _), table in zip(names, tables, strict=True) if table is not None]
    tracks = [found.tracks[name].track if name in found.tracks else "" for name, _ in taken]
    shared = order_doubts([table for _, table in taken], tracks)
    if any(one.reading != "list" for _, one in taken) and family != "column":
        shared["family"] = (family, why)
    made = tuple(
        replace(
            sheet.mapping(at_level(table) if context.role == "level" else table, reason, context),
            track=found.tracks[name].track if name in found.tracks else "",
        )
        for sheet, table, (_, reason), context, (name, _) in zip(
            sheets, tables, chosen, found.roles, names, strict=True
        )
    )
    doubts = questions(taken, shared, answers)
    return Mapping(workbook.source, signature(workbook), made, doubts, tuple(pins))


class _SheetReadings:
    """One sheet with all ways to read it."""

    def __init__(self, view: SheetView, tables: tuple[FoundTable, ...]) -> None:
        self.view, self.tables = view, tables
        self.against, self.why = why_not_ladder(view)

    @classmethod
    def recalled(cls, memory: SheetMemory, number: int, view: SheetView) -> "_SheetReadings":
        return memory.recalled("readings", number, (view.pins, view.answers), lambda: cls.of(view))

    @classmethod
    def of(cls, view: SheetView) -> "_SheetReadings":
        pins = view.pins
        tables = tables_in(view)
        if pins.reading and all(one.reading != pins.reading for one in tables):
            tables = (*tables, *forced_tables(view))
        return cls(view, tables)

    def chosen(self, version_of: str) -> tuple[FoundTable | None, str]:
        """Return the table that is taken, None for none, and why."""
        pins = self.view.pins
        named = next((one for one in self.tables if one.reading == pins.reading), None)
        named = replace(named, is_asked=True) if named else None
        if pins.take == "no" or pins.reading == "none":
            return None, "you left it out"
        if named is not None or (pins.take == "yes" and self.tables):
            return named or self.tables[0], "you said so"
        found, reason = self._by_signs(version_of)
        if found is None and pins.columns and self.tables:
            return self.tables[0], "you said so"
        return found, reason

    def _by_signs(self, version_of: str) -> tuple[FoundTable | None, str]:
        """Return the table that is taken if a person says nothing about that, and why."""
        if self.view.grid.hidden:
            return None, "the sheet is hidden in the file"
        if version_of:
            return None, f"it repeats the sheet “{version_of}”"
        if is_counterexample(self.view.grid.name):
            return None, "its name says that people should not do what it says"
        best = next(iter(self.tables), None)
        against = min(self.against, _AGAINST) if best and best.is_clear else self.against
        if best is None or best.score < _LEAST or against >= best.score:
            return None, self.why or "no table of levels, skills or competencies was found in it"
        return best, best.evidence[0] if best.evidence else ""

    def mapping(self, table: FoundTable | None, reason: str, context: LineRole) -> GridMapping:
        """Return the mapping of the sheet with the table that is taken."""
        view = self.view
        shown = table or next(iter(self.tables), None)
        ranked = [
            RankedReading(one.reading, round(one.score, 3), one.evidence) for one in self.tables
        ]
        none = RankedReading("none", round(self.against, 3), (self.why,) if self.why else ())
        readings = tuple(sorted((*ranked, none), key=lambda one: -one.score))
        empty = tuple(LineRole("unknown") for _ in range(view.width))
        rows = shown.rows if shown else tuple(LineRole("unknown") for _ in range(view.height))
        parts = {"take": view.pins.take, "reading": view.pins.reading, "sheet": view.pins.context}
        pinned = {name for name, value in parts.items() if value}
        if view.pins.bottom is not None:
            pinned.add("bottom")
        return GridMapping(
            view.grid.name,
            table is not None,
            reason,
            table.reading if table else "none",
            readings,
            _edges(rows, view.width, shown.heads if shown else ()),
            shown.heads if shown else (),
            shown.columns if shown else empty,
            rows,
            _context(view.pins.context, context if table else NO_NAME),
            frozenset(pinned),
        )


def _context(pin: Pin | None, found: LineRole) -> LineRole:
    return LineRole(pin.role, pin.value, reason="you said so", pinned=True) if pin else found


def _edges(rows: Sequence[LineRole], width: int, heads: Sequence[int]) -> Span:
    inside = [at for at, one in enumerate(rows) if one.role not in ("note", "unknown", "hidden")]
    top = min([*inside, *heads], default=0)
    return Span(top, 0, max(inside, default=0), max(0, width - 1))


def signature(workbook: Workbook) -> str:
    """Return what files of one shape have in common: their sheets and their rows of heads."""
    parts = []
    for grid in workbook.grids:
        rows = [[cell.text for cell in row if cell.text] for row in grid.rows[:_HEADS_IN]]
        heads = max(rows, key=len, default=[])
        parts.append("\x1f".join((grid.name.casefold(), *map(word_key, heads))))
    return hashlib.sha256("\x1e".join(parts).encode()).hexdigest()[:16]
