"""Read pasted text as statements, one for each line, without bullets of Word, mail and web."""

import re

from laddereditor.edits.cell_block import read_block
from laddereditor.edits.reading.controls import without_controls

_SPACE = r"[ \t\u00a0\u2002-\u200a\u202f\u3000]"
_MARKS = "•‣◦▪▫■□●○◆◇➢➤►▸▶▹❖✓✔✗⁃∙⚫⬤⮚\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0be\uf06e\uf06c\uf071"
_BULLET = re.compile(
    rf"""(?:
        [{_MARKS}]{_SPACE}*                       # a character that is only used as a bullet
      | (?:[-–—*+·‒−]|\d{{1,2}}[.)]|\(\d{{1,2}}\)|[A-Za-z]\)){_SPACE}+  # or one with space after it
      | [o§Øüv](?:\t|{_SPACE}{{2,}})              # Word's letters in symbol fonts
      )""",
    re.VERBOSE,
)
_ONLY_BULLET = re.compile(rf"(?:[{_MARKS}]|[-–—*+·‒−]|\d{{1,2}}[.)])*")
_PLAIN = re.compile(r"[A-Za-z]{2}")  # two letters begin no bullet; most lines of a long paste do so
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
_EDGES = " \t\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"


def split_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a pasted text as statements, without bullets, numbers and blank lines.

    A character is a bullet only if used like one: `-5 %`, `3.5 years` and `*args` stay. A cell that
    a spreadsheet copied in quotes, with line breaks in it, is one line; so is one with the line and
    paragraph separators of Unicode, which stay in it.
    """
    lines = _one_line_a_cell(without_controls(text).translate(_INVISIBLE)).split("\n")
    return tuple(filter(None, map(_statement, lines)))


def bullet_of(line: str) -> str:
    """Return the bullet that a line begins with, with the space behind it; "" for none."""
    bare = line.lstrip(_EDGES)
    found = None if _PLAIN.match(bare) and "\t" not in bare else _BULLET.match(bare)
    return found[0] if found and found.end() < len(bare.rstrip(_EDGES)) else ""


def _one_line_a_cell(text: str) -> str:
    if '"' not in text:
        return text
    rows = ("\t".join(" ".join(cell.split("\n")) for cell in row) for row in read_block(text))
    return "\n".join(rows)


def _statement(line: str) -> str:
    bare = line.strip(_EDGES)
    if _PLAIN.match(bare) and "\t" not in bare:
        return bare
    if _ONLY_BULLET.fullmatch(bare):
        return ""
    bullet = _BULLET.match(bare)
    words = bare[bullet.end() :] if bullet else bare
    return re.sub(r"\t+", " ", words).strip(_EDGES)
