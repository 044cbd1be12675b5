"""The lines that say what an import left out: cells together that have one reason."""

from collections.abc import Iterator, Sequence

from laddereditor.edits.words import shortened
from laddereditor.exchange.importer import UnreadLine
from laddereditor.model.counting import plural

_EXAMPLES = 3  # cells that are named for a reason


def left_out_lines(unread: Sequence[UnreadLine]) -> Iterator[str]:
    """Yield a line for each reason, with the number of cells and some of them."""
    groups: dict[str, list[UnreadLine]] = {}
    for one in unread:
        groups.setdefault(one.reason, []).append(one)
    for reason, cells in groups.items():
        named = ", ".join(f"{one.cell} “{shortened(one.text)}”" for one in cells[:_EXAMPLES])
        more = f" and {len(cells) - _EXAMPLES} more" if len(cells) > _EXAMPLES else ""
        kind = "cell" if cells[0].line else "value"
        yield f"left out: {plural(len(cells), kind)}, {reason}: {named}{more}"
