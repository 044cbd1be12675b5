"""A change note as plain text, for a mail without formatting."""

from collections.abc import Iterator

from laddereditor.compare.reports.common.text_layout import text_width
from laddereditor.compare.reports.notes.note import Note
from laddereditor.compare.reports.notes.note_items import NoteItem


def note_text(note: Note) -> str:
    """Return the note as plain text; it has the texts as they are, without any markup."""
    return "\n".join(_lines(note)) + "\n"


def _lines(note: Note) -> Iterator[str]:
    yield from _underlined(note.title, "=")
    for line in note.lead:
        yield _in_one_line(line)
    for section in note.sections:
        yield from ("", "", *_underlined(section.heading, "-"))
        for part in section.parts:
            yield ""
            if part.heading:
                yield _in_one_line(part.heading)
            for item in part.items:
                yield from _item(item)


def _underlined(heading: str, sign: str) -> tuple[str, str]:
    words = _in_one_line(heading)
    return words, sign * text_width(words)


def _item(item: NoteItem) -> Iterator[str]:
    words = f"{item.lead_in}: {item.line}" if item.lead_in else item.line
    yield f"- {_indented(words)}"
    if item.is_short:
        return
    for label, text in (("Before", item.before), ("Now", item.now)):
        if text:
            yield f"  {label}: {_indented(text)}"


def _indented(text: str) -> str:
    return "\n    ".join(text.splitlines())


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
