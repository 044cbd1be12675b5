"""Texts and word marks as HTML; whatever a text contains is escaped."""

from collections.abc import Iterable
from html import escape

from laddereditor.align.marks import Mark

# Nothing from outside is loaded, whatever a text may contain.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def html_text(text: str) -> str:
    """Return a text as HTML, its lines kept."""
    return escape(text).replace("\n", "<br>")


def marked_html(marks: Iterable[Mark]) -> str:
    """Return runs of text, what went in `<del>`, what came in `<ins>`."""
    parts = []
    for mark in marks:
        tag = {"gone": "del", "new": "ins"}.get(mark.kind)
        text = html_text(mark.text)
        parts.append(f"<{tag}>{text}</{tag}>" if tag else text)
    return "".join(parts)


def side_html(marks: Iterable[Mark], *, old: bool) -> str:
    """Return one of two texts, with what differs from the other one marked."""
    other = "new" if old else "gone"
    return marked_html(mark for mark in marks if mark.kind != other)


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
