"""Explain lines that cannot be parsed because of invisible or look-alike characters."""

import re
from collections.abc import Iterator

from laddereditor.model.signs import (
    COLONS,
    LINE_ENDS,
    LIST_MARKS,
    QUOTES,
    UNSEEN,
    sign_name,
)
from laddereditor.storage.reading.faults import Fault
from laddereditor.storage.reading.parse_failure import (
    ParseFailure,
    SourceLine,
    field_names,
    line_of,
    quoting_advice,
    without_comment,
)

TAB = "there is a tab here: indent with spaces"
_MARGIN = re.compile(rf"[ \t{UNSEEN}]*")
_ODD = re.compile(rf"[\t{UNSEEN}]")
_LINE_END = re.compile(f"[{LINE_ENDS}]")
_MARK = re.compile(rf" *([{LIST_MARKS}*])[ {UNSEEN}]")
_DASH = re.compile(r""" *(?:- +)*-(?=[^\W\d]|["'])""")
_NAME = r""" *(?:- +)*["']?[\w-]+["']?"""
_ODD_COLON = re.compile(rf"{_NAME} *([{COLONS}])")
_NO_SPACE = re.compile(r""" *(?:- +)*["']?([\w-]+)["']?:(?=[^\s/])""")
_UNSEEN_BEFORE_VALUE = re.compile(rf"(?: *(?:- +)*(?:[\w-]+:|-) *)([{UNSEEN}])")
_CURLY = re.compile(rf" *(?:- +)*(?:[\w-]+: +)?([{QUOTES}])")


def look_alike(failure: ParseFailure) -> Fault | None:
    """Return the fault of a character that is invisible or looks like another, if there is one."""
    for line in failure.lines:
        for index, words in _in_line(line, failure):
            return failure.fault(index, words)
    return None


def _in_line(line: SourceLine, failure: ParseFailure) -> Iterator[tuple[int, str]]:
    text = line.text
    if found := wrong_indent(text):
        yield line.start + found[0], found[1]
    if (mark := list_mark(text)) and (text[mark[0]] != "*" or line.start == failure.line.start):
        yield line.start + mark[0], mark[1]
    if unseen := _UNSEEN_BEFORE_VALUE.match(text):
        yield line.start + unseen.start(1), f"{_there_is(unseen.group(1))}: {_instead(unseen[1])}"
    if colon := _ODD_COLON.match(text):
        words = f"{_there_is(colon.group(1))} where there should be ':' and a space"
        yield line.start + colon.start(1), words
    if end := _LINE_END.search(text):
        yield line.start + end.start(), _line_end_words(end.group())
    if dash := _DASH.match(text):
        yield line.start + dash.end() - 1, "a space is missing after '-'"
    if (close := _NO_SPACE.match(text)) and _is_name(close.group(1), line, failure):
        yield line.start + close.end() - 1, "a space is missing after ':'"
    if (curly := _CURLY.match(text)) and line.start <= failure.at <= line.end:
        yield line.start + curly.start(1), _curly_words(line, line.start + curly.start(1))


def wrong_indent(line: str) -> tuple[int, str] | None:
    """Return where a line is indented with something other than spaces, and the message."""
    margin = _MARGIN.match(line)
    odd = _ODD.search(margin.group()) if margin else None
    if odd is None:
        return None
    if odd.group() == "\t":
        return odd.start(), TAB
    return odd.start(), f"{_there_is(odd.group())}: {_instead(odd.group())}"


def list_mark(line: str) -> tuple[int, str] | None:
    """Return where a line starts with a list mark other than '-', and the message."""
    mark = _MARK.match(line)
    if mark is None:
        return None
    name = "'*'" if mark.group(1) == "*" else sign_name(mark.group(1))
    return mark.start(1), f"an item of a list starts with '-' and a space, not with {name}"


def _there_is(sign: str) -> str:
    return f"there is {sign_name(sign)} here"


def _instead(sign: str) -> str:
    if re.match(f"[{UNSEEN}]", sign) and sign.isspace():
        return "it looks like a space but is not one. Write an ordinary space instead"
    return "it is invisible. Delete it"


def _line_end_words(sign: str) -> str:
    return (
        f"{_there_is(sign)}, which is invisible and ends the line for some programs. Delete it, "
        "or write a space instead"
    )


def _is_name(name: str, line: SourceLine, failure: ParseFailure) -> bool:
    """Whether a word before a ':' without a space is probably the name of a field."""
    if name in field_names():
        return True
    return "find expected ':'" in failure.message and line.start <= failure.start <= line.end


def _curly_words(line: SourceLine, start: int) -> str:
    sign, rest = line.full_text[start], without_comment(line.full_text[start : line.end])
    inner = re.sub(rf"^[{QUOTES}]|[{QUOTES}]$", "", rest)
    words = f"{sign_name(sign)} is not a YAML quote: only a straight quote (' or \") is"
    return words + quoting_advice(line, start, inner)


def curly_end(failure: ParseFailure) -> Fault | None:
    """Return the fault of a text that starts with a straight quote and ends with a curly one."""
    line = line_of(failure.text, failure.start)
    start = failure.start - line.start
    found = re.search(rf"[{QUOTES}]\s*$", line.text[start + 1 :])
    if line.text[start : start + 1] not in ("'", '"') or not found:
        return None
    place = failure.start + 1 + found.start()
    words = (
        f"the text starts with a straight quote ({failure.text[failure.start]}) and ends with "
        f"{sign_name(failure.text[place])}: write a straight quote here too"
    )
    return failure.fault(place, words)
