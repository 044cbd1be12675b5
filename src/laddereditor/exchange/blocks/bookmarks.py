"""Addresses as names of bookmarks in Word, which have at most 40 letters, digits and underscores.

A long address is written as several bookmarks at one place, numbered by letters. Names that begin
with an underscore are hidden in Word.
"""

import re
from collections.abc import Iterable
from itertools import count

_PREFIX = "_le"
_MAXIMUM = 40
_NAME = re.compile(r"_le(\d+)([a-z]+)_(\w*)$", re.ASCII)
_PLAIN = re.compile(r"[A-Za-pr-z0-9]")
_WRITTEN = re.compile(r"q(q|s|u|[0-9a-f]+q)|_")
_CODES = {"-": "_", "/": "qs", "_": "qu", "q": "qq"}
_SIGNS = {code: sign for sign, code in _CODES.items()}


def bookmarks_of(mark: str, number: int) -> list[str]:
    """Return the names of the bookmarks for an address.

    Args:
        mark: The address.
        number: A number that no other address of the document has.
    """
    text = "".join(map(_code, mark))
    room = _MAXIMUM - len(f"{_PREFIX}{number}zz_")
    pieces = [text[start : start + room] for start in range(0, len(text), room)] or [""]
    return [
        f"{_PREFIX}{number}{letters}_{piece}"
        for letters, piece in zip(_letters(), pieces, strict=False)
    ]


def address_in(names: Iterable[str]) -> str:
    """Return the address that the bookmarks at one place have, "" if they are of somebody else."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name in names:
        if match := _NAME.match(name):
            found.setdefault(match[1], []).append((match[2], match[3]))
    if not found:
        return ""
    pieces = sorted(next(iter(found.values())), key=lambda piece: (len(piece[0]), piece[0]))
    return _WRITTEN.sub(_sign, "".join(text for _, text in pieces))


def _letters() -> Iterable[str]:
    for number in count():
        high, low = divmod(number, 26)
        yield (chr(96 + high) if high else "") + chr(97 + low)


def _code(sign: str) -> str:
    return sign if _PLAIN.match(sign) else _CODES.get(sign) or f"q{ord(sign):x}q"


def _sign(code: re.Match[str]) -> str:
    if code[0] in _SIGNS:
        return _SIGNS[code[0]]
    number = int(code[1].removesuffix("q"), 16)
    return chr(number) if number < 0x110000 else ""
