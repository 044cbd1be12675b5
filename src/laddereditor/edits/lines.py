"""Read pasted text as statements, one for each line, without bullets of Word, mail and web."""

import re

from laddereditor.edits.cell_block import read_block
from laddereditor.edits.reading.controls import without_controls

_SPACE = r"[ \t\u00a0\u2002-\u200a\u202f\u3000]"
_MARKS = "•‣◦▪▫■□●○◆◇➢➤►▸▶▹❖✓✔✗⁃∙⚫⬤⮚\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0be\uf06e\uf06c\uf071"
_BULLET = re.compile(
    rf"""(?:
        [{_MARKS}☐☑☒]{_SPACE}*                    # a character that is only used as a bullet
      | (?:[-–—*+·‒−→⇒➔➜»›]|\d{{1,2}}[.)]|\(\d{{1,2}}\)|\(?[A-Za-z]\)){_SPACE}+
      | (?:\d{{1,2}}\.)+\d{{1,2}}[.)]{_SPACE}+     # a number of an inner list
      | (?:\d{{1,2}}(?:\.\d{{1,2}})+|\(?(?:[A-Za-z]|[ivxl]+|[IVXL]+)[.)])\t  # as Word copies them
      | \[[ xX]\]{_SPACE}+                        # a box to tick
      | [o§Øüv](?:\t|{_SPACE}{{2,}})              # Word's letters in symbol fonts
      )""",
    re.VERBOSE,
)
_ONLY_BULLET = re.compile(rf"(?:[{_MARKS}]|[-–—*+·‒−]|\d{{1,2}}[.)])*")
_NESTED = re.compile(rf"o{_SPACE}(?=[^\W\d_a-z])")  # an inner entry, where others have a bullet
_PLAIN = re.compile(r"[A-Za-z]{2}")  # two letters begin no bullet; most lines of a long paste do so
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
_SOFT = "\x0b"
_EDGES = " \t\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"


def split_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a pasted text as statements, without bullets, numbers and blank lines.

    A character is a bullet only if used like one: `-5 %`, `3.5 years` and `*args` stay. A cell that
    a spreadsheet copied in quotes, with line breaks in it, is one line; so is one with the line and
    paragraph separators of Unicode, which stay in it. A line end of Word inside of a paragraph
    (U+000B) is a space, unless nothing else parts the lines or a bullet follows.
    """
    whole = without_controls(_joined(text)).translate(_INVISIBLE)
    lines = _one_line_a_cell(whole).split("\n")
    if any(map(bullet_of, lines)):
        lines = [_NESTED.sub("", line.lstrip(_EDGES), count=1) for line in lines]
    return tuple(filter(None, map(_statement, lines)))


def _joined(text: str) -> str:
    """Return a text without the line ends inside of its paragraphs."""
    if _SOFT not in text or not re.search("[\r\n]", text.strip()):
        return text
    first, *rest = text.split(_SOFT)
    return first + "".join(f"\n{part}" if bullet_of(part) else f" {part.lstrip()}" for part in rest)


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
