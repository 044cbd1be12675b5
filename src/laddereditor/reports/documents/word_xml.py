"""Blocks as the paragraphs and tables of Word (Office Open XML, ECMA-376 part 1, chapter 17).

The XML of a whole document is written as one text and read once: the calls of python-docx look
through all paragraphs at each new one.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count
from xml.sax.saxutils import escape

from laddereditor.exchange.blocks.block import (
    Block,
    BlockDocument,
    Heading,
    Item,
    Paragraph,
    Run,
    Table,
)
from laddereditor.exchange.blocks.bookmarks import bookmarks_of
from laddereditor.exchange.blocks.forms import BYLINE, LADDER, SCOPE

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # by XML 1.0
_PIECES = re.compile(r"(\n|\t)")
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_STYLES = {"": "", "bold": "<w:b/>", "italic": "<w:i/>"}
_KEPT = "<w:keepNext/>"
_DEEPEST = 9
_SCOPE_NUMBER = 1_000_000  # of the bookmarks that keep the scope; no address has it
_ROOM_BELOW = '<w:spacing w:after="480"/>'  # the contents
_LISTED = 3  # the deepest heading in the contents
_LIST_STYLES = {False: "ListBullet", True: "ListNumber"}
_CHARACTERS = 78  # of bold text in such a width
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINE = 'w:val="single" w:sz="4" w:space="0" w:color="A8AFB7"'
TABLE_LINES = f"<w:tblBorders>{''.join(f'<w:{edge} {_LINE}/>' for edge in _EDGES)}</w:tblBorders>"
CELL_ROOM = (  # between the text of a cell and its lines
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
)
WIDTH = 9638  # of the text on A4 between margins of 2 cm, in twentieths of a point
WIDTH_TURNED = 14_570  # of that on A4 turned


def body_xml(document: BlockDocument) -> str:
    """Return the `w:body` of a document, without the properties of its section."""
    numbers = count(1)
    marks = {
        id(block): bookmarks_of(block.mark, next(numbers))
        for block in document.blocks
        if isinstance(block, Heading | Item) and block.mark
    }
    parts = [f'<w:body xmlns:w="{_NAMESPACE}">', *_head(document)]
    parts += _contents(document.blocks, marks)
    first, above = True, False
    ids = count(100)
    followers: Iterator[Block | None] = chain(document.blocks[1:], (None,))
    for block, follower in zip(document.blocks, followers, strict=False):
        names, is_heading = marks.get(id(block), ()), isinstance(block, Heading)
        if isinstance(block, Heading) and _begins_page(block) and not first:
            more = "<w:pageBreakBefore/>"
        else:
            # What is alone between two headings would else be all of a page's last lines.
            more = _KEPT if above and isinstance(follower, Heading) and not is_heading else ""
        parts.append(_block(block, _bookmarks(names, ids), more))
        first, above = first and not is_heading, is_heading
    parts.append("</w:body>")
    return "".join(parts)


def _head(document: BlockDocument) -> Iterator[str]:
    names = bookmarks_of(document.properties.get(LADDER, ""), 0)
    if document.title:
        yield paragraph_xml((Run(document.title),), "Title", _bookmarks(names, count(1)))
    line = document.properties.get(BYLINE, "")
    if line or document.properties.get(SCOPE):
        scope = document.properties.get(SCOPE, "")
        hidden = bookmarks_of(scope, _SCOPE_NUMBER) if scope else ()
        yield paragraph_xml((Run(line),), "Subtitle", _bookmarks(hidden, count(10_000_000)))


def _begins_page(heading: Heading) -> bool:
    return heading.depth == 1 or (heading.depth == 2 and heading.mark.startswith("families/"))


def _block(block: Block, marks: str, more: str) -> str:
    if isinstance(block, Heading):
        style = f"Heading{min(block.depth, _DEEPEST)}"
        return paragraph_xml((Run(block.text),), style, marks, more)
    if isinstance(block, Paragraph):
        return paragraph_xml(block.runs, "Quote" if block.quoted else "", more=more)
    if isinstance(block, Item):
        return paragraph_xml(block.runs, _list_style(block), marks, more)
    return _table(block)


def _list_style(item: Item) -> str:
    number = min(item.depth, 2) + 1  # Word has three such styles
    return _LIST_STYLES[item.numbered] + (str(number) if number > 1 else "")


# -- contents -----------------------------------------------------------------------------------


def _contents(blocks: Iterable[Block], marks: dict[int, list[str]]) -> Iterator[str]:
    """Yield the field of the contents with its entries; Word adds the page numbers.

    An entry is a link to the bookmark of its heading.
    """
    listed = [one for one in blocks if isinstance(one, Heading) and one.depth <= _LISTED]
    if sum(1 for one in listed if one.mark) < 2:
        return
    begin = _field_sign("begin", ' w:dirty="true"') + _instruction(' TOC \\o "1-3" \\h \\z \\u ')
    opening = begin + _field_sign("separate")
    for place, heading in enumerate(listed):
        inner = _text_runs((Run(heading.text.replace("\n", " ")),))
        if names := marks.get(id(heading)):
            inner = f'<w:hyperlink w:anchor="{names[0]}" w:history="1">{inner}</w:hyperlink>'
        is_last = place == len(listed) - 1
        inner = (opening if not place else "") + inner + (_field_sign("end") if is_last else "")
        yield _raw_paragraph(f"TOC{heading.depth}", inner, _ROOM_BELOW if is_last else "")


def page_field(instruction: str) -> str:
    """Return a field such as PAGE as XML, to be filled in by Word."""
    return (
        _field_sign("begin")
        + _instruction(f" {instruction} ")
        + _field_sign("separate")
        + "<w:r><w:t>1</w:t></w:r>"
        + _field_sign("end")
    )


def _field_sign(kind: str, more: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"{more}/></w:r>'


def _instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{escape(text)}</w:instrText></w:r>'


# -- paragraphs ---------------------------------------------------------------------------------


def _bookmarks(names: Iterable[str], ids: Iterator[int]) -> str:
    """Return empty bookmarks at the start of a paragraph."""
    return "".join(
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'
        for name, number in zip(names, ids, strict=False)
    )


def paragraph_xml(runs: Sequence[Run], style: str = "", marks: str = "", more: str = "") -> str:
    """Return a paragraph as XML.

    Args:
        runs: Its texts.
        style: The id of its style, "" for the normal one.
        marks: Bookmarks at its start, as XML.
        more: Further properties, as XML.
    """
    is_rtl = runs_right_to_left(runs)
    return _raw_paragraph(
        style, marks + _text_runs(runs, rtl=is_rtl), more + ("<w:bidi/>" if is_rtl else "")
    )


def _raw_paragraph(style: str, inner: str, more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""
    return f"<w:p>{properties}{inner}</w:p>"


def runs_right_to_left(runs: Iterable[Run]) -> bool:
    """Whether the first letter with a direction is of a script that runs from right to left."""
    for run in runs:
        if run.text.isascii():
            if any(map(str.isalpha, run.text)):
                return False
            continue
        for sign in run.text:
            direction = unicodedata.bidirectional(sign)
            if direction in ("L", "R", "AL"):
                return direction != "L"
    return False


def _text_runs(runs: Iterable[Run], *, rtl: bool = False) -> str:
    return "".join([_run(run, rtl=rtl) for run in runs if run.text])


def _run(run: Run, *, rtl: bool) -> str:
    inside = _STYLES[run.style] + ("<w:rtl/>" if rtl else "")
    properties = f"<w:rPr>{inside}</w:rPr>" if inside else ""
    return f"<w:r>{properties}{_text(run.text)}</w:r>"


def _text(text: str) -> str:
    clean = escape(_FORBIDDEN.sub("\ufffd", text), {"\r": "&#13;"})
    if "\n" not in clean and "\t" not in clean:
        return f'<w:t xml:space="preserve">{clean}</w:t>'
    return "".join(
        _BREAKS.get(piece) or f'<w:t xml:space="preserve">{piece}</w:t>'
        for piece in _PIECES.split(clean)
        if piece
    )


# -- tables -------------------------------------------------------------------------------------


def _table(table: Table) -> str:
    if not table.rows:
        return ""
    widths = _widths(table.rows)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(
        _row(row, widths, is_head=place < table.heads) for place, row in enumerate(table.rows)
    )
    look = (
        '<w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{TABLE_LINES}<w:tblLayout w:type="fixed"/>'
        f'{CELL_ROOM}<w:tblLook w:val="0420" w:firstRow="1"/></w:tblPr>'
    )
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{_raw_paragraph('', '')}"


def _row(cells: Sequence[str], widths: Sequence[int], *, is_head: bool) -> str:
    properties = "<w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if is_head else "") + "</w:trPr>"
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="E8EDF3"/>' if is_head else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f"{paragraph_xml((Run(text, 'bold' if is_head else ''),), 'TableText')}</w:tc>"
        for text, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{properties}{inner}</w:tr>"


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    sizes = column_sizes(rows)
    return [WIDTH * size // sum(sizes) for size in sizes]


def column_sizes(rows: Sequence[Sequence[str]], room: int = _CHARACTERS) -> list[int]:
    """Return the widths of columns, in characters, by the lengths of the texts in them.

    A column has room for its longest word where the page has.

    Args:
        rows: The cells of each row.
        room: The characters that the page is wide.
    """
    columns = list(zip(*rows, strict=True))
    wanted = [
        max(6, *(min(60, max(map(len, cell.split("\n")))) for cell in column)) for column in columns
    ]
    least = [
        min(size, 2 + max((len(word) for cell in column for word in cell.split()), default=0))
        for size, column in zip(wanted, columns, strict=True)
    ]
    spare, asked = room - sum(least), sum(wanted) - sum(least)
    if asked <= spare:
        return wanted
    if spare <= 0:
        return least
    return [few + (size - few) * spare // asked for few, size in zip(least, wanted, strict=True)]
