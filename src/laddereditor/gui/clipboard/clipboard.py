"""Copy from the window's views to the clipboard, and paste into its editors.

Other programs get cells marked as text where a spreadsheet would take them for a formula. The
original text is included, so that pasting it back into a ladder gives what was copied.
"""

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from laddereditor.edits.cell_block import lines_as_text, marked_block, write_block

_AS_WRITTEN = "application/x-laddereditor-text"


def cells_data(rows: Sequence[Sequence[str]], html: str = "") -> QMimeData:
    """Return rows of cells for spreadsheets; a single cell comes without a line end."""
    single = len(rows) == 1 and len(rows[0]) == 1 and rows[0][0]
    written, marked = write_block(rows), write_block(marked_block(rows))
    if single:
        written, marked = written.removesuffix("\n"), marked.removesuffix("\n")
    return text_data(written, marked, html)


def text_data(text: str, marked: str | None = None, html: str = "") -> QMimeData:
    """Return a text as data for the clipboard or a drag.

    Args:
        text: The text as the window's own editors get it.
        marked: The text that other programs get, in which nothing is a formula; None marks each
            line as a cell.
        html: The same as HTML, "" for none.
    """
    data = QMimeData()
    data.setText(lines_as_text(text) if marked is None else marked)
    data.setData(_AS_WRITTEN, text.encode("utf-8", "surrogatepass"))
    if html:
        data.setHtml(html)
    return data


def put(data: QMimeData) -> None:
    """Put data on the clipboard."""
    QGuiApplication.clipboard().setMimeData(data)


def put_text(text: str) -> None:
    """Put a text on the clipboard, each line a cell."""
    put(text_data(text))


def put_lines(lines: Iterable[str]) -> None:
    """Put lines on the clipboard, each a cell."""
    put_text("\n".join(lines))


def copied_text(data: QMimeData | None = None) -> str:
    """Return the text of some data, or of the clipboard, as it was before cells were marked."""
    data = _on_clipboard() if data is None else data
    if data is None:
        return ""
    if data.hasFormat(_AS_WRITTEN):
        return bytes(data.data(_AS_WRITTEN).data()).decode("utf-8", "replace")
    return data.text()


def is_from_here() -> bool:
    """Whether the clipboard's content was copied in a window of this program."""
    data = _on_clipboard()
    return data is not None and data.hasFormat(_AS_WRITTEN)


def _on_clipboard() -> QMimeData | None:
    # The binding's types do not say so, but this is None for an empty clipboard.
    return cast("QMimeData | None", QGuiApplication.clipboard().mimeData())
