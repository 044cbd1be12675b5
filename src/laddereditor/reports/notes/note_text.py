"""A change note as plain text, for a mail without formatting."""

from collections.abc import Iterator

from laddereditor.model.spacing import single_spaced
from laddereditor.reports.common.text_layout import text_width
from laddereditor.reports.notes.note import Note
from laddereditor.reports.notes.note_items import NoteItem


def note_text(note: Note) -> str:
    """Return the note as plain text; it has the texts as they are, without any markup."""
    return "\n".join(_lines(note)) + "\n"


def _lines(note: Note) -> Iterator[str]:
    yield from _underlined(note.title, "=")
    for line in note.lead:
        yield single_spaced(line)
    for section in note.sections:
        yield from ("", "", *_underlined(section.heading, "-"))
        for part in section.parts:
            yield ""
            if part.heading:
                yield single_spaced(part.heading)
            for item in part.items:
                yield from _item(item)


def _underlined(heading: str, sign: str) -> tuple[str, str]:
    words = single_spaced(heading)
    return words, sign * text_width(words)


def _item(item: NoteItem) -> Iterator[str]:
    yield f"- {_indented(item.full_line)}"
    for text in item.below:
        yield f"  {item.phrases.labelled(text.label, _indented(text.text))}".rstrip()
        yield from (f"    - {_indented(line, 6)}" for line in text.items)


def _indented(text: str, indent: int = 4) -> str:
    return f"\n{' ' * indent}".join(text.splitlines())
