"""A change note as a web page of its own, and as a table to paste into Word."""

from collections.abc import Iterator

from laddereditor.model.phrases import Phrases
from laddereditor.reports.common.diff_style import CONCERNS, diff_style
from laddereditor.reports.common.html_parts import (
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
from laddereditor.reports.notes.note import Note, NotePart, NoteSection
from laddereditor.reports.notes.note_items import NoteItem, NoteText
from laddereditor.reports.notes.senses import SELF_EVIDENT


def note_html(note: Note) -> str:
    """Return a whole HTML document that needs no other file; texts are escaped."""
    sections = "".join(map(_section, note.sections))
    return document_html(
        note.title, diff_style(), f"{_lead(note)}{sections}", note.phrases.language
    )


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
    label = item.phrases.labelled(item.lead_in, "").strip() if item.lead_in else ""
    meaning = f"<b>{html_text(label)}</b> " if label else ""
    below = "".join(_below(text, item.phrases) for text in item.below)
    return f'<li class="{_class(item)} effect">{meaning}{html_text(item.line)}{below}</li>\n'


def _below(text: NoteText, phrases: Phrases) -> str:
    label = phrases.labelled(html_text(text.label), _written(text, IN_PAGES)).strip()
    listed = "".join(element("li", html_text(line)) for line in text.items)
    return f"<p>{label}</p>{element('ul', listed) if listed else ''}"


def _written(text: NoteText, tags: MarkTags) -> str:
    if text.marks:
        return side_html(text.marks, old=text.is_old, tags=tags)
    return html_text(text.text)


def _class(item: NoteItem) -> str:
    return CONCERNS if item.sense in SELF_EVIDENT else item.sense


# Word and mail programs read styles only from the tag itself.
_CELL = f"border:1px solid #999999;padding:4px 6px;vertical-align:top;text-align:left;{AS_TEXT}"
_HEADS = ("For whom", "Level", "What changed", "Before", "Now", "What it means")


def note_table(note: Note) -> str:
    """Return the note as one HTML table, a fragment to paste into Word or a mail."""
    head = {"style": f"{_CELL};background:#eeeeee;font-weight:bold"}
    heads = map(note.phrases.say, _HEADS)
    rows = (row_html(element("td", cell, {"style": _CELL}) for cell in row) for row in _rows(note))
    table = table_html(
        (element("th", words, head) for words in heads),
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
                    _cell(item, old=True),
                    _cell(item, old=False),
                    html_text(item.meaning or item.phrases.say("Please compare")),
                )


def _cell(item: NoteItem, *, old: bool) -> str:
    if item.is_short:
        return html_text(item.before if old else item.now)
    return "<br>".join(_in_cell(text, item.phrases) for text in item.below if text.is_old == old)


def _in_cell(text: NoteText, phrases: Phrases) -> str:
    if text.items:
        label = phrases.labelled(html_text(text.label), "").strip()
        return "<br>".join((f"<b>{label}</b>", *map(html_text, text.items)))
    return _written(text, IN_WORD)
