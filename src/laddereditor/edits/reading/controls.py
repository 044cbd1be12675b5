"""Control characters in what people type and paste: turned into what they meant, or left out.

Word writes a line end inside of a paragraph as U+000B, a page break as U+000C, a hyphen that does
not break as U+001E and an optional one as U+001F. Old Windows texts that were read as Latin-1
have quotation marks and dashes between U+0080 and U+009F (code page 1252). Everything else of the
general category Cc, halves of characters and the noncharacters of Unicode mean nothing in a text.
"""

import re

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85]")
_WINDOWS = {
    chr(code): bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in {0x81, 0x85, 0x8D, 0x8F, 0x90, 0x9D}
}
_MEANT = str.maketrans({"\x1e": "\u2011", "\x1f": "\u00ad", **_WINDOWS})
_MEANINGLESS = re.compile("[\x00-\x08\x0e-\x1d\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NAMES = {"\x00": "NUL", "\x07": "BEL", "\x08": "BS", "\x1a": "SUB", "\x1b": "ESC", "\x7f": "DEL"}
_SHOWN = 3  # names in a sentence


def without_controls(text: str) -> str:
    """Return a text that came from outside without control characters, its lines ended alike."""
    return _MEANINGLESS.sub("", _understood(text))


def left_out(text: str) -> str:
    """Return a sentence that names what `without_controls` leaves out of a text, or ""."""
    found = list(dict.fromkeys(_MEANINGLESS.findall(_understood(text))))
    if not found:
        return ""
    names = [_NAMES.get(sign, f"U+{ord(sign):04X}") for sign in found[:_SHOWN]]
    more = ", …" if len(found) > _SHOWN else ""
    return f"Control characters were left out: {', '.join(names)}{more}."


def _understood(text: str) -> str:
    return _LINE_ENDS.sub("\n", text).translate(_MEANT)
