"""Suggest what a person probably meant where YAML reads a list, group or text instead."""

import re
from collections.abc import Collection
from difflib import get_close_matches

from laddereditor.model.raw import Raw
from laddereditor.model.signs import LIST_MARKS, sign_name
from laddereditor.storage.text.words import quoted

_MARK = re.compile(rf"([{LIST_MARKS}])\s")
_NUMBER = re.compile(r"\(?(\d{1,3}|[a-z])[.)]\s")
_DASH = re.compile(r"-(?=\w)")
_LONGEST = 60  # characters of a text that is quoted as it should be written


def text_hint(raw: Raw, known: Collection[str] = ()) -> str:
    """Return how to write a value that was probably meant as a text, or "".

    Args:
        raw: The value that YAML reads.
        known: The field names that the value may have as well.

    Returns:
        Words to put after the problem, such as ". A text that starts with '[' must be in quotes".
    """
    if isinstance(raw, list):
        inside = ", ".join(item for item in raw if isinstance(item, str))
        return _quote_it("[", f"[{inside}]") if inside and len(raw) == 1 else ""
    if not isinstance(raw, dict) or len(raw) != 1:
        return ""
    ((key, value),) = raw.items()
    if key in known or get_close_matches(key, known, 1, 0.6):
        return ""
    if value is None:
        return _quote_it("{", f"{{{key}}}")
    if not isinstance(value, str):
        return ""
    return f". A text with ': ' inside must be in quotes{_like(f'{key}: {value}')}"


def _quote_it(sign: str, text: str) -> str:
    return f". A text that starts with '{sign}' must be in quotes{_like(text)}"


def _like(text: str) -> str:
    return f": {quoted(text)}" if len(text) <= _LONGEST and "\n" not in text else ""


def list_hint(raw: Raw) -> str:
    """Return what is wrong with the marks of a text that was probably meant as a list, or ""."""
    first = next(iter(raw), "") if isinstance(raw, dict) else raw
    if not isinstance(first, str):
        return ""
    if _DASH.match(first):
        return ": a space is missing after '-'"
    if mark := _MARK.match(first):
        return f": its items start with '-' and a space, not with {sign_name(mark.group(1))}"
    if _NUMBER.match(first):
        return ": its items start with '-' and a space, not with a number"
    if isinstance(raw, str) and re.fullmatch(r"[\w ]+(,[\w ]+)+", raw) and len(raw) <= _LONGEST:
        return f". Write it like this: [{raw}]"
    return ""
