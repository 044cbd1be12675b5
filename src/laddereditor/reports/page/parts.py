"""What a page for readers is made of: plain blocks without any markup."""

from dataclasses import dataclass, replace
from functools import lru_cache

from laddereditor.model.address import Address, FieldPath
from laddereditor.model.counting import plural
from laddereditor.model.fields import Readers
from laddereditor.model.phrases import ENGLISH, Phrases


@dataclass(frozen=True, slots=True)
class PageItem:
    """A bullet: its text, a muted remark after it, and lines below it."""

    text: str
    remark: str = ""
    below: tuple[str, ...] = ()
    at: Address = Address()  # of the entity that it names; "" if it names none
    inherited: bool = False  # from the level, as for every family
    url: str = ""  # a safe address that the text leads to, "" for none
    links: tuple["PageItem", ...] = ()  # what a statement leads to


@dataclass(frozen=True, slots=True)
class PageSection:
    """A part of the page; any of its contents may be empty."""

    heading: str
    field: FieldPath = FieldPath()  # the field it shows, for a way back to the form
    paragraphs: tuple[str, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()  # term and definition
    items: tuple[PageItem, ...] = ()
    fields: tuple[str, ...] = ()  # the field of each term, or of each item
    group: str = ""  # heads this section and those after it, up to the next with a group or heading
    subheading: bool = False
    inherited: bool = False
    readers: Readers = "everybody"


@dataclass(frozen=True, slots=True)
class ReaderPage:
    """A page: the badge (a level's code), the heading, the title below it, and sections."""

    badge: str
    heading: str
    title: str
    lead: tuple[str, ...]  # opening paragraphs
    sections: tuple[PageSection, ...]
    # The fields that these show, for a way back to the form; "" and none for no way.
    heading_field: str = ""
    title_field: str = ""
    lead_fields: tuple[str, ...] = ()
    phrases: Phrases = ENGLISH  # the language of the program's own words in it


@dataclass(frozen=True, slots=True)
class ReaderPages:
    """Pages that leave the program together."""

    title: str
    pages: tuple[ReaderPage, ...]
    language: str = ""
    origin: str = ""  # the ladder with its version and the day, as the last line


MAX_ITEMS = 200  # items of a list, and terms of a section
MAX_CHARACTERS = 5_000  # characters of a text


def shortened(page: ReaderPage) -> ReaderPage:
    """Return a page that is quick to draw; omitted parts are counted in their place."""
    sections = tuple([_with_short_texts(_with_few_items(section)) for section in page.sections])
    return replace(page, lead=tuple(map(_shortened_text, page.lead)), sections=sections)


def _with_few_items(section: PageSection) -> PageSection:
    """Return a section with the first of its items and terms, before thousands are looked at."""
    terms, items = section.terms[:MAX_ITEMS], section.items[:MAX_ITEMS]
    if len(section.terms) > MAX_ITEMS:
        terms = (*terms, ("…", f"and {len(section.terms) - MAX_ITEMS:,} more"))
    if len(section.items) > MAX_ITEMS:
        items = (*items, PageItem(f"… and {len(section.items) - MAX_ITEMS:,} more"))
    if terms is section.terms and items is section.items:
        return section
    fields = section.fields[: max(len(terms), len(items))]
    return replace(section, terms=terms, items=items, fields=fields)


@lru_cache(maxsize=128)  # while a person types, all sections but one stay as they are
def _with_short_texts(section: PageSection) -> PageSection:
    terms = tuple([(term, _shortened_text(text)) for term, text in section.terms])
    texts, items = map(_shortened_text, section.paragraphs), map(_shortened_item, section.items)
    return replace(section, paragraphs=tuple(texts), terms=terms, items=tuple(items))


def _shortened_item(item: PageItem) -> PageItem:
    below = [_shortened_text(text) for text in item.below[:MAX_ITEMS]]
    if len(item.below) > MAX_ITEMS:
        below.append(f"… and {len(item.below) - MAX_ITEMS:,} more")
    return replace(item, text=_shortened_text(item.text), below=tuple(below))


def _shortened_text(text: str) -> str:
    if len(text) <= MAX_CHARACTERS:
        return text
    return f"{text[:MAX_CHARACTERS]} … and {plural(len(text) - MAX_CHARACTERS, 'more character')}"
