"""Explain quotes, brackets and YAML characters where a person wrote text."""

import re
from collections.abc import Callable
from typing import Any

from yaml import (
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
    ScalarToken,
)

from laddereditor.model.signs import QUOTES, sign_name
from laddereditor.storage.reading.faults import Fault
from laddereditor.storage.reading.parse_failure import (
    ParseFailure,
    SourceLine,
    line_of,
    quoting_advice,
    without_comment,
)

_OPENING = (FlowSequenceStartToken, FlowMappingStartToken)
_CLOSING = (FlowSequenceEndToken, FlowMappingEndToken)
_ESCAPED_HALF = re.compile(r"\\u([dD][89a-fA-F][0-9a-fA-F]{2})")
_LOW_HALF = re.compile(r"\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_CURLY = re.compile(rf"[\[{{,:] *([{QUOTES}])")
_ENTRY = re.compile(r" *(?:- |[\w-]+:(?:\s|$))")
_VALUE = re.compile(r" *(?:- +)*(?:[^\s#:][^#:]*:\s+)?")

Explain = Callable[[ParseFailure], Fault | None]


def text_after_end(failure: ParseFailure) -> Fault | None:
    """Explain text after a closing quote or bracket: `"Senior" engineers`, `[Optional] leads`."""
    before = failure.tokens[-1] if failure.tokens else None
    if before is None or failure.at >= len(failure.text):
        return None
    if isinstance(before, ScalarToken) and before.style in ("'", '"'):
        return _after_quote(failure, before)
    if isinstance(before, _CLOSING) and before.end_mark.line == line_number(failure):
        return _after_bracket(failure, before)
    return None


def line_number(failure: ParseFailure) -> int:
    """Return the line where the parser stopped, as libyaml counts it, from 0."""
    return len(re.findall("\r\n|[\n\r\x85\u2028\u2029]", failure.text[: failure.at]))


def _after_quote(failure: ParseFailure, before: Any) -> Fault | None:
    if before.end_mark.line != line_number(failure):
        return None
    start = before.start_mark.index
    line = line_of(failure.text, start)
    if before.start_mark.line != before.end_mark.line:
        number = failure.text.count("\n", 0, failure.at) + 1
        return failure.fault(
            start,
            "the quote that starts here is not closed on its line: the text continues to the next "
            f"quote, in line {number}",
        )
    rest = without_comment(failure.text[start : line.end])
    written = "" if _depth(failure) else quoting_advice(line, start, _intended(rest))
    joined = before.end_mark.index == failure.at and failure.text[failure.at].isalnum()
    if before.style == "'" and joined:
        words = "an apostrophe (') inside single quotes ends the text: write double quotes around"
        return failure.fault(start, f"{words} it, or the apostrophe twice ('')" + written)
    words = "the text continues after its closing quote: put all of it in quotes"
    return failure.fault(start, words + written)


def _intended(rest: str) -> str:
    """Return the text that a person meant by `'it's here'` or `"Senior" engineers`."""
    if len(rest) > 1 and rest[0] == rest[-1] == "'" and not rest.endswith(" '"):
        inner = rest[1:-1]
        return inner if re.search(r"\w'\w", inner) else rest
    return rest


def _after_bracket(failure: ParseFailure, before: Any) -> Fault:
    sign = failure.text[before.start_mark.index]
    if failure.text[failure.at] in "]}":
        return failure.fault(failure.at, f"this '{failure.text[failure.at]}' is one too many")
    start = _opening(failure)
    line = line_of(failure.text, start)
    opening = failure.text[start]
    kind = "list" if opening == "[" else "group of fields"
    written = quoting_advice(line, start, without_comment(failure.text[start : line.end]))
    return failure.fault(
        start,
        f"a text that starts with '{opening}' must be in quotes: YAML takes it for a {kind} "
        f"that ends at '{sign}'" + ("" if _depth(failure) else written),
    )


def _opening(failure: ParseFailure) -> int:
    """Return where the bracket that the last token closes was opened."""
    depth = 0
    for token in reversed(failure.tokens):
        depth += isinstance(token, _CLOSING)
        depth -= isinstance(token, _OPENING)
        if not depth:
            return int(token.start_mark.index)
    return int(failure.tokens[-1].start_mark.index)


def _depth(failure: ParseFailure) -> int:
    """Return how many brackets are open at the place."""
    opened = sum(isinstance(token, _OPENING) for token in failure.tokens)
    return opened - sum(isinstance(token, _CLOSING) for token in failure.tokens)


def open_quote(failure: ParseFailure) -> Fault | None:
    """Explain a quote that is never closed: it may be an apostrophe, as in `'tis the season`."""
    message = failure.message
    if "quoted scalar" not in message or not ("end of stream" in message or "document" in message):
        return None
    start = failure.start
    line = line_of(failure.text, start)
    rest = without_comment(failure.text[start : line.end])
    words = "the quote that starts here is never closed"
    written = quoting_advice(line, start, rest) if len(rest) > 1 and not _depth(failure) else ""
    if not written:
        return failure.fault(start, words)
    advice = written.removeprefix(". Write it like this: ")
    return failure.fault(start, f"{words}: close it, or, if it belongs to the text, write {advice}")


def open_bracket(failure: ParseFailure) -> Fault | None:
    """Explain a list or group in brackets that does not end: a comment, a comma, the bracket."""
    if not any(
        words in failure.message for words in ("flow sequence", "flow mapping", "flow node")
    ):
        return None
    start = _unclosed(failure)
    opening = failure.text[start : start + 1]
    if opening not in ("[", "{"):
        return None
    line, closing = line_of(failure.text, start), "]" if opening == "[" else "}"
    rest = failure.text[start : line.end]
    comment = re.search(r"\s#", rest)
    if comment and closing not in rest[: comment.start()] and closing in rest[comment.start() :]:
        return failure.fault(start + comment.end() - 1, HASH)
    curly = _CURLY.search(failure.text, start, min(failure.at, line.end))
    if curly:
        words = f"{sign_name(curly.group(1))} is not a YAML quote: only a straight quote is"
        return failure.fault(curly.start(1), words)
    stop = failure.text[failure.at : failure.at + 1]
    if failure.at <= line.end and stop.strip() and stop not in "]}":
        return failure.fault(_next_value(failure), f"a ',' is missing before this, or '{closing}'")
    words = f"the {_NAMES[opening]} '{opening}' that opens here is not closed by '{closing}'"
    return failure.fault(start, words)


def _unclosed(failure: ParseFailure) -> int:
    """Return where the innermost bracket still open at the place was opened."""
    if failure.text[failure.start : failure.start + 1] in ("[", "{"):
        return failure.start
    depth = 0
    for token in reversed(failure.tokens):
        depth += isinstance(token, _CLOSING)
        depth -= isinstance(token, _OPENING)
        if depth < 0:
            return int(token.start_mark.index)
    return failure.start


def _next_value(failure: ParseFailure) -> int:
    """Return where the value after a missing ',' starts: `1 "id": 2`."""
    last = failure.tokens[-1] if failure.tokens else None
    if isinstance(last, ScalarToken) and not last.style:
        start, end = last.start_mark.index, last.end_mark.index
        inside = re.search(r"""\s["']""", failure.text[start:end])
        if inside:
            return int(start) + inside.end() - 1
    return failure.at


_NAMES = {"[": "bracket", "{": "brace"}
HASH = (
    "'#' after a space starts a comment, so the text ends before it: put all of the text in quotes "
    "if the '#' belongs to it"
)


def comment_inside(failure: ParseFailure) -> Fault | None:
    """Explain a text over several lines that a '#' cuts off."""
    simple = "find expected ':'" in failure.message
    if not simple and "find expected key" not in failure.message:
        return None
    line = line_of(failure.text, failure.start) if simple else failure.line
    above = line.above()
    comment = re.search(r"(?:^|\s)(#)", above.text) if above else None
    if above is None or comment is None or _ENTRY.match(line.text):
        return None
    return failure.fault(above.start + comment.start(1), HASH)


def special_start(failure: ParseFailure) -> Fault | None:
    """Explain a text that starts with a YAML character: `@home`, `> 5 years`, `& more`."""
    message, at = failure.message, failure.at
    if "block scalar" in message or "anchor" in message or "alias" in message or "tag" in message:
        at = failure.start
    elif "block sequence entries" not in message and "cannot start any token" not in message:
        return _bracket_start(failure)
    line, sign = line_of(failure.text, at), failure.text[at : at + 1]
    if sign.strip() not in tuple("-@`%&*!|>") or not sign.strip():
        return None
    return _must_be_quoted(failure, line, at)


def _bracket_start(failure: ParseFailure) -> Fault | None:
    """Explain a text that starts with `]`, `}` or `,`."""
    line = failure.line
    begin = _VALUE.match(line.text)
    start = line.start + (begin.end() if begin else 0)
    if (
        start != failure.at
        or failure.text[start : start + 1] not in tuple(",]}")
        or _depth(failure)
    ):
        return None
    return _must_be_quoted(failure, line, start)


def _must_be_quoted(failure: ParseFailure, line: SourceLine, start: int) -> Fault:
    words = f"a text that starts with '{failure.text[start]}' must be in quotes"
    rest = without_comment(failure.text[start : line.end])
    return failure.fault(start, words + quoting_advice(line, start, rest))


def unpaired_surrogate(failure: ParseFailure) -> Fault | None:
    """Explain an escaped surrogate: JSON writes characters beyond U+FFFF as two of them."""
    if "quoted scalar" not in failure.message or "escape code" not in failure.message:
        return None
    found = _ESCAPED_HALF.search(failure.text, failure.start)
    if found is None:
        return None
    low = _LOW_HALF.match(failure.text, found.end())
    high = int(found.group(1), 16)
    if low is None or high >= 0xDC00:
        words = (
            f"'{found.group()}' is half of a character: delete it, or write the character itself"
        )
        return failure.fault(found.start(), words)
    sign = chr(0x10000 + ((high - 0xD800) << 10) + int(low.group(1), 16) - 0xDC00)
    both = found.group() + low.group()
    words = f"'{both}' is how JSON writes {sign}: write {sign} itself, or"
    return failure.fault(found.start(), f"{words} '\\U{ord(sign):08X}'")
