"""The parts of every HTML report; texts are always escaped."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from laddereditor.align.marks import Mark

# Nothing external is loaded, whatever a text contains.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
INK = "#1c1f23"  # on paper, and where a text is pasted
BREAK = '<br style="mso-data-placement:same-cell">'  # Excel would start a new row at a plain one
NEXT_SHEET = '<p style="page-break-after:always;font-size:1pt"></p>'  # on paper
AS_TEXT = "mso-number-format:'\\@'"  # keeps Excel from reading formulas and dates into texts


def html_text(text: str, line_break: str = "<br>") -> str:
    """Return a text as HTML, with its line breaks."""
    return escape(text).replace("\n", line_break)


def element(tag: str, inner: str, attributes: Mapping[str, str] | None = None) -> str:
    """Return an HTML element.

    Args:
        tag: The name of the element, such as `p`.
        inner: Its content, as HTML.
        attributes: Its attributes as plain text, which is escaped here; empty ones are left out.
    """
    given = (attributes or {}).items()
    inside = "".join(f' {name}="{_in_quotes(value)}"' for name, value in given if value)
    return f"<{tag}{inside}>{inner}</{tag}>"


def _in_quotes(value: str) -> str:
    return escape(value, quote=False).replace('"', "&quot;")


# -- removed and added words ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MarkTags:
    """The tags around removed and added words, as opening tags without brackets."""

    gone: str
    new: str
    instead: str = ""  # around words that replace removed ones; by default as `new`
    between: str = ""  # between those two


IN_PAGES = MarkTags("del", "ins")
IN_COLUMNS = MarkTags("del", "ins", instead='ins class="instead"')
IN_WORD = MarkTags("s", "u")  # Word may treat del and ins as tracked changes
# A space separates the old word from the new one if the styles are lost.
IN_CELLS = MarkTags(
    'span style="text-decoration:line-through"',
    'span style="text-decoration:underline"',
    between=" ",
)


def marked_html(marks: Iterable[Mark], tags: MarkTags = IN_PAGES, line_break: str = "<br>") -> str:
    """Return runs of text with tags around removed and added ones.

    Args:
        marks: The runs, in the order of the text.
        tags: How removed and added words are marked.
        line_break: What is written for a line end.
    """
    parts, before = [], ""
    for mark in marks:
        replaces = before == "gone" and mark.kind == "new"
        parts.append(tags.between if replaces else "")
        parts.append(_tagged(html_text(mark.text, line_break), mark.kind, tags, replaces))
        before = mark.kind
    return "".join(parts)


def _tagged(text: str, kind: str, tags: MarkTags, replaces: bool) -> str:
    if kind == "same":
        return text
    opening = tags.gone if kind == "gone" else (replaces and tags.instead) or tags.new
    return f"<{opening}>{text}</{opening.split()[0]}>"


def side_html(marks: Iterable[Mark], *, old: bool, tags: MarkTags = IN_PAGES) -> str:
    """Return one of two texts with its differences marked.

    Args:
        marks: The runs of both texts.
        old: Whether the old text is returned; its removed words are marked.
        tags: How removed and added words are marked.
    """
    other = "new" if old else "gone"
    return marked_html((mark for mark in marks if mark.kind != other), tags)


# -- cells for Word, Excel and paper, which ignore style sheets ---------------------------------

CELLS = {
    "border": "1",
    "cellspacing": "0",
    "cellpadding": "4",
    "style": "border-collapse:collapse",
}


def cell_text(text: str) -> str:
    """Return a text for a cell, with line breaks that stay in the cell."""
    return html_text(text, BREAK)


def cell_html(inner: str, style: str = "", tag: str = "td", width: str = "") -> str:
    """Return a cell of a table.

    Args:
        inner: Its content, as HTML.
        style: CSS declarations in addition to those that every cell has.
        tag: `td`, or `th` for a bold cell.
        width: Its width, such as `30%`; Qt and Word read no other than this attribute.
    """
    weight = "font-weight:bold;" if tag == "th" else ""
    fixed = f"vertical-align:top;text-align:left;{weight}{AS_TEXT}"
    return element(tag, inner, {"style": f"{fixed};{style}" if style else fixed, "width": width})


def paper_html(title: str, body: str) -> str:
    """Return a report for paper, in the HTML that Qt lays out; `title` is plain text, or ""."""
    heading = f"<h3>{html_text(title)}</h3>" if title else ""
    return element("div", f"{heading}{body}", {"style": f"color:{INK}"})


# -- tables and pages ---------------------------------------------------------------------------


def row_html(cells: Iterable[str], attributes: Mapping[str, str] | None = None) -> str:
    """Return a row of a table from its cells."""
    return f"{element('tr', ''.join(cells), attributes)}\n"


def table_html(
    heads: Iterable[str],
    bodies: Iterable[Iterable[str]],
    attributes: Mapping[str, str] | None = None,
) -> str:
    """Return a table of rows, in bodies that stay together, below heads that every page repeats.

    Args:
        heads: The cells of the head, as HTML.
        bodies: The rows of each body, as HTML.
        attributes: The attributes of the table, as plain text.
    """
    head = f"<thead>{element('tr', ''.join(heads))}</thead>\n"
    inside = "".join(f"<tbody>\n{''.join(rows)}</tbody>\n" for rows in bodies)
    return element("table", f"\n{head}{inside}", attributes) + "\n"


def document_html(
    title: str, style: str, body: str, language: str = "en", *, headed: bool = True
) -> str:
    """Return a whole HTML document that needs no other file.

    Args:
        title: Plain text, for the browser's title.
        style: A style sheet.
        body: HTML.
        language: The language of the texts.
        headed: Whether the title is also above the page.
    """
    heading = f"<h1>{html_text(title)}</h1>\n" if headed else ""
    return (
        f'<!doctype html>\n<html lang="{escape(language or "en")}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html_text(title)}</title>\n<style>\n{style}</style>\n"
        f"</head>\n<body>\n<main>\n{heading}{body}</main>\n</body>\n</html>\n"
    )
