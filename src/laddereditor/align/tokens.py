"""Split text into pieces that a reader sees as units: words, spaces, characters."""

import re
import unicodedata
from functools import lru_cache
from itertools import chain

# Scripts without spaces: each character is a piece, or a whole sentence would be one word.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u31f0-\u31ff"  # Japanese kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese characters
)
_LETTERS = rf"[^\W{_UNSPACED}]+"
_PIECES = re.compile(
    rf"\s+|[{_UNSPACED}]"
    rf"|{_LETTERS}(?:['’\-‐‑]{_LETTERS}|(?<=\d)[.,:/](?=\d){_LETTERS})*[+#]*"  # 1.5, C++, C#
    r"|.",
    re.DOTALL,
)
_HYPHENS = re.compile("[-‐‑]")
_PREFIXES = ("co", "de", "e", "non", "pre", "re")
_JOINERS = "\u200c\u200d"
_unspaced_sign = re.compile(f"[{_UNSPACED}]").match


def pieces(text: str) -> list[str]:
    """Return the words, runs of space and single characters of a text; joined they give it."""
    found = _PIECES.findall(text)
    return found if text.isascii() else _whole_signs(found)


def is_word(piece: str) -> bool:
    """Return whether a piece is a word, or a character that counts as one."""
    return any(map(str.isalnum, piece))


def is_unspaced(piece: str) -> bool:
    """Return whether a piece is of a script without spaces between words."""
    return _unspaced_sign(piece) is not None


def _whole_signs(found: list[str]) -> list[str]:
    """Join accents, vowel signs and parts of joined emoji with the letter they belong to."""
    signs: list[str] = []
    for piece in found:
        if signs and _belongs_to(signs[-1], piece):
            signs[-1] += piece
        else:
            signs.append(piece)
    return signs


def _belongs_to(last: str, piece: str) -> bool:
    return _is_modifier(piece[0]) or last[-1] in _JOINERS or _continues_after_sign(last, piece)


def _is_modifier(letter: str) -> bool:
    return (
        letter in _JOINERS
        or "\U0001f3fb" <= letter <= "\U0001f3ff"  # skin tone of an emoji
        or unicodedata.category(letter)[0] == "M"
    )


def _continues_after_sign(last: str, piece: str) -> bool:
    """Return whether a word was only split because of an accent or a vowel sign in it."""
    if not piece[0].isalnum() or is_unspaced(piece) or is_unspaced(last):
        return False
    return unicodedata.category(last[-1])[0] == "M" and last[0].isalnum()


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared: in lower case, in one encoding."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return tuple(chain.from_iterable(map(_hyphened, filter(is_word, pieces(plain)))))


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """Return a text without case, space and punctuation; signs such as `+`, `%` and `<` stay."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(_has_meaning, plain))


@lru_cache(maxsize=2048)  # letters
def _has_meaning(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LNMS" or letter in "%#&@"


def _hyphened(piece: str) -> list[str]:
    """Split a word at its hyphens, but not after a prefix: `on-site`, `co-operate`."""
    halves = _HYPHENS.split(piece)
    if len(halves) > 1 and halves[0] in _PREFIXES:
        halves[:2] = [halves[0] + halves[1]]
    return halves
