"""The change note of what is shown: copied for Word and mails, or saved as a page or a text."""

import re

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from laddereditor.compare.reports.note import Note, change_note
from laddereditor.compare.reports.note_html import note_html, note_table
from laddereditor.compare.reports.note_markdown import note_markdown
from laddereditor.gui.changes.looking import Looking
from laddereditor.gui.exports import Export, export_text
from laddereditor.presentation.asking import Asker
from laddereditor.presentation.changes.comparing import Compared
from laddereditor.presentation.home import home_folder

_CHOICES = [
    ("copy", "Copy it, to be pasted into Word or a mail"),
    ("page", "Save it as a web page"),
    ("markdown", "Save it as a text in Markdown"),
]
_ACTIONS = {"copy": "Copy", "page": "Save as…", "markdown": "Save as…"}
_QUESTION = (
    "The note says what changed for whom, with what raises the bar first. "
    "What do you want to do with it?"
)


def write_note(found: Compared, looking: Looking, asker: Asker) -> None:
    """Ask how the note is wanted, and write it; the status bar tells what became of it."""
    workspace, session = looking.workspace, looking.session
    way = asker.choose("Write a change note", _QUESTION, _CHOICES, _ACTIONS)
    if way is None:
        return
    note = change_note([row.change for row in found.rows], found.old, found.new)
    if way == "copy":
        _copy(note)
        workspace.notice.emit("The change note was copied. Paste it into a text or a mail.")
        return
    folder = session.path.parent if session and session.path else home_folder()
    name = folder / _file_name(note)
    if way == "page":
        path = asker.page_to_save(name.with_suffix(".html"))
    else:
        path = asker.markdown_to_save(name.with_suffix(".md"))
    if path is not None:
        text = note_html(note) if way == "page" else note_markdown(note)
        export_text(workspace, asker, path, Export("The change note", text, looking.files))


def _copy(note: Note) -> None:
    data = QMimeData()
    data.setHtml(note_table(note))
    data.setText(note_markdown(note))
    QGuiApplication.clipboard().setMimeData(data)


def _file_name(note: Note) -> str:
    words = re.sub(r"[^\w ,-]+", " ", note.title)
    return f"{' '.join(words.split())[:80]}.html"
