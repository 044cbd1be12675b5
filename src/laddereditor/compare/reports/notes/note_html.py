"""A change note as a web page of its own, and as a table to paste into Word."""

from collections.abc import Iterator

from laddereditor.compare.reports.common.diff_style import CONCERNS, diff_style
from laddereditor.compare.reports.common.html_parts import (
    AS_TEXT,
    IN_PAGES,
    IN_WORD,
    MarkTags,
    document_html,
    element,
    html_text,
    paper_html,
    row_html,
    side_html,
    table_html,
)
from laddereditor.compare.reports.notes.note import Note, NotePart, NoteSection
from laddereditor.compare.reports.notes.note_items import NoteItem
from laddereditor.compare.reports.notes.senses import SELF_EVIDENT


def note_html(note: Note) -> str:
    """Return a whole HTML document that needs no other file; texts are escaped."""
    sections = "".join(map(_section, note.sections))
    return document_html(note.title, diff_style(), f"{_lead(note)}{sections}")


def _lead(note: Note) -> str:
    return "".join(f"<p>{html_text(line)}</p>\n" for line in note.lead)


def _section(section: NoteSection) -> str:
    parts = "".join(map(_part, section.parts))
    return f"<h2>{html_text(section.heading)}</h2>\n{parts}"


def _part(part: NotePart) -> str:
    heading = f"<h3>{html_text(part.heading)}</h3>\n" if part.heading else ""
    items = "".join(map(_item, part.items))
    return f'{heading}<ul class="changes">\n{items}</ul>\n'


def _item(item: NoteItem) -> str:
    meaning = f"<b>{item.lead_in}:</b> " if item.lead_in else ""
    sides = (("Before", item.before, True), ("Now", item.now, False))
    below = "".join(
        f"<p>{label}: {_side(item, old=old, tags=IN_PAGES)}</p>"
        for label, text, old in sides
        if text and not item.is_short
    )
    return f'<li class="{_class(item)} effect">{meaning}{html_text(item.line)}{below}</li>\n'


def _class(item: NoteItem) -> str:
    return CONCERNS if item.sense in SELF_EVIDENT else item.sense


def _side(item: NoteItem, *, old: bool, tags: MarkTags) -> str:
    if item.marks:
        return side_html(item.marks, old=old, tags=tags)
    return html_text(item.before if old else item.now)


# Word and mail programs read styles only from the tag itself.
_CELL = f"border:1px solid #999999;padding:4px 6px;vertical-align:top;text-align:left;{AS_TEXT}"
_HEADS = ("For whom", "Level", "What changed", "Before", "Now", "What it means")


def note_table(note: Note) -> str:
    """Return the note as one HTML table, a fragment to paste into Word or a mail."""
    head = {"style": f"{_CELL};background:#eeeeee;font-weight:bold"}
    rows = (row_html(element("td", cell, {"style": _CELL}) for cell in row) for row in _rows(note))
    table = table_html(
        (element("th", words, head) for words in _HEADS),
        [rows],
        {"style": "border-collapse:collapse;width:100%"},
    )
    return f"<h1>{html_text(note.title)}</h1>\n{_lead(note)}{table if note.sections else ''}"


def note_paper(note: Note) -> str:
    """Return the note for paper."""
    return paper_html("", note_table(note))


def _rows(note: Note) -> Iterator[tuple[str, ...]]:
    for section in note.sections:
        for part in section.parts:
            for item in part.items:
                yield (
                    html_text(section.heading),
                    html_text(part.heading),
                    html_text(item.words),
                    _side(item, old=True, tags=IN_WORD),
                    _side(item, old=False, tags=IN_WORD),
                    item.meaning or "Please compare",
                )
