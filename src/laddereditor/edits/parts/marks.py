"""The marks by which the cells of an exported workbook are known again."""

from dataclasses import dataclass

ABSENT = "-"  # of a cell without a text
_INHERITED = "~"


@dataclass(frozen=True, slots=True)
class CellMark:
    """What was exported into a cell."""

    mark: str = ""  # of its text, "" if it had none
    inherited: bool = False
    position: int = -1  # of a use of a skill in its list


NO_MARK = CellMark()


def inherited_mark(mark: str) -> str:
    """Return the mark of a text that is only shown where it is inherited."""
    return _INHERITED + mark


def read_mark(text: str) -> CellMark:
    """Return what a mark says."""
    if text in ("", ABSENT):
        return NO_MARK
    if text.startswith(_INHERITED):
        return CellMark(text.removeprefix(_INHERITED), inherited=True)
    mark, _, position = text.partition(".")
    return CellMark(mark, position=int(position) if position.isdigit() else -1)
