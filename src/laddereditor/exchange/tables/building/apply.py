"""Apply a mapping to a workbook: its ladder, and an account of every cell."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePath

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.exchange.tables.building.drafts import LadderDraft
from laddereditor.exchange.tables.building.ladder import ladder_of
from laddereditor.exchange.tables.building.level_table import LevelTable, level_table
from laddereditor.exchange.tables.building.odd_cells import odd_notes
from laddereditor.exchange.tables.building.result import (
    AppliedMapping,
    CellAccount,
    CommentCell,
    Outcome,
    StatementCell,
)
from laddereditor.exchange.tables.building.subjects import NotTaken
from laddereditor.exchange.tables.building.taking import has_place, take
from laddereditor.exchange.tables.facts.fact import CellPosition, Fact, SheetFacts
from laddereditor.exchange.tables.facts.series import ordered_levels, ordered_steps
from laddereditor.exchange.tables.facts.sheet_facts import facts_of
from laddereditor.exchange.tables.grid import Workbook
from laddereditor.exchange.tables.mapping import Mapping
from laddereditor.exchange.tables.memory import SheetMemory
from laddereditor.exchange.tables.recognition.references import with_names
from laddereditor.exchange.tables.terms.level_heads import level_head
from laddereditor.exchange.tables.terms.words import own_name
from laddereditor.model.address import Address
from laddereditor.model.counting import plural
from laddereditor.model.ladder import Ladder

_SHOWN = 3  # comments of a sheet that a note quotes
_FIRST = frozenset({"statement", "at-step"})


def applied(
    workbook: Workbook,
    mapping: Mapping,
    conventions: Conventions = USUAL,
    here: Ladder | None = None,
    memory: SheetMemory | None = None,
) -> AppliedMapping:
    """Return the ladder of a workbook, read as a mapping says, with an account of every cell.

    Args:
        workbook: The workbook.
        mapping: How it is read.
        conventions: How numbers are written.
        here: The ladder that it is added to: a level of the same name is the one that it has, and
            other levels get codes that it does not have.
        memory: What was found in the same workbook with other pins.
    """
    memory = memory or SheetMemory()
    answers = {one.id: one.answer for one in mapping.doubts}
    grids, _ = with_names(workbook.grids)
    sheets = [
        memory.recalled("facts", at, (one, answers), partial(facts_of, at, grid, one, answers))
        for at, (grid, one) in enumerate(zip(grids, mapping.grids, strict=True))
    ]
    facts = [fact for sheet in sheets for fact in sheet.facts]
    draft = LadderDraft(_levels(sheets, facts, answers, here))
    said: dict[CellPosition, CellAccount] = {}
    for fact in sorted(facts, key=lambda one: one.field not in _FIRST):
        said[fact.position] = _account(draft, fact, conventions)
    for sheet in sheets:
        for one in sheet.left:
            outcome: Outcome = "left" if one.reason else "unknown"
            unclear = f"it is not understood: {one.unclear}" if one.unclear else ""
            reason = one.reason or unclear or "it is not understood"
            said[one.position] = CellAccount(one.position, outcome, one.text, "", reason)
    cells = tuple(
        replace(said[at], text=workbook.grids[at.sheet].rows[at.row][at.column].text)
        for at in sorted(said, key=lambda at: (at.sheet, at.row, at.column))
    )
    steps = ordered_steps([entry.name for entry in draft.steps.entries.values()])
    order = tuple(draft.steps.get(name).id for name in steps)
    ladder = ladder_of(draft, _name(workbook, draft), order)
    comments = tuple(_comments(workbook, said))
    odd = odd_notes(workbook, mapping, cells)
    notes = (*workbook.notes, *odd, *_comment_notes(workbook, comments))
    return AppliedMapping(ladder, cells, notes, tuple(_statements(cells)), comments)


def _account(draft: LadderDraft, fact: Fact, conventions: Conventions) -> CellAccount:
    if not has_place(fact.field):
        return CellAccount(fact.position, "unknown", fact.text, "", "it is not understood")
    try:
        address = take(draft, fact, conventions)
    except NotTaken as error:
        return CellAccount(fact.position, "unknown", fact.text, "", str(error))
    reason = "" if address else "it is a head or a heading"
    return CellAccount(fact.position, "taken", fact.text, str(address), reason)


def _levels(
    sheets: Sequence[SheetFacts],
    facts: Sequence[Fact],
    answers: dict[str, str],
    here: Ladder | None,
) -> LevelTable:
    there = here.levels if here else ()
    codes = {one.name: one.id for one in there if one.name}
    for fact in facts:
        if fact.field == "code" and fact.subject.level:
            codes.setdefault(fact.subject.level, "".join(fact.text.split()))
    series = [sheet.levels for sheet in sheets if sheet.levels]
    if series and all(len(one) == 1 for one in series):
        series = [_in_rank_order([name for one in series for name in one])]
    taken = frozenset(one.id for one in there)
    tracks = {f.subject.level: f.subject.track for f in reversed(facts) if f.subject.track}
    align = answers.get("levels", "align") == "align"
    return level_table(series, codes, taken, tracks, align=align)


def _in_rank_order(names: Sequence[str]) -> tuple[str, ...]:
    return (
        ordered_levels(list(dict.fromkeys(names)))
        if all(level_head(n).sure for n in names)
        else tuple(names)
    )


def _name(workbook: Workbook, draft: LadderDraft) -> str:
    families = list(draft.families.entries.values())
    if len(families) == 1:
        return families[0].name
    stem = PurePath(workbook.source).stem if ", " not in workbook.source else ""
    return workbook.properties.get("title") or own_name(stem) or stem or "Ladder"


def _statements(cells: Sequence[CellAccount]) -> list[StatementCell]:
    found = []
    for one in cells:
        path = Address(one.address)
        if one.outcome == "taken" and "/expectations/" in one.address:
            owner = path.owner
            family = owner.family.key if owner.family else ""
            competency = path.field.parts[1]
            found.append(StatementCell(one.position, family, owner.key, competency, one.text))
    return found


def _comments(workbook: Workbook, said: dict[CellPosition, CellAccount]) -> Iterator[CommentCell]:
    for number, grid in enumerate(workbook.grids):
        for r, row in enumerate(grid.rows):
            for c, cell in enumerate(row):
                if cell.comment:
                    at = CellPosition(number, r, c)
                    address = said[at].address if at in said else ""
                    yield CommentCell(at, cell.comment, cell.wrote, address)


def _comment_notes(workbook: Workbook, comments: Sequence[CommentCell]) -> list[str]:
    """Return the comments of each sheet as a sentence, the first ones with their texts."""
    notes = []
    for number, grid in enumerate(workbook.grids):
        own = [one for one in comments if one.position.sheet == number]
        if own:
            what = plural(len(own), "comment on a cell", "comments on cells")
            said = "; ".join(f"{one.cell} “{one.text}”" for one in own[:_SHOWN])
            more = f"; and {len(own) - _SHOWN} more" if len(own) > _SHOWN else ""
            notes.append(f"Sheet “{grid.name}” has {what} that the ladder has no place for: "
                         f"{said}{more}.")  # fmt: skip
    return notes
