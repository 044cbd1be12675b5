"""Where the cells of a sheet say the same: a statement that is repeated, and its places."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from laddereditor.compare.sheet.table import Row
from laddereditor.edits.cells.pasting import RowColumn
from laddereditor.model.spacing import single_spaced

Repeats = Mapping[str, Sequence[RowColumn]]  # by the text without case and further spaces
MAX_PLACES = 20  # that a menu lists; our choice


def repeats_in(rows: Sequence[Row | None]) -> Repeats:
    """Return the texts that are in several cells of lists, each with its cells.

    Args:
        rows: The rows as they are shown, None for a heading.
    """
    found: dict[str, list[RowColumn]] = {}
    for number, row in enumerate(rows):
        if row is not None and row.kind == "item":
            for column, cell in enumerate(row.cells):
                if cell.text and not cell.is_empty and (text := plain_text(cell.text)):
                    found.setdefault(text, []).append((number, column))
    return {text: places for text, places in found.items() if len(places) > 1}


def repeat_counts(repeats: Repeats) -> Mapping[int, Sequence[RowColumn]]:
    """Return for each row the columns whose text is in another row too, with how often it is."""
    found: dict[int, list[RowColumn]] = {}
    for places in repeats.values():
        if len({row for row, _ in places}) > 1:
            for row, column in places:
                found.setdefault(row, []).append((column, len(places)))
    return found


@lru_cache(maxsize=4096)
def plain_text(text: str) -> str:
    """Return a text as it is compared with others here: without case and further spaces."""
    return single_spaced(text.casefold())


def repeat_sign(places: Sequence[RowColumn]) -> str:
    """Return the sign of a text with its places: how often it is there, `×3`."""
    return f"×{len(places)}" if len(places) > 1 else ""


def repeat_words(names: Sequence[str]) -> str:
    """Return where a text is too, in words: `the same text at P2 and P3`."""
    known = list(dict.fromkeys(names))
    listed = " and ".join([", ".join(known[:-1]), known[-1]] if len(known) > 1 else known)
    return f"the same text at {listed}" if known else ""
