"""Write one text as a YAML scalar that every YAML reader reads as that text."""

import re
from collections.abc import Callable

# What a YAML 1.1 or 1.2 reader could take for something other than a text.
_OTHER_TYPE = re.compile(
    r"""(?ix) y|n|yes|no|on|off|true|false|null|~|<<|=
    | [-+]?(0b[01_]+|0o?[0-7_]+|0x[0-9a-f_]+)
    | [-+]?[0-9][0-9_,]*(:[0-5]?[0-9])*(\.[0-9_]*)?(e[-+]?[0-9]+)?
    | [-+]?\.[0-9_]+(e[-+]?[0-9]+)?
    | [-+]?\.(inf|nan)
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([t\ ].*)?
    """
)
# Most texts are such words, and need no closer look. One word alone may be of another type.
_PLAIN_WORDS = re.compile(r"[A-Za-z]+(?: [A-Za-z0-9,.;()'/-]+)+")
_VERSION_OR_CODE = re.compile(r"\d+(\.\d+){2,}|\d\d-\d{4}(\.\d\d)?")
_UNSAFE_PLAIN = re.compile(r": |:$| #|^[-?:] |^[-?:]$|^---|^\.\.\.|^ | $")
_FORBIDDEN_START = "-?:,[]{}#&*!|>'\"%@`="
_FLOW_MARKS = re.compile(r"[,\[\]{}?]|:")
# These are always escaped: control characters, byte order marks, surrogates, and the line breaks
# that only some readers know.
_ESCAPED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_IN_DOUBLE = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]')
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_SURROGATES = re.compile("[\ud800-\udfff]")


def writable(text: str) -> str:
    """Return the text with surrogates, which no file can hold, replaced by visible escapes."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def has_special(text: str) -> bool:
    """Whether a text holds a character that only a double-quoted scalar can hold."""
    return _ESCAPED.search(text) is not None


def looks_typed(text: str) -> bool:
    """Whether some reader would take the plain text for a number, a date or another type."""
    return _OTHER_TYPE.fullmatch(text) is not None


def can_be_plain(text: str, flow: bool) -> bool:
    """Whether the plain text reads back as itself, types aside."""
    if not text or text[0] in _FORBIDDEN_START or _UNSAFE_PLAIN.search(text):
        return False
    if has_special(text) or text[0].isspace() or text[-1].isspace():
        return False
    return not (flow and _FLOW_MARKS.search(text))


def safe_plain(text: str, flow: bool) -> bool:
    """Whether a new text can be written without quotes."""
    if not flow and _PLAIN_WORDS.fullmatch(text):
        return True
    if not text or not (text[0].isalpha() or _VERSION_OR_CODE.fullmatch(text)):
        return False
    return can_be_plain(text, flow) and not looks_typed(text)


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    short = _SHORT.get(char)
    if short:
        return short
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def double_quoted(text: str) -> str:
    """Return the text in double quotes, on one line."""
    return f'"{_IN_DOUBLE.sub(_escape, text)}"'


def single_quoted(text: str) -> str | None:
    """Return the text in single quotes, or None if they cannot hold it."""
    return None if has_special(text) else "'" + text.replace("'", "''") + "'"


def quoted(text: str) -> str:
    """Return the text in the quotes that need the fewest escapes."""
    if ('"' in text or "\\" in text) and "'" not in text:
        return single_quoted(text) or double_quoted(text)
    return double_quoted(text)


def _plain_or_quoted(text: str, flow: bool) -> str:
    return text if safe_plain(text, flow) else quoted(text)


_WRITERS: dict[str, Callable[[str], str | None]] = {'"': double_quoted, "'": single_quoted}


def one_line(text: str, style: str = "", flow: bool = False) -> str:
    """Return the text as a scalar on one line.

    Args:
        text: The text.
        style: The preferred quote, or "" for none.
        flow: Whether the scalar is inside brackets.
    """
    writer = _WRITERS.get(style)
    return (writer(text) if writer else None) or _plain_or_quoted(text, flow)
