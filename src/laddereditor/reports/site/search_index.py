"""The index of a site's search: the pages, and on which of them each word is.

A list of pages for each word takes a seventh of the room of the texts, and is searched faster.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from laddereditor.reports.page.parts import ReaderPage
from laddereditor.reports.site.site import Site

_WORD = re.compile(r"\w[\w+#]*")  # "C++" and "C#" too
# Letters that have no accent to leave out, as people without their keyboard write them.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th"}
)


def folded(text: str) -> str:
    """Return a text in small letters without accents; the site's script does the same."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_LETTERS)


@lru_cache(maxsize=65_536)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text as they are searched for."""
    return frozenset(_WORD.findall(folded(text)))


def search_index(site: Site) -> dict[str, Any]:
    """Return the index: `pages`, each with title, what it is and link, and `words`.

    The numbers of the pages that have a word are written as distances from the one before.
    """
    pages: list[list[str]] = []
    places: dict[str, list[int]] = {}
    last: dict[str, int] = {}
    for number, (title, about, link, texts) in enumerate(_entries(site)):
        pages.append([title, about, link])
        for word in set().union(*map(words_of, (title, about, *texts))):
            places.setdefault(word, []).append(number - last.get(word, 0))
            last[word] = number
    return {"pages": pages, "words": places}


def _entries(site: Site) -> Iterator[tuple[str, str, str, Iterable[str]]]:
    """Yield title, what it is, link and texts of each page: profiles first, which most look for."""
    say = site.phrases.say
    for family, profile in site.profiles():
        yield profile.name, family.name, site.paths[profile.address], texts_of(profile.page)
    for family in site.families:
        about = say("Family")
        yield family.name, about, site.paths[family.own.address], texts_of(family.own.page)
    for about, several in ((say("Level"), site.levels), (say("Skill"), site.skills)):
        for one in several:
            yield one.name, about, site.paths[one.address], texts_of(one.page)


def texts_of(page: ReaderPage) -> Iterator[str]:
    """Yield what a page says, without the headings that all pages have."""
    yield page.heading
    yield page.title
    yield from page.lead
    for section in page.sections:
        yield from section.paragraphs
        for _, definition in section.terms:
            yield definition
        for item in section.items:
            yield item.text
            yield from item.below
