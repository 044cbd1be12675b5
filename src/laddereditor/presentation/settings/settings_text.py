r"""The text of a settings file: an INI file in the form that Qt's QSettings reads and writes.

The remembered values are in its section `General`, one on each line. Bytes are `@ByteArray(…)`; a
value may be in quotes, in which `\xHH` is a UTF-16 unit of any number of hexadecimal digits.
What else is in the file stays as it is.
"""

import re
from collections.abc import Iterator, Mapping

Value = str | bytes

_HEAD = "[General]"
_BYTES = "@ByteArray("
_TEXT = "@String("  # Qt's way to write a text with a zero in it
_PLAIN = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
# What is escaped, and what is read at once; compiled when it is first used, not at the start.
# A hexadecimal digit would be taken for a part of the escape before it.
_TO_ESCAPE = r'["\\]|[^ -~]+[0-9a-fA-F]*'
_PIECE = r'\\x(?P<hex>[0-9a-fA-F]+)|\\(?P<octal>[0-7]+)|\\(?P<sign>.?)|(?P<plain>[^\\";]+|.)'


def values_of(text: str) -> dict[str, Value]:
    """Return the values by their keys; of a key that occurs twice, the last one."""
    entries = (_entry(line) for line, general in _lines(text) if general)
    return {key: _value(written) for key, written in filter(None, entries)}


def with_values(text: str, changed: Mapping[str, Value]) -> str:
    """Return the text with some values put in, and everything else as it was.

    A key is to be of letters, digits and `_` alone: others would have to be escaped.
    """
    to_write = {key: f"{key}={_written(value)}" for key, value in changed.items()}
    written: set[str] = set()
    lines: list[str] = []
    at = 0  # where new keys are put: behind the last line of the section
    for line, general in _lines(text):
        entry = _entry(line) if general else None
        key = entry[0] if entry else ""
        if key not in written:
            lines.append(to_write.get(key, line))
        written |= {key} & set(to_write)
        if general and line.strip():
            at = len(lines)
    if not at:
        lines.insert(0, _HEAD)
        at = 1
    lines[at:at] = [line for key, line in to_write.items() if key not in written]
    return "\n".join(lines).rstrip("\n") + "\n"


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each line, and whether it is of the section that the values are in."""
    general = True
    for line in text.removeprefix("\ufeff").split("\n"):
        plain = line.strip()
        if plain.startswith("["):
            general = plain.lower() == _HEAD.lower()
        yield line, general


def _entry(line: str) -> tuple[str, str] | None:
    """Return key and value of a line as written; None for comments, heads and other lines."""
    key, sign, written = line.partition("=")
    key = key.strip()
    return (key, written) if sign and key and key[0] not in ";[" else None


def _value(written: str) -> Value:
    text = _unescaped(written.strip())
    if text.startswith(_BYTES) and text.endswith(")"):
        return text[len(_BYTES) : -1].encode("latin-1", "replace")
    if text.startswith(_TEXT) and text.endswith(")"):
        return text[len(_TEXT) : -1]
    return text[1:] if text.startswith("@@") else text


def _unescaped(written: str) -> str:
    """Return what is written, without quotes and escapes; a `;` outside quotes ends it."""
    quoted = False
    parts: list[str] = []
    for piece in re.finditer(_PIECE, written):
        found = piece.groupdict()
        if found["hex"]:
            parts.append(chr(int(found["hex"][-4:], 16)))
        elif found["octal"]:
            parts.append(chr(int(found["octal"][-4:], 8)))
        elif found["plain"] == '"':
            quoted = not quoted
        elif found["plain"] == ";" and not quoted:
            parts = ["".join(parts).rstrip()]
            break
        else:
            sign = found["sign"] or ""
            parts.append(found["plain"] or _PLAIN.get(sign, sign))
    # Units that belong together become one character.
    return "".join(parts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _written(value: Value) -> str:
    """Return a value as it is written, in signs that any version of Qt reads alike."""
    if isinstance(value, bytes):
        text = f"{_BYTES}{value.decode('latin-1')})"
    else:
        text = f"@{value}" if value.startswith("@") else value
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    def escaped(found: re.Match[str]) -> str:
        if found[0] in '"\\':
            return f"\\{found[0]}"
        units = found[0].encode("utf-16-be", "surrogatepass").hex()
        return "".join(f"\\x{int(units[at : at + 4], 16):x}" for at in range(0, len(units), 4))

    return re.sub(_TO_ESCAPE, escaped, text)
