"""A document as a Word file with real styles, lists, tables and contents."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Mm, Pt, RGBColor

from laddereditor.exchange.blocks.block import BlockDocument
from laddereditor.exchange.blocks.forms import BYLINE, DATE, LADDER, ORGANIZATION, VERSION
from laddereditor.reports.documents.word_xml import (
    WIDTH,
    WIDTH_TURNED,
    body_xml,
    page_field,
)

_FONT = "Calibri"
_INK, _ACCENT, _MUTED = RGBColor(0x1C, 0x1F, 0x23), RGBColor(0x24, 0x58, 0x9C), "5A6169"
# Size, space above and below in points, for each depth of heading.
_HEADINGS = ((20, 24, 8), (16, 20, 6), (13, 16, 4), (11, 12, 3), (10.5, 9, 2), (10.5, 9, 2))
_CONTENTS = ((6, 0), (0, 0.5), (0, 1))  # space above in points, indent in cm
_MARGIN = 2


def docx_of(document: BlockDocument, *, turned: bool = False) -> bytes:
    """Return a document as a Word file; `turned` makes its pages wider than high."""
    made: Any = docx.Document()
    _set_styles(made, document.language or "en")
    _set_page(made, document, turned=turned)
    _set_properties(made, document)
    body = made.element.body
    section = body.sectPr
    for child in list(body):
        if child is not section:
            body.remove(child)
    for child in list(parse_xml(body_xml(document))):
        section.addprevious(child)
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def _set_properties(made: Any, document: BlockDocument) -> None:
    known, core = document.properties, made.core_properties
    core.title = document.title[:255]
    core.author = known.get(ORGANIZATION, "")[:255]
    core.version = known.get(VERSION, "")[:255]
    core.identifier = known.get(LADDER, "")[:255]
    core.language = document.language[:255]
    core.comments, core.last_modified_by = "", ""
    day = known.get(DATE)
    core.created = core.modified = (
        datetime.fromisoformat(day) if day else datetime.now(UTC).replace(tzinfo=None)
    )


def _set_page(made: Any, document: BlockDocument, *, turned: bool) -> None:
    section = made.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if turned else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if turned else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin = section.bottom_margin = Cm(_MARGIN)
    paragraph = section.footer.paragraphs[0]._p
    line = " · ".join(filter(None, (document.title, document.properties.get(BYLINE, ""))))
    text = f'<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r><w:r><w:tab/></w:r>'
    fields = f"{page_field('PAGE')}<w:r><w:t>/</w:t></w:r>{page_field('NUMPAGES')}"
    end = WIDTH_TURNED if turned else WIDTH
    tabs = (
        '<w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="clear" w:pos="4680"/>'
        f'<w:tab w:val="clear" w:pos="9360"/><w:tab w:val="right" w:pos="{end}"/></w:tabs>'
        "</w:pPr>"
    )
    new = parse_xml(f"<w:p {nsdecls('w')}>{tabs}{text}{fields}</w:p>")
    paragraph.getparent().replace(paragraph, new)


# -- styles -------------------------------------------------------------------------------------


def _set_styles(made: Any, language: str) -> None:
    styles = made.styles
    normal = styles["Normal"]
    _set_font(normal, 10.5)
    normal.paragraph_format.space_after = Pt(4)
    for number, (size, above, below) in enumerate(_HEADINGS, 1):
        style = styles[f"Heading {number}"]
        _set_font(style, size, _ACCENT if number < 4 else _INK, bold=True)
        style.font.italic = False
        style.paragraph_format.space_before, style.paragraph_format.space_after = (
            Pt(above),
            Pt(below),
        )
    _set_font(styles["Title"], 26, _ACCENT, bold=True)
    _set_font(styles["Subtitle"], 11, _INK)
    styles["Subtitle"].font.italic = False
    for spread in styles["Subtitle"].element.rPr.findall(qn("w:spacing")):
        styles["Subtitle"].element.rPr.remove(spread)
    _set_font(styles["Footer"], 8.5, _INK)
    for name in ("List Bullet", "List Bullet 2", "List Bullet 3", "List Number"):
        styles[name].paragraph_format.space_after = Pt(2)
    _add_styles(styles)
    _set_language(styles, language)


def _add_styles(styles: Any) -> None:
    table_text = styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
    table_text.base_style = styles["Normal"]
    table_text.paragraph_format.space_after = Pt(1)
    for number, (above, indent) in enumerate(_CONTENTS, 1):
        style = styles.add_style(f"toc {number}", WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(qn("w:styleId"), f"TOC{number}")
        style.base_style = styles["Normal"]
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(1)
        style.paragraph_format.left_indent = Cm(indent)
        end = f'<w:tab w:val="right" w:leader="dot" w:pos="{WIDTH}"/>'
        tabs = f"<w:tabs {nsdecls('w')}>{end}</w:tabs>"
        style.element.get_or_add_pPr().insert(0, parse_xml(tabs))


def _set_font(
    style: Any, size: float, color: RGBColor | None = None, *, bold: bool | None = None
) -> None:
    style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), bold
    if color is not None:
        style.font.color.rgb = color
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:cs"), _FONT)


def _set_language(styles: Any, language: str) -> None:
    """Set the language of all texts, those that run from right to left too."""
    for found in styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), language)
        found.set(qn("w:bidi"), language)
