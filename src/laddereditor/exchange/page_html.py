"""A reader's page as HTML: text from the file is always escaped."""

from collections.abc import Mapping
from html import escape

from laddereditor.exchange.reader_page import PageItem, PageSection, ReaderPage

# Colours for paper; a window hands in those of its scheme.
PRINT_COLORS: Mapping[str, str] = {
    "text": "#1c1f23",
    "text_muted": "#5a6169",
    "accent": "#24589c",
    "border": "#d5d9de",
}


def page_html(page: ReaderPage, colors: Mapping[str, str] = PRINT_COLORS) -> str:
    """Return the page as an HTML fragment in the subset that Qt and browsers share."""
    parts = [_head(page, colors), *(_paragraph(text) for text in page.lead)]
    parts += [_section(section, colors) for section in page.sections]
    return f'<div style="color:{colors["text"]}">{"".join(parts)}</div>'


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _paragraph(text: str) -> str:
    return f'<p style="margin-top:8px;margin-bottom:4px">{_text(text)}</p>'


def _head(page: ReaderPage, colors: Mapping[str, str]) -> str:
    code = (
        f'<span style="color:{colors["accent"]}">{_text(page.badge)}</span>' if page.badge else ""
    )
    heading = " — ".join(part for part in (code, _text(page.heading)) if part)
    found = f'<h1 style="margin-bottom:2px">{heading}</h1>' if heading else ""
    if page.title:
        found += f'<h2 style="margin-top:0;font-weight:400">{_text(page.title)}</h2>'
    return found


def _section(section: PageSection, colors: Mapping[str, str]) -> str:
    parts = []
    if section.heading:
        parts.append(f'<h3 style="margin-top:18px;margin-bottom:4px">{_text(section.heading)}</h3>')
    if section.subheading:
        parts += [_subheading(section, text, colors) for text in section.paragraphs]
    else:
        parts += [_paragraph(text) for text in section.paragraphs]
    if section.terms:
        parts.append(_terms(section, colors))
    if section.items:
        parts.append(_list(section.items, colors))
    return "".join(parts)


def _subheading(section: PageSection, text: str, colors: Mapping[str, str]) -> str:
    muted = f'<span style="color:{colors["text_muted"]}"> — as for every family</span>'
    remark = muted if section.inherited else ""
    return f'<p style="margin-top:10px;margin-bottom:2px"><b>{_text(text)}</b>{remark}</p>'


def _terms(section: PageSection, colors: Mapping[str, str]) -> str:
    rows = "".join(
        f'<tr><td style="padding:3px 14px 3px 0;color:{colors["text_muted"]}" valign="top">'
        f'{_text(term)}</td><td style="padding:3px 0">{_text(definition)}</td></tr>'
        for term, definition in section.terms
    )
    return f'<table cellspacing="0" cellpadding="0" style="margin-top:6px">{rows}</table>'


def _list(items: tuple[PageItem, ...], colors: Mapping[str, str]) -> str:
    rows = "".join(
        f'<li style="margin-bottom:3px">{_text(item.text)}'
        f"{_remark(item, colors)}{_below(item)}</li>"
        for item in items
    )
    return f'<ul style="margin-top:4px">{rows}</ul>'


def _remark(item: PageItem, colors: Mapping[str, str]) -> str:
    if not item.remark:
        return ""
    return f' <span style="color:{colors["text_muted"]}">({_text(item.remark)})</span>'


def _below(item: PageItem) -> str:
    if not item.below:
        return ""
    return "<ul>" + "".join(f"<li>{_text(line)}</li>" for line in item.below) + "</ul>"
