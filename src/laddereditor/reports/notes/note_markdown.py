"""A change note as Markdown."""

import re
from collections.abc import Iterator

from laddereditor.reports.notes.note import Note
from laddereditor.reports.notes.note_items import NoteItem

# What CommonMark 0.31 and GitHub's additions read as markup inside a line (an underscore inside a
# word does not count). At the start of a line a few more signs begin a list, a heading or a quote.
_INSIDE = re.compile(r"([\\`*\[\]~|]|(?<![^\W_])_|_(?![^\W_]))")
_AT_START = re.compile(r"^(\s*)([#+\->=]|\d+(?=[.)]))")
_ENTITY = re.compile(r"&(?=#?\w+;)")


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
            for item in part.items:
                yield from _item(item)


def _item(item: NoteItem) -> Iterator[str]:
    label = item.phrases.labelled(_plain(item.lead_in), "").strip() if item.lead_in else ""
    yield f"- {f'**{label}** ' if label else ''}{_plain(item.line, '  ')}"
    for text in item.below:
        yield f"  - {item.phrases.labelled(text.label, _plain(text.text, '    '))}".rstrip()
        yield from (f"    - {_item_text(line)}" for line in text.items)


def _item_text(text: str) -> str:
    """Return the text of an item of a list, whose first line begins a line too."""
    return _AT_START.sub(_sign, _plain(text, " " * 6))


def _plain(text: str, indent: str = "") -> str:
    """Return a text that follows other words of its line; its further lines are indented."""
    first, *others = [_escaped(line) for line in text.splitlines()] or [""]
    return f"  \n{indent}".join((first, *(_AT_START.sub(_sign, line) for line in others)))


def _escaped(line: str) -> str:
    return _INSIDE.sub(r"\\\1", _ENTITY.sub("&amp;", line)).replace("<", "&lt;")


def _sign(found: re.Match[str]) -> str:
    space, sign = found.groups()
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"
