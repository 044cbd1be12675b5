"""What a person decides about a workbook: pins that are added, taken back, and named in words."""

from collections.abc import Iterable, Sequence

from laddereditor.exchange.tables import READINGS, ROLES, LineRole, Pin
from laddereditor.exchange.tables.mapping import PinPart
from laddereditor.exchange.tables.places import column_name

_OF_SHEET = ("take", "reading", "sheet", "bottom")


def with_pins(pins: Sequence[Pin], new: Iterable[Pin]) -> tuple[Pin, ...]:
    """Return pins with further ones, each in the place of an earlier one about the same thing.

    Args:
        pins: What was decided.
        new: What is decided now.
    """
    found = {_about(pin): pin for pin in pins}
    for pin in new:
        found.pop(_about(pin), None)
        found[_about(pin)] = pin
    return tuple(found.values())


def without_pin(pins: Sequence[Pin], part: PinPart, sheet: str, at: int = -1) -> tuple[Pin, ...]:
    """Return pins without the one about a thing.

    Args:
        pins: What was decided.
        part: What the pin is about.
        sheet: The name of the sheet; for an answer the id of the doubt.
        at: The row or column, -1 if it is about neither.
    """
    return tuple(pin for pin in pins if _about(pin) != (part, sheet, at))


def _about(pin: Pin) -> tuple[PinPart, str, int]:
    if pin.part == "answer":
        return pin.part, pin.value, -1
    return pin.part, pin.sheet, -1 if pin.part in _OF_SHEET else pin.at


def common_choices(lines: Sequence[LineRole]) -> tuple[str, ...]:
    """Return the only roles that several rows or columns can have, () for all of their kind."""
    first, *others = (one.choices for one in lines)
    return tuple(name for name in first if all(name in one for one in others))


def line_words(part: PinPart, at: int) -> str:
    """Return what a row or column is called: “column B”, “row 7”."""
    return f"column {column_name(at)}" if part == "column" else f"row {at + 1}"


def lines_words(part: PinPart, places: Sequence[int]) -> str:
    """Return what several rows or columns are called: “columns B to F”, “rows 2, 5”."""
    if len(places) == 1:
        return line_words(part, places[0])
    names = [column_name(at) if part == "column" else str(at + 1) for at in places]
    is_run = places[-1] - places[0] + 1 == len(places)
    return f"{part}s {names[0]} to {names[-1]}" if is_run else f"{part}s {', '.join(names)}"


def step_words(before: Sequence[Pin], after: Sequence[Pin]) -> str:
    """Return what was decided between two states, for the undo menu."""
    if not after:
        return "starting again"
    changed = [pin for pin in after if pin not in before]
    if not changed:
        (gone, *_) = [pin for pin in before if pin not in after]
        return f"letting the program decide about {_subject(gone)}"
    if len(changed) > 1 and len({(one.part, one.role) for one in changed}) == 1:
        places = sorted(one.at for one in changed)
        return f"{lines_words(changed[0].part, places)}: {_role(changed[0])}"
    return f"{_subject(changed[0])}: {_role(changed[0])}"


def _subject(pin: Pin) -> str:
    if pin.part in ("row", "column"):
        return line_words(pin.part, pin.at)
    if pin.part == "bottom":
        return f"the end of the table in {pin.sheet}"
    if pin.part == "answer":
        return "a question"
    return {"reading": f"how {pin.sheet} is read", "sheet": f"the name {pin.sheet}"}.get(
        pin.part, pin.sheet
    )


def _role(pin: Pin) -> str:
    if pin.part == "reading":
        return next((words for name, words in READINGS.items() if name == pin.role), pin.role)
    if pin.part == "take":
        return "taken" if pin.role == "yes" else "left out"
    if pin.part == "bottom":
        return f"row {pin.at + 1}"
    if pin.part == "answer":
        return "your answer"
    return ROLES[pin.role].title if pin.role in ROLES else pin.role
