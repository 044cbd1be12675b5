"""The change note of what is shown: copied for Word and mails, or saved as a page or a text."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from laddereditor.compare.note import Note, change_note
from laddereditor.compare.note_html import note_html, note_table
from laddereditor.compare.note_markdown import note_markdown
from laddereditor.gui.asking import Asker
from laddereditor.gui.changes.comparing import Compared

_CHOICES = [
    ("copy", "Copy it, to be pasted into Word or a mail"),
    ("page", "Save it as a web page"),
    ("markdown", "Save it as a text in Markdown"),
]
_QUESTION = (
    "The note says what changed for whom, with what raises the bar first. "
    "What do you want to do with it?"
)


def write_note(
    found: Compared, folder: Path, asker: Asker, notice: Callable[[str], object]
) -> None:
    """Ask how the note is wanted, and write it; what became of it is told by `notice`."""
    way = asker.choose("Change note", _QUESTION, _CHOICES)
    if way is None:
        return
    note = change_note([row.change for row in found.rows], found.old, found.new)
    if way == "copy":
        _copy(note)
        notice("The change note was copied. Paste it into a text or a mail.")
        return
    name = folder / _file_name(note)
    if way == "page":
        _save(note_html(note), asker.page_to_save(name.with_suffix(".html")), asker, notice)
    else:
        _save(note_markdown(note), asker.markdown_to_save(name.with_suffix(".md")), asker, notice)


def _copy(note: Note) -> None:
    data = QMimeData()
    data.setHtml(note_table(note))
    data.setText(note_markdown(note))
    QGuiApplication.clipboard().setMimeData(data)


def _save(text: str, path: Path | None, asker: Asker, notice: Callable[[str], object]) -> None:
    if path is None:
        return
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        told = f"{path.name} could not be written: {error.strerror or error}."
        asker.tell("The change note was not saved", told)
    else:
        notice(f"Saved as {path.name}.")


def _file_name(note: Note) -> str:
    words = re.sub(r"[^\w ,-]+", " ", note.title)
    return f"{' '.join(words.split())[:80]}.html"
