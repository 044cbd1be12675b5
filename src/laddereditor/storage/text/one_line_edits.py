"""Replace texts that are on one line in their places, without parsing the record again.

Renaming a level changes each family of a ladder. To parse them all again, and to read each back,
takes many seconds in a large one; here only the lines concerned are looked at. What is not surely a
text on a line of its own, between marks that end it, is left to the slower way (`records`).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, NoReturn

from laddereditor.model.base import Entity
from laddereditor.storage.text.changed_texts import ChangedText, OtherChange, changed_texts
from laddereditor.storage.text.index import Index
from laddereditor.storage.text.pieces import Chunk
from laddereditor.storage.text.words import (
    can_be_plain,
    double_quoted,
    looks_typed,
    safe_plain,
    single_quoted,
)

# Breaks that libyaml counts as lines too.
_OTHER_BREAKS = re.compile("\r(?!\n)|(?<!\r)\n|[\x85\u2028\u2029]")
_OTHER_THAN_LF = re.compile("[\r\x85\u2028\u2029]")
# A word that is the same text in brackets and outside, and that no mark of YAML is in.
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_AFTER_WORD = re.compile(r"[ ]*(?:[ ]#.*)?$|[ ]*[,\]}]")
_AFTER_TEXT = re.compile(r"[ ]*(?:[ ]#.*)?$")
_BEFORE_VALUE = re.compile(r":[ ]+")
_SINGLE = re.compile(r"'((?:[^']|'')*)'")
_DOUBLE = re.compile(r'"([^"\\]*)"')
# A value that begins with a bracket, and lines on which it also ends: brackets in brackets, with
# plain texts, and with quoted ones where a text may begin and end.
_BRACKET = re.compile(r"(?:^|[:?-]\s)\s*[\[{]", re.MULTILINE)
_TEXT = r"""[^\]\[{}'"#]|(?<=[\[{,: ])(?:"[^"\\]*"|'[^']*')(?=[ ]*[\]},:])"""
_INNER = rf"\[(?:{_TEXT})*\]|\{{(?:{_TEXT})*\}}"
_OUTER = rf"\[(?:{_TEXT}|{_INNER})*\]|\{{(?:{_TEXT}|{_INNER})*\}}"
_BRACKETS_ON_A_LINE = re.compile(rf"[ ]*(?:- )*(?:[\w-]+:[ ]+)?(?:{_OUTER})[ ]*(?:[ ]#.*)?$")


class _CannotReplace(Exception):
    """The text is not surely on one line."""


class _NewWords(NamedTuple):
    """A part of a line that gets other words."""

    line: int
    start: int
    end: int
    words: str


def edited_on_its_lines(
    chunk: Chunk, old: Entity, new: Entity, may_be_moved: Callable[[str], bool]
) -> Chunk | None:
    """Return a record's piece with the texts that an edit changed, the other signs as they are.

    Args:
        chunk: The piece, which reads as `old`.
        old: The record before the edit.
        new: The record after it.
        may_be_moved: Whether an item of a list may be one that the edit takes from elsewhere; then
            its comments move with it, which is not done here.

    Returns:
        The new piece; None if more than such texts changed, or if one is not on a line of its own.
    """
    try:
        changes = changed_texts(old, new)
        newline = _newline(chunk.text)
        if any(each.is_other_item and may_be_moved(each.new) for each in changes):
            return None
        lines = chunk.text.split(newline)
        found = sorted(_replacements(lines, chunk.index, changes))
    except (OtherChange, _CannotReplace):
        return None
    return _replaced(chunk, lines, found, newline) if found else None


def _newline(text: str) -> str:
    """Return the line end of a text."""
    newline = "\r\n" if "\r" in text else "\n"
    others = _OTHER_BREAKS if newline == "\r\n" else _OTHER_THAN_LF
    return _refuse() if others.search(text) else newline


def _replacements(
    lines: Sequence[str], index: Index, changes: Sequence[ChangedText]
) -> Iterator[_NewWords]:
    for change in changes:
        node, is_exact = index.find(change.path)
        if not is_exact or index.has_inside(node):
            raise _CannotReplace
        number, column = index.place(node)
        line = lines[number]
        label = index.labels[node]
        start = column if label is None else _behind_key(line, column, label)
        end = _end_of_old(line, start, change.old)
        yield _NewWords(number, start, end, _new_words(lines, line, start, end, change))


def _behind_key(line: str, column: int, label: str) -> int:
    """Return where the value of an entry begins on the line of its key."""
    if not line.startswith(label, column):
        raise _CannotReplace
    between = _BEFORE_VALUE.match(line, column + len(label))
    if between is None:
        raise _CannotReplace
    return between.end()


def _end_of_old(line: str, start: int, old: str) -> int:
    """Return where the old text ends, which begins at a place of a line."""
    sign = line[start : start + 1]
    if sign == "'":
        found = _SINGLE.match(line, start)
        is_old = found is not None and found[1].replace("''", "'") == old
    elif sign == '"':
        found = _DOUBLE.match(line, start)
        is_old = found is not None and found[1] == old
    else:
        is_old = line.startswith(old, start) and can_be_plain(old, flow=False)
        return start + len(old) if is_old else _refuse()
    return found.end() if found is not None and is_old else _refuse()


def _refuse() -> NoReturn:
    raise _CannotReplace


def _new_words(lines: Sequence[str], line: str, start: int, end: int, change: ChangedText) -> str:
    """Return how the new text is written, in the way of the old one."""
    old, new, sign = change.old, change.new, line[start]
    is_word = _WORD.fullmatch(new) and not looks_typed(new)
    if is_word and _WORD.fullmatch(old) and _AFTER_WORD.match(line, end):
        return f"{sign}{new}{sign}" if sign in "'\"" else new
    if "\n" in new or not _AFTER_TEXT.match(line, end) or not _is_outside_brackets(lines):
        raise _CannotReplace
    if sign == '"':
        return double_quoted(new)
    if sign == "'":
        return single_quoted(new) or _refuse()
    return new if safe_plain(new, flow=False) else _refuse()


def _is_outside_brackets(lines: Sequence[str]) -> bool:
    """Whether every bracket of a record is closed on its line, so that no other is inside one."""
    return all(
        _BRACKETS_ON_A_LINE.match(line) for line in lines if _BRACKET.search(line) is not None
    )


def _replaced(chunk: Chunk, lines: list[str], found: Sequence[_NewWords], newline: str) -> Chunk:
    """Return the piece with replaced parts; places behind them on their lines move."""
    index, by_line = chunk.index, dict[int, list[_NewWords]]()
    for one in found:
        by_line.setdefault(one.line, []).append(one)
    for number, parts in by_line.items():
        line = lines[number]
        for part in reversed(parts):
            line = line[: part.start] + part.words + line[part.end :]
        lines[number] = line
    return Chunk(newline.join(lines), _shifted(index, by_line), chunk.is_record)


def _shifted(index: Index, by_line: dict[int, list[_NewWords]]) -> Index:
    """Return the places after replacements; the same if nothing is behind one on its line."""
    columns = None
    for number, parts in by_line.items():
        line = number + index.first_line
        for node in range(bisect_left(index.lines, line), bisect_right(index.lines, line)):
            column = index.columns[node]
            by = sum(len(one.words) - one.end + one.start for one in parts if one.end <= column)
            if by:
                columns = columns or index.columns[:]
                columns[node] = column + by
    return index if columns is None else index.with_columns(columns)
