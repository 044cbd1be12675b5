"""Explain errors of the YAML parser in words for the people who wrote the file.

Explanations that people can see at once come first: merge marks, look-alike characters, quotes and
brackets. The parser's own message comes last, because the place it names is often after the fault.
"""

import re

from yaml import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

from laddereditor.storage.reading.conflict_marks import conflict_at
from laddereditor.storage.reading.faults import Fault
from laddereditor.storage.reading.look_alikes import curly_end, look_alike
from laddereditor.storage.reading.parse_failure import (
    ParseFailure,
    fault_at,
    field_names,
    in_one_record,
    quoting_advice,
    without_comment,
)
from laddereditor.storage.reading.quoting import (
    Explain,
    comment_inside,
    open_bracket,
    open_quote,
    special_start,
    text_after_end,
    unpaired_surrogate,
)
from laddereditor.storage.text.gaps import LINE_BREAK

_COLON = "a text with ': ' inside must be in quotes"
_COLON_LAST = "a text that ends with ':' must be in quotes"
_TOO_DEEP = "this line is indented too far: a name starts in the same column as the one above it"
_INDENT = (
    "this line does not line up with those above it: lines that belong together must start in the "
    "same column"
)
_ESCAPE = "in double quotes a '\\' starts a code: write '\\\\' for one"

# Part of the parser's message, the explanation, and whether its place is where the value began.
_WORDS: tuple[tuple[str, str, bool], ...] = (
    ("block sequence entries are not allowed", "a '-' cannot start a list in this place", False),
    ("could not find expected ':'", "a name here is not followed by ':' and its value", True),
    ("block scalar", "after '|' or '>' the text starts on the next line, indented", False),
    ("anchor", "a text that starts with '&' must be in quotes", False),
    ("alias", "a text that starts with '*' must be in quotes", False),
    ("tag", "a text that starts with '!' must be in quotes", False),
)
_DIRECTIVE = re.compile(r"(?m)^%[^\r\n]*")
_END = re.compile(r"(?m)^\.\.\.(?=\s|$)")
_KEY = re.compile(r"""( *(?:- +)*)["']?([\w-]+)["']?\s*:(?=\s|$)""")
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)


def too_deep_at(error: YAMLError) -> int:
    """Return where the parser reached its own nesting limit, or 0 for another error.

    PyYAML 6.0.4 and newer stop at 1,000 levels. Inside one line they look ahead, and so reach the
    thousandth bracket before they report the first one.
    """
    if isinstance(error, MarkedYAMLError) and "maximum nesting depth" in (error.problem or ""):
        return int(error.problem_mark.index) if error.problem_mark else 0
    return 0


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
    """Return the fault that explains a parser error."""
    if conflict := conflict_at(text, broken=True):
        return fault_at(text, *conflict)
    if isinstance(error, ReaderError):
        return _reader_fault(text)
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Fault("The file cannot be read as YAML. Undo the last change made to it by hand")
    at = error.problem_mark.index
    start = error.context_mark.index if error.context_mark else at
    message = f"{error.context or ''} {error.problem or ''}"
    failure = ParseFailure(text, message, min(at, len(text)), start)
    for explain in _EXPLANATIONS:
        if fault := explain(failure):
            return fault
    return fault_at(text, failure.at, _INDENT)


def _directive(failure: ParseFailure) -> Fault | None:
    """Explain a line such as `%YAML 2.0` before the ladder starts."""
    if "directive" not in failure.message and "incompatible YAML" not in failure.message:
        return None
    found = _DIRECTIVE.search(failure.text)
    if found is None:
        return None
    words = (
        f"'{found.group().strip()}' is an instruction for YAML programs that this program does not "
        "know: delete this line, or put it in quotes if it is meant as text"
    )
    return failure.fault(found.start(), words)


def _end_mark(failure: ParseFailure) -> Fault | None:
    """Explain lines after `...`, which ends a YAML file."""
    found = list(_END.finditer(failure.text, 0, failure.at))
    if not found or "document start" not in failure.message:
        return None
    words = "'...' ends a YAML file, but more lines follow: delete it, or quote it if it is text"
    return failure.fault(found[-1].start(), words)


def _escape(failure: ParseFailure) -> Fault | None:
    """Explain a backslash in double quotes."""
    codes = ("unknown escape character", "hexdecimal number", "escape code")
    if not any(code in failure.message for code in codes):
        return None
    return failure.fault(failure.text.rfind("\\", 0, failure.at + 1), _ESCAPE)


def _colon_or_indent(failure: ParseFailure) -> Fault | None:
    """Explain a ':' in a wrong place: inside a text, or after a name that is indented."""
    if "mapping values are not allowed" not in failure.message:
        return None
    line, above = failure.line, failure.above
    key = _KEY.match(line.text)
    own = key is not None and failure.at < line.start + key.end()
    if key and own and above and _is_too_deep(above.text, key):
        return failure.fault(line.start + key.end(1), _TOO_DEEP)
    start = line.start + (key.end() if key and not own else _margin(line.text))
    start += len(failure.text[start : failure.at]) - len(failure.text[start : failure.at].lstrip())
    rest = without_comment(failure.text[start : line.end])
    hint = " (or this line is indented too far)" if own else quoting_advice(line, start, rest)
    last = not failure.text[failure.at + 1 : line.end].strip()
    return failure.fault(failure.at, (_COLON_LAST if last and not own else _COLON) + hint)


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_too_deep(above: str, key: "re.Match[str]") -> bool:
    """Whether a name below a complete line belongs to the same record but is indented too far."""
    upper = _KEY.match(above)
    name = key.group(2)
    if upper is None or len(upper.group(1)) >= len(key.group(1)):
        return False
    if not above[upper.end() :].strip():
        return False
    return name in field_names() and in_one_record(upper.group(2), name)


def _parsers_words(failure: ParseFailure) -> Fault | None:
    for part, words, at_start in _WORDS:
        if re.search(".*".join(map(re.escape, part.split(" "))), failure.message):
            return failure.fault(failure.start if at_start else failure.at, words)
    return None


def _reader_fault(text: str) -> Fault:
    found = _CONTROL.search(text)
    if not found:
        return Fault("the file holds a character that is not allowed in a text file")
    code = ord(found.group())
    return fault_at(
        text,
        found.start(),
        f"there is an invisible control character here (code {code:#04x}): delete it",
    )


_EXPLANATIONS: tuple[Explain, ...] = (
    _directive,
    _end_mark,
    unpaired_surrogate,
    _escape,
    curly_end,
    look_alike,
    text_after_end,
    comment_inside,
    open_bracket,
    open_quote,
    special_start,
    _colon_or_indent,
    _parsers_words,
)
