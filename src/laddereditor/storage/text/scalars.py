"""Replace a text in its place, in the style of the old one."""

import re

from laddereditor.model.raw import Raw
from laddereditor.storage.text.blocks import folded_lines, literal_lines
from laddereditor.storage.text.emit import scalar_text
from laddereditor.storage.text.gaps import LINE_BREAK, ends_line, next_line
from laddereditor.storage.text.patch import CannotSplice, SpliceContext, TextEdit
from laddereditor.storage.text.refill import fold, is_by_sentence, refill
from laddereditor.storage.text.tree import YamlNode
from laddereditor.storage.text.words import (
    can_be_plain,
    double_quoted,
    has_special,
    looks_typed,
    one_line,
    safe_plain,
    single_quoted,
)

_INDENTED = re.compile(r"[|>][+-]?\d")  # a block whose header states the indentation
_NUMBER_LIKE = re.compile(r"[-+0-9.]")


def edit_scalar(page: SpliceContext, node: YamlNode, new: Raw, flow: bool) -> list[TextEdit]:
    """Return the changes that make a scalar hold a new single value.

    Args:
        page: The text and its context.
        node: The scalar, whose style is kept.
        new: The new single value.
        flow: Whether the scalar is inside brackets, where commas and brackets need quotes.

    Raises:
        CannotSplice: The style of the scalar cannot hold the value.
    """
    source = page.text[node.start : node.end]
    text = scalar_text(new)
    if node.value is None:
        raise CannotSplice("there is nothing to change")
    if node.style in ("|", ">"):
        return [_block(page, node, text)]
    if LINE_BREAK.search(source):
        return [TextEdit(node.start, node.end, _wrapped(page, node, source, text))]
    if "\n" in text and not flow and node.style != '"':
        raise CannotSplice("a block holds several lines better")
    if not isinstance(new, str) and not node.style:
        return [TextEdit(node.start, node.end, text)]
    if not node.style and _may_stay_plain(node.value, text, flow):
        return [TextEdit(node.start, node.end, text)]
    style = node.style or page.layout.quote
    return [TextEdit(node.start, node.end, one_line(text, style, flow))]


def _may_stay_plain(old: str, new: str, flow: bool) -> bool:
    """Whether the author of the file would also have written the text without quotes."""
    if safe_plain(new, flow):
        return True
    if not can_be_plain(new, flow):
        return False
    if looks_typed(new):
        return looks_typed(old) and bool(_NUMBER_LIKE.match(old) and _NUMBER_LIKE.match(new))
    return not safe_plain(old, flow)


def _block(page: SpliceContext, node: YamlNode, new: str) -> TextEdit:
    """Return the change of a literal or folded block below its header."""
    body = next_line(page.text, node.start)
    header = page.text[node.start : body]
    lines = LINE_BREAK.split(page.text[body : node.after])
    if lines and not lines[-1]:
        lines.pop()
    indented = _INDENTED.match(header) is not None
    margin = _margin(lines, node.value or "" if indented else "")
    line_ends = ""
    if "+" in header[:3]:
        line_ends = new[len(new.rstrip("\n")) :]
        new = new.rstrip("\n")
    if not margin:
        raise CannotSplice("an indentation that cannot be followed")
    bare = [line[len(margin) :] if line.strip() else "" for line in lines]
    if node.style == "|":
        written = literal_lines(new, indented)
    else:
        written = _folded(bare, node.value or "", new)
    if written is None:
        raise CannotSplice("the block cannot hold this text")
    written += [""] * len(line_ends)
    lines_text = page.join([margin + line if line else "" for line in written])
    if node.after == len(page.text) and not ends_line(page.text):
        lines_text = lines_text.removesuffix(page.newline)
    return TextEdit(body, node.after, lines_text)


def _folded(bare: list[str], old: str, new: str) -> list[str] | None:
    width = max((len(line) for line in bare), default=0)
    written = folded_lines(new, max(width, 40), is_by_sentence(bare))
    while bare and not bare[-1]:
        bare.pop()
    if written is None or "\n".join(fold(bare)) != old:
        return written
    return refill(bare, new.split("\n"), max(width, 40))


def _margin(lines: list[str], text: str) -> str:
    """Return the spaces before the lines of a block, given its text, which may start with some."""
    full = [line for line in lines if line.strip()]
    if not full:
        return ""
    own = next((line for line in text.split("\n") if line.strip()), "")
    room = len(full[0]) - len(full[0].lstrip(" ")) - (len(own) - len(own.lstrip(" ")))
    return full[0][: max(room, 0)]


def _wrapped(page: SpliceContext, node: YamlNode, source: str, new: str) -> str:
    """Return the source of a plain or quoted text over several lines."""
    style = node.style
    if not style and not can_be_plain(new.replace("\n", " "), flow=False):
        style = '"'
    if style == "'" and has_special(new.replace("\n", "")):
        style = '"'
    raw_lines = LINE_BREAK.split(source)
    below = [line for line in raw_lines[1:] if line.strip()]
    margin = below[0][: len(below[0]) - len(below[0].lstrip())] if below else "  "
    inner = source[1:-1] if node.style else source
    bare = [line.strip() for line in LINE_BREAK.split(inner)]
    paragraphs = [_escaped(paragraph, style) for paragraph in new.split("\n")]
    width = max(len(line) for line in bare)
    if any(part[:1] == " " or part[-1:] == " " for part in paragraphs) or not new.strip("\n"):
        raise CannotSplice("spaces at a line end would be lost")
    if not paragraphs[0] or not paragraphs[-1]:
        raise CannotSplice("a line break at the end would be lost")
    if style == node.style and "\n".join(fold(bare)) == _raw(node.value or "", style):
        lines = refill(bare, paragraphs, max(width, 40))
    else:
        lines = refill([], paragraphs, max(width, 40))
    joined = page.newline.join([lines[0], *(margin + line if line else "" for line in lines[1:])])
    return f"{style}{joined}{style}"


def _escaped(text: str, style: str) -> str:
    if style == '"':
        return double_quoted(text)[1:-1]
    if style == "'":
        return (single_quoted(text) or "''")[1:-1]
    return text


def _raw(text: str, style: str) -> str:
    return "\n".join(_escaped(part, style) for part in text.split("\n"))
