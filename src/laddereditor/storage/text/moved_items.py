"""Move list items from one record to another, with their comments."""

from laddereditor.model.raw import Raw
from laddereditor.storage.text.comments import comments_of
from laddereditor.storage.text.emit import entry_lines, item_lines
from laddereditor.storage.text.patch import Piece, SpliceContext
from laddereditor.storage.text.segments import blank_lead, shifted
from laddereditor.storage.text.words import one_line, writable


def item_text(page: SpliceContext, key: str, value: Raw, column: int) -> str:
    """Return the lines of an item: those it had elsewhere, or new ones in the file's layout.

    Args:
        page: The text and its context.
        key: The name of the list.
        value: The plain value of the item.
        column: The column of the list's dashes.
    """
    piece = page.pieces.find(value)
    if piece and piece.text:
        text = shifted(piece.text, column - piece.column)
        return text.removeprefix(blank_lead(text))
    comments = [" " * column + comment for comment in piece.comments] if piece else []
    return page.join([*comments, *item_lines(value, key, column, page.layout)])


def moved_lines(page: SpliceContext, key: str, value: Raw, column: int) -> list[str]:
    """Return the lines of a list that gets items from elsewhere; empty if it gets none.

    Args:
        page: The text and its context, which knows the items that were removed elsewhere.
        key: The key of the list.
        value: The plain value; only a list can hold such items.
        column: The column of the dashes, from 0.

    Returns:
        The lines without line ends; items from elsewhere keep their lines with their comments.
    """
    if not isinstance(value, list) or not any(page.pieces.find(item) for item in value):
        return []
    return "".join(item_text(page, key, item, column) for item in value).splitlines()


def new_entry(page: SpliceContext, key: str, value: Raw, column: int) -> str:
    """Return the lines of a new entry of a mapping.

    Args:
        page: The text and its context.
        key: The key.
        value: The plain value.
        column: The column of the key, from 0.

    Returns:
        The lines, each with its line end.
    """
    moved = moved_lines(page, key, value, column + page.layout.offset)
    if moved:
        return page.join([f"{' ' * column}{one_line(writable(key))}:", *moved])
    return page.join(entry_lines(key, value, column, page.layout))


def all_comments(piece: Piece | None) -> tuple[str, ...]:
    """Return the comments of a removed item."""
    if piece is None:
        return ()
    return piece.comments or tuple(comments_of(piece.text))
