"""Escape texts from a file whose characters Qt would interpret."""

import re

TIP_START, TIP_END = "<p style='white-space: pre-wrap'>", "</p>"
_MENU_LETTER = re.compile(r"&(.)")


def shown(text: str) -> str:
    """Return a text for a menu, button or tab, where a lone "&" marks the letter behind it."""
    return text.replace("&", "&&")


def plain(text: str) -> str:
    """Return a command's words without menu letter and dots."""
    return _MENU_LETTER.sub(r"\1", text).rstrip("…")


def tip(text: str) -> str:
    """Return a tool tip that shows a text as it is; Qt would read tags in it."""
    from html import escape  # the first sight of the window needs no tip

    return f"{TIP_START}{escape(text)}{TIP_END}" if text else ""
