"""What is drawn in a cell: tags, then runs of text, each with its look; no Qt."""

from dataclasses import dataclass
from typing import Literal

from laddereditor.compare.table import Cell, Row
from laddereditor.gui.compare.said import SIGNS, source_words, state_of

Look = Literal["text", "muted", "inherited", "came", "went", "example", "strong", "small"]
_LOOKS: dict[str, Look] = {"same": "text", "gone": "went", "new": "came"}


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text in one look."""

    text: str
    look: Look = "text"


@dataclass(frozen=True, slots=True)
class Tag:
    """A few words in a small box before the text; without a box if `quiet`."""

    words: str
    role: str  # colour of the words and the box
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that is drawn in a cell."""

    runs: tuple[Run, ...] = ()
    tags: tuple[Tag, ...] = ()
    ground: str = ""  # role of the colour behind it


NOTHING = Shown()


def shown_cell(row: Row, column: int, baseline: int) -> Shown:
    """Return what is drawn where a column meets a row."""
    cell, state = row.cells[column], state_of(row, column, baseline)
    if cell is None:
        return Shown(tags=(_state_tag(state),), ground="removed_bg") if state else NOTHING
    tags = [_state_tag(state)] if state else []
    if cell.change:
        tags.append(Tag(cell.change, "changed"))
    if source := source_words(cell):
        tags.append(Tag(source, "text_inherited"))
    ground = {"new": "added_bg", "reworded": "changed_bg"}.get(state, "")
    return Shown((*_runs(cell, state), *_examples(cell)), tuple(tags), ground)


def _state_tag(state: str) -> Tag:
    sign = SIGNS[state]
    return Tag(f"{sign.mark} {sign.word}", sign.role, quiet=state == "same")


def _runs(cell: Cell, state: str) -> list[Run]:
    if state == "reworded" and cell.marks:
        return [Run(mark.text, _LOOKS[mark.kind]) for mark in cell.marks]
    if source_words(cell):
        return [Run(cell.text, "inherited")]
    return [Run(cell.text, "muted" if state == "same" else "came" if state == "new" else "text")]


def _examples(cell: Cell) -> list[Run]:
    return [Run(f"\n– {example}", "example") for example in cell.examples]
