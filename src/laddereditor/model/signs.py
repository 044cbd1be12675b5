"""Characters that look like others or are invisible, and their names.

The code points are those of the Unicode standard: general categories Zs and Cf, dashes, quotation
marks and the full-width forms of ASCII characters.
"""

import re
import unicodedata

LINE_ENDS = "\x85\u2028\u2029"  # most editors do not show these as line ends
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
ZERO_WIDTH = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
UNSEEN = SPACES + ZERO_WIDTH  # a character class of a regular expression, like those below
COLONS = "\ufe13\ufe55\uff1a\u2236\ua789\u02d0"
LIST_MARKS = "\u2010-\u2015\u2212\u2022\u2023\u2043\u00b7\u25aa\u25cf\u25e6\uff0d\u2192"
QUOTES = "\u201c-\u201f\u2018-\u201b\uff02\uff07\u2033\u2032\u00ab\u00bb\u2039\u203a"

_NAMES = {
    "\t": "a tab",
    "\x85": "a next-line sign (U+0085)",
    "\u00a0": "a non-breaking space (U+00A0)",
    "\u202f": "a narrow non-breaking space (U+202F)",
    "\u200b": "a zero-width space (U+200B)",
    "\u200c": "a zero-width non-joiner (U+200C)",
    "\u200d": "a zero-width joiner (U+200D)",
    "\ufeff": "a byte order mark (U+FEFF)",
    "\u2236": "a ratio sign (U+2236)",
    "\uff1a": "a full-width colon (U+FF1A)",
}


def sign_name(sign: str) -> str:
    """Return the name of a character with its code: `an en dash (U+2013)`."""
    known = _NAMES.get(sign)
    if known:
        return known
    name = unicodedata.name(sign, "sign").lower()
    article = "an" if name[0] in "aeio" else "a"
    return f"{article} {name} (U+{ord(sign):04X})"


_STRANGE = re.compile(f"[{UNSEEN}{COLONS}{QUOTES}{LINE_ENDS}]")


def unusual_sign(text: str) -> str:
    """Return the name of the first invisible or misleading character of a text, or ""."""
    found = _STRANGE.search(text)
    return sign_name(found.group()) if found else ""
