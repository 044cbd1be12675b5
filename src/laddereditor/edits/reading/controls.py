"""Control characters in what people type and paste: turned into what they meant, or left out.

Word writes a line end inside of a paragraph as U+000B, a page break as U+000C, a hyphen that does
not break as U+001E and an optional one as U+001F. Old Windows texts that were read as Latin-1
have quotation marks and dashes between U+0080 and U+009F (code page 1252). Everything else of the
general category Cc, halves of characters and the noncharacters of Unicode mean nothing in a text.
"""

import re
from collections.abc import Iterator
from typing import Any

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85]")
_WINDOWS = {
    chr(code): bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in {0x81, 0x85, 0x8D, 0x8F, 0x90, 0x9D}
}
_MEANT = str.maketrans({"\x1e": "\u2011", "\x1f": "\u00ad", **_WINDOWS})
_MEANINGLESS = re.compile("[\x00-\x08\x0e-\x1d\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ANY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NAMES = {"\x00": "NUL", "\x07": "BEL", "\x08": "BS", "\x1a": "SUB", "\x1b": "ESC", "\x7f": "DEL"}
_SHOWN = 3  # names in a sentence


def without_controls(text: str) -> str:
    """Return a text that came from outside without control characters, its lines ended alike."""
    return text if _is_plain(text) else _MEANINGLESS.sub("", _understood(text))


def _is_plain(text: str) -> bool:
    """Whether a text certainly needs no cleaning; this is quick, also for thousands of lines."""
    return text.replace("\n", "").isprintable()


def cleaned(value: Any) -> Any:
    """Return plain values (texts, lists, mappings) with every text in them cleaned."""
    if isinstance(value, str):
        return without_controls(value)
    if isinstance(value, list):
        return [cleaned(item) for item in value]
    if isinstance(value, dict):
        return {cleaned(key): cleaned(item) for key, item in value.items()}
    return value


def texts_in(value: Any) -> Iterator[str]:
    """Yield every text in plain values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from texts_in(item)
    elif isinstance(value, dict):
        yield from texts_in([*value, *value.values()])


def left_out(text: str) -> str:
    """Return a sentence that names what `without_controls` leaves out of a text, or ""."""
    if _is_plain(text):
        return ""
    found = list(dict.fromkeys(_MEANINGLESS.findall(_understood(text))))
    if not found:
        return ""
    names = list(map(_name, found[:_SHOWN]))
    more = ", …" if len(found) > _SHOWN else ""
    return f"Control characters were left out: {', '.join(names)}{more}."


def first_control(text: str) -> str:
    """Return the name of the first control character in a text, "" if there is none."""
    found = _ANY.search(text)
    return _name(found[0]) if found else ""


def _name(sign: str) -> str:
    return _NAMES.get(sign, f"U+{ord(sign):04X}")


def _understood(text: str) -> str:
    return _LINE_ENDS.sub("\n", text).translate(_MEANT)
