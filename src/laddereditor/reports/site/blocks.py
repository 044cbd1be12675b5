"""The blocks of reader pages as HTML for a site; every text is escaped.

A template would do, but the pages of a large ladder have a million of them, and many of them twice:
on the page of the profile and in the matrix of its family.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from laddereditor.model.address import Address
from laddereditor.model.phrases import Phrases
from laddereditor.reports.common.html_parts import element, html_text
from laddereditor.reports.page.parts import PageItem, PageSection
from laddereditor.reports.page.texts import FOR_EVERY_FAMILY
from laddereditor.reports.site.family_matrix import MatrixCell
from laddereditor.reports.site.page_text import allowed_text, shown

Link = Callable[[Address], str]  # the link to the page of an entity, "" for none


def text_html(text: str) -> str:
    """Return a text with its line breaks."""
    return html_text(allowed_text(text))


@dataclass(frozen=True)
class Blocks:
    """Writes blocks for the pages of one folder."""

    link: Link
    phrases: Phrases
    _known: dict[tuple[PageItem, ...], str] = field(default_factory=dict)

    def paragraphs(self, texts: Iterable[str]) -> Markup:
        """Return paragraphs."""
        return _trusted("".join(f"<p>{text_html(text)}</p>\n" for text in texts))

    def cell(self, cell: MatrixCell) -> Markup:
        """Return what is in a cell of a matrix."""
        return _trusted("".join((self.paragraphs(cell.paragraphs), self._list(cell.items))))

    def sections(self, sections: Iterable[PageSection]) -> Markup:
        """Return the sections of a page."""
        parts, grouped = [], False
        for section in sections:
            grouped = bool(section.group) or (grouped and not section.heading)
            parts.append(self._section(section, "h4" if grouped else "h3"))
        return _trusted("".join(parts))

    def _section(self, section: PageSection, heading: str) -> str:
        parts = [f"<h2>{text_html(shown(section.heading))}</h2>\n"] if section.heading else []
        parts += [f"<h3>{text_html(shown(section.group))}</h3>\n"] if section.group else []
        parts.append(self._opening(section, heading))
        parts.append(self._terms(section))
        parts.append(self._list(section.items))
        return "".join(parts)

    def _opening(self, section: PageSection, heading: str) -> str:
        if not section.subheading:
            return self.paragraphs(section.paragraphs)
        words = text_html(shown(" ".join(section.paragraphs)))
        remark = f"– {self.phrases.say(FOR_EVERY_FAMILY)}" if section.inherited else ""
        return f"{element(heading, words + _remark(remark))}\n"

    def _terms(self, section: PageSection) -> str:
        rows = (
            f"<div><dt>{text_html(shown(term))}</dt><dd>{text_html(definition)}</dd></div>\n"
            for term, definition in section.terms
        )
        return f"<dl>\n{''.join(rows)}</dl>\n" if section.terms else ""

    def _list(self, items: tuple[PageItem, ...]) -> str:
        if not items:
            return ""
        if (known := self._known.get(items)) is None:
            rows = "".join(f"<li>{self._item(item)}</li>\n" for item in items)
            known = self._known[items] = f"<ul>\n{rows}</ul>\n"
        return known

    def _item(self, item: PageItem) -> str:
        text = text_html(item.text)
        if item.at and (there := self.link(item.at)):
            text = element("a", text_html(shown(item.text)), {"href": there})
        if item.remark:
            text += _remark(f"({item.remark})")
        if item.inherited:
            text += _remark(f"– {self.phrases.say(FOR_EVERY_FAMILY)}")
        if item.below:
            lines = "".join(f"<li>{text_html(line)}</li>\n" for line in item.below)
            text = f"{text.rstrip()}\n<ul>\n{lines}</ul>\n"
        return text


def _remark(words: str) -> str:
    return f' <span class="remark">{text_html(words)}</span>' if words else ""


def _trusted(html: str) -> Markup:
    return Markup(html)
