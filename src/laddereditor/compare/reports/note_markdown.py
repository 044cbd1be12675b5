"""A change note as Markdown."""

import re
from collections.abc import Iterator

from laddereditor.compare.reports.grouped_changes import ReportedChange
from laddereditor.compare.reports.note import FOR_PEOPLE, Note

# What Markdown, or the HTML inside it, would interpret as markup.
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-!|~>])")
_HTML = {"&": "&amp;", "<": "&lt;"}


def note_markdown(note: Note) -> str:
    """Return the note as Markdown; texts are escaped, so that none of them is taken for signs."""
    return "\n".join(_lines(note)) + "\n"


def _lines(note: Note) -> Iterator[str]:
    yield f"# {_plain(note.title)}"
    for line in note.lead:
        yield ""
        yield _plain(line)
    for section in note.sections:
        yield ""
        yield f"## {_plain(section.heading)}"
        for part in section.parts:
            if part.heading:
                yield ""
                yield f"### {_plain(part.heading)}"
            yield ""
            for reported in part.changes:
                yield from _item(reported)


def _item(reported: ReportedChange) -> Iterator[str]:
    yield f"- **{_plain(FOR_PEOPLE[reported.effect])}:** {_plain(reported.headline)}"
    if reported.is_said:
        return
    same = reported.before == reported.after
    for word, text in (("Before", reported.before if not same else ""), ("Now", reported.after)):
        if text and text not in reported.headline:
            yield f"  - {word}: {_plain(text, '    ')}"


def _plain(text: str, indent: str = "") -> str:
    escaped = _SPECIAL.sub(r"\\\1", "".join(_HTML.get(letter, letter) for letter in text))
    return f"  \n{indent}".join(escaped.splitlines())
