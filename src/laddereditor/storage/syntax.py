"""What the YAML parser says, in words for the people who wrote the file."""

import re
from typing import Any

from yaml import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

from laddereditor.storage.faults import Fault
from laddereditor.storage.gaps import LINE_BREAK
from laddereditor.storage.places import Place

_COLON = "a text with ': ' inside must stand in quotes, or this line is indented too far"
_INDENT = (
    "this line does not line up with those above it: lines that belong together must start in the "
    "same column"
)
_QUOTE = "the quote that starts here is never closed"
_TAB = "there is a tab here: indent with spaces"

# Part of what the parser says -> what to tell, and whether the place is where it began.
_WORDS: tuple[tuple[str, str, bool], ...] = (
    ("quoted scalar unexpected end", _QUOTE, True),
    ("quoted scalar unexpected document", _QUOTE, True),
    (
        "unknown escape character",
        "in double quotes a '\\' starts a code: write '\\\\' for one",
        False,
    ),
    (
        "did not find expected hexdecimal",
        "in double quotes a '\\' starts a code that is wrong",
        False,
    ),
    ("flow sequence did not find", "the bracket '[' that opens here is not closed by ']'", True),
    ("flow mapping did not find", "the brace '{' that opens here is not closed by '}'", True),
    ("tab character", _TAB, False),
    ("mapping values are not allowed", _COLON, False),
    ("block sequence entries are not allowed", "a '-' cannot start a list in this place", False),
    ("could not find expected ':'", "a name here is not followed by ':' and its value", True),
    ("block mapping did not find expected key", _INDENT, False),
    ("block collection did not find expected '-'", _INDENT, False),
    ("did not find expected '-' indicator", _INDENT, False),
    ("block scalar", "after '|' or '>' the text starts on the next line, indented", False),
    ("did not find expected <document start>", _INDENT, False),
    ("anchor", "a text that starts with '&' or '*' must stand in quotes", False),
    ("alias", "a text that starts with '&' or '*' must stand in quotes", False),
    ("tag", "a text that starts with '!' must stand in quotes", False),
    ("directive", "a line that starts with '%' must stand in quotes or be indented", False),
)


def line_at(text: str, number: int) -> str:
    """Return a line, counted from 0, without its end; long ones are cut."""
    position = 0
    for _ in range(number):
        found = LINE_BREAK.search(text, position)
        if not found:
            return ""
        position = found.end()
    found = LINE_BREAK.search(text, position)
    return text[position : found.start() if found else None][:500]


def syntax_fault(text: str, error: YAMLError) -> Fault:
    """Return the fault that a parser's error stands for."""
    if isinstance(error, ReaderError):
        return _reader_fault(text, error)
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Fault("The file cannot be read as YAML. Undo the last change made to it by hand")
    said = f"{error.context or ''} {error.problem or ''}"
    if "cannot start any token" in said:
        return _marked(text, error.problem_mark, _bad_start(text, error.problem_mark))
    for part, words, at_start in _WORDS:
        if all(word in said for word in part.split(" ") if word) and _in_order(part, said):
            mark = error.context_mark if at_start and error.context_mark else error.problem_mark
            return _tab_before(text, error) or _marked(text, mark, words)
    return _tab_before(text, error) or _marked(text, error.problem_mark, _INDENT)


def _in_order(part: str, said: str) -> bool:
    return re.search(".*".join(map(re.escape, part.split(" "))), said) is not None


def _tab_before(text: str, error: Any) -> Fault | None:
    """Return a fault if the line the parser stumbled over is indented with a tab."""
    line = line_at(text, error.problem_mark.line)
    margin = line[: len(line) - len(line.lstrip(" \t"))]
    if "\t" not in margin:
        return None
    place = Place(error.problem_mark.line + 1, margin.index("\t") + 1)
    return Fault(_TAB, place=place, line_text=line)


def _bad_start(text: str, mark: Any) -> str:
    char = text[mark.index : mark.index + 1]
    if char == "\t":
        return _TAB
    return f"a text that starts with '{char}' must stand in quotes"


def _marked(text: str, mark: Any, words: str) -> Fault:
    line = line_at(text, mark.line)
    return Fault(words, place=Place(mark.line + 1, mark.column + 1), line_text=line)


def _reader_fault(text: str, error: ReaderError) -> Fault:
    found = re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]", text)
    if not found:
        return Fault("the file holds a character that no text file may hold")
    line = len(LINE_BREAK.findall(text, 0, found.start()))
    content = line_at(text, line)
    before = max(text.rfind("\n", 0, found.start()), text.rfind("\r", 0, found.start()))
    return Fault(
        f"there is an invisible control character here (code {ord(found.group()):#04x}): delete it",
        place=Place(line + 1, found.start() - before),
        line_text=content,
    )
