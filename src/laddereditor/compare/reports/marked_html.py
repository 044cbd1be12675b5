"""Texts and word marks as HTML; whatever a text contains is escaped."""

from collections.abc import Iterable, Mapping
from html import escape

from laddereditor.align.marks import Mark

# Nothing from outside is loaded, whatever a text may contain.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def html_text(text: str) -> str:
    """Return a text as HTML, its lines kept."""
    return escape(text).replace("\n", "<br>")


IN_PAGES = {"gone": "del", "new": "ins"}
IN_WORD = {"gone": "s", "new": "u"}  # Word may take del and ins for changes that wait for approval


def marked_html(marks: Iterable[Mark], tags: Mapping[str, str] = IN_PAGES) -> str:
    """Return runs of text, those that went and those that came in tags of their own."""
    parts = []
    for mark in marks:
        tag = tags.get(mark.kind)
        text = html_text(mark.text)
        parts.append(f"<{tag}>{text}</{tag}>" if tag else text)
    return "".join(parts)


def side_html(marks: Iterable[Mark], *, old: bool, tags: Mapping[str, str] = IN_PAGES) -> str:
    """Return one of two texts, with what differs from the other one marked."""
    other = "new" if old else "gone"
    return marked_html((mark for mark in marks if mark.kind != other), tags)


def page_html(title: str, style: str, body: str, language: str = "en") -> str:
    """Return a whole HTML document that needs no other file; `title` is plain text."""
    return (
        f'<!doctype html>\n<html lang="{escape(language or "en")}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html_text(title)}</title>\n<style>\n{style}</style>\n"
        f"</head>\n<body>\n<main>\n<h1>{html_text(title)}</h1>\n{body}</main>\n</body>\n</html>\n"
    )
