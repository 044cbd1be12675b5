"""A reader's page as HTML; text from the file is always escaped."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from laddereditor.model.address import FieldPath
from laddereditor.model.phrases import Phrases
from laddereditor.reports.common.html_parts import (
    AS_TEXT,
    INK,
    NEXT_SHEET,
    document_html,
    element,
    html_text,
)
from laddereditor.reports.common.style import style_sheet
from laddereditor.reports.page.credits import credit_of
from laddereditor.reports.page.parts import PageItem, PageSection, ReaderPage, ReaderPages
from laddereditor.reports.page.texts import FOR_EVERY_FAMILY

# Colours for paper; a window passes those of its scheme.
PRINT_COLORS: Mapping[str, str] = {
    "text": INK,
    "text_muted": "#5a6169",
    "accent": "#24589c",
    "border": "#d5d9de",
}


_ROLES = ("base", "text", "text_muted", "accent", "border")
_SHEET = """\
main { padding: 1.5rem; max-width: 46rem; margin: 0 auto; overflow-wrap: break-word }
hr { border: 0; border-top: 1px solid var(--border); margin: 2rem 0 }
@page { margin: 18mm }
@media print { main { padding: 0; max-width: none } hr { break-after: page; border: 0 }
  li, tr { break-inside: avoid } h1, h2, h3 { break-after: avoid } }
"""
_IN_BROWSERS = {role: f"var(--{role})" for role in PRINT_COLORS}


def pages_html(report: ReaderPages) -> str:
    """Return a whole HTML document that needs no other file; texts are escaped."""
    pages = "<hr>\n".join(page_html(page, _IN_BROWSERS) for page in report.pages)
    style = style_sheet(_ROLES, _SHEET)
    pages += _foot(report, _IN_BROWSERS)
    return document_html(report.title, style, pages, report.language, headed=False)


def pages_fragment(report: ReaderPages) -> str:
    """Return the pages as HTML to paste into a text."""
    return "<hr>".join(map(page_html, report.pages)) + _foot(report)


def pages_paper(report: ReaderPages) -> str:
    """Return the pages for paper, each on a sheet of its own."""
    return NEXT_SHEET.join(map(page_html, report.pages)) + _foot(report)


def _foot(report: ReaderPages, colors: Mapping[str, str] = PRINT_COLORS) -> str:
    """Return where the pages are from, and who is named for data in them."""
    style = f"color:{colors['text_muted']};font-size:small;margin-top:24px"
    lines = filter(None, (report.origin, credit_of(report)))
    return "".join(element("p", html_text(line), {"style": style}) for line in lines)


def page_html(
    page: ReaderPage,
    colors: Mapping[str, str] = PRINT_COLORS,
    *,
    anchors: bool = False,
    narrow: bool = False,
) -> str:
    """Return the page as an HTML fragment in the subset that Qt and browsers support.

    Args:
        page: The page.
        colors: Colours by role.
        anchors: Whether each part has an anchor named after the field that it shows.
        narrow: Whether there is no room for terms beside what they mean.
    """
    shown = page if anchors else _without_fields(page)
    parts = [_head(shown, colors, narrow=narrow), *_lead(shown)]
    known = tuple(colors.items())
    parts += [_section(section, known, narrow, page.phrases) for section in shown.sections]
    return f'<div style="color:{colors["text"]}">{"".join(parts)}</div>'


def _without_fields(page: ReaderPage) -> ReaderPage:
    sections = tuple(replace(one, field=FieldPath(), fields=()) for one in page.sections)
    return replace(page, sections=sections, heading_field="", title_field="", lead_fields=())


def _lead(page: ReaderPage) -> list[str]:
    anchors = _anchors(page.lead_fields, len(page.lead))
    return [_paragraph(text, anchor) for anchor, text in zip(anchors, page.lead, strict=True)]


def _paragraph(text: str, anchor: str = "") -> str:
    return f'<p style="margin-top:8px;margin-bottom:4px">{anchor}{html_text(text)}</p>'


def _head(page: ReaderPage, colors: Mapping[str, str], *, narrow: bool) -> str:
    badge = {"style": f"color:{colors['accent']}"}
    code = element("span", html_text(page.badge), badge) if page.badge else ""
    heading = " — ".join(part for part in (code, html_text(page.heading)) if part)
    size = ";font-size:large" if narrow else ""
    anchor = _anchor(FieldPath(page.heading_field))
    found = f'<h1 style="margin-bottom:2px{size}">{anchor}{heading}</h1>' if heading else ""
    if page.title:
        style = f"margin-top:0;font-weight:400{size}"
        anchor = _anchor(FieldPath(page.title_field))
        found += f'<h2 style="{style}">{anchor}{html_text(page.title)}</h2>'
    return found


@lru_cache(maxsize=128)  # while a person types, all sections but one stay as they are
def _section(
    section: PageSection,
    known_colors: tuple[tuple[str, str], ...],
    narrow: bool,
    phrases: Phrases,
) -> str:
    colors = dict(known_colors)
    parts = []
    if section.heading:
        heading = _anchor(section.field) + html_text(section.heading)
        parts.append(f'<h3 style="margin-top:18px;margin-bottom:4px">{heading}</h3>')
    if section.group:
        style = f"margin-top:14px;margin-bottom:2px;color:{colors['accent']}"
        parts.append(f'<h4 style="{style}">{html_text(section.group)}</h4>')
    if section.subheading:
        parts += [_subheading(section, text, colors, phrases) for text in section.paragraphs]
    else:
        parts += [_paragraph(text) for text in section.paragraphs]
    if section.terms:
        parts.append(_terms(section, colors, narrow=narrow))
    if section.items:
        parts.append(_list(section, colors, phrases))
    return "".join(parts)


def _anchor(field: FieldPath) -> str:
    return element("a", "", {"name": field}) if field else ""


def _anchors(fields: Sequence[str], count: int) -> list[str]:
    """Return an anchor for each of so many parts, "" for those without a field."""
    every = [*fields[:count], *[""] * (count - len(fields))]
    return [_anchor(FieldPath(field)) for field in every]


def _subheading(
    section: PageSection, text: str, colors: Mapping[str, str], phrases: Phrases
) -> str:
    said = f" — {phrases.say(FOR_EVERY_FAMILY)}"
    muted = element("span", html_text(said), {"style": f"color:{colors['text_muted']}"})
    remark = muted if section.inherited else ""
    words = f"{_anchor(section.field)}<b>{html_text(text)}</b>{remark}"
    return f'<p style="margin-top:10px;margin-bottom:2px">{words}</p>'


def _terms(section: PageSection, colors: Mapping[str, str], *, narrow: bool) -> str:
    between = "</tr><tr>" if narrow else ""
    rows = "".join(
        f'<tr><td style="padding:3px 14px 3px 0;color:{colors["text_muted"]};{AS_TEXT}" '
        f'valign="top">'
        f"{anchor}{html_text(term)}</td>{between}"
        f'<td style="padding:3px 0;{AS_TEXT}">{html_text(definition)}</td></tr>'
        for anchor, (term, definition) in zip(
            _anchors(section.fields, len(section.terms)), section.terms, strict=True
        )
    )
    return f'<table cellspacing="0" cellpadding="0" style="margin-top:6px">{rows}</table>'


def _list(section: PageSection, colors: Mapping[str, str], phrases: Phrases) -> str:
    items = section.items
    anchors = _anchors(section.fields, len(items))
    rows = "".join(
        f'<li style="margin-bottom:3px">{anchor}{_text(item)}'
        f"{_note(item, colors, phrases)}{_below(item)}</li>"
        for anchor, item in zip(anchors, items, strict=True)
    )
    return f'<ul style="margin-top:4px">{rows}</ul>'


def _text(item: PageItem) -> str:
    """Return the text of a bullet, as a link where it leads to an address that may be opened."""
    text = html_text(item.text)
    attributes = {"href": item.url, "rel": "noopener noreferrer"}
    return element("a", text, attributes) if item.url else text


def _note(item: PageItem, colors: Mapping[str, str], phrases: Phrases) -> str:
    remark = f" ({html_text(item.remark)})" if item.remark else ""
    remark += f" — {html_text(phrases.say(FOR_EVERY_FAMILY))}" if item.inherited else ""
    return f'<span style="color:{colors["text_muted"]}">{remark}</span>' if remark else ""


def _below(item: PageItem) -> str:
    lines = [html_text(line) for line in item.below]
    lines += [_text(link) for link in item.links]
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>" if lines else ""
