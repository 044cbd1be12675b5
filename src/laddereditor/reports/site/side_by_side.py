"""The data of the page that shows profiles side by side; each text is in it once."""

from typing import Any

from laddereditor.reports.page.parts import PageItem
from laddereditor.reports.site.family_matrix import MatrixCell
from laddereditor.reports.site.site import Site, SitePage


class _Numbering:
    """Numbers texts by when they were first used."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        return self.numbers.setdefault(text, len(self.numbers))


def side_by_side(site: Site) -> dict[str, Any]:
    """Return the profiles with what they say, for the script of the page.

    `places` are heading and row; `profiles` are level, title, link, number of the family, and for
    each place that the profile says something at: its number, then those of the paragraphs and of
    the items.
    """
    texts, places = _Numbering(), _Numbering()
    profiles = [
        [number, profile.page.badge, profile.page.title, site.paths[profile.address], said]
        for number, family in enumerate(site.families)
        for profile in family.profiles
        for said in [_said(profile, texts, places)]
    ]
    return {
        "families": [family.name for family in site.families],
        "profiles": profiles,
        "places": [place.split("\0") for place in places.numbers],
        "texts": [*texts.numbers],
    }


def _said(profile: SitePage, texts: _Numbering, places: _Numbering) -> list[list[Any]]:
    return [
        [places.number("\0".join(place)), *_numbers(cell, texts)]
        for place, cell in profile.cells.items()
    ]


def _numbers(cell: MatrixCell, texts: _Numbering) -> tuple[list[int], list[int]]:
    paragraphs = [texts.number(text) for text in cell.paragraphs]
    return paragraphs, [texts.number(_words(item)) for item in cell.items]


def _words(item: PageItem) -> str:
    """Return an item with its remark and what is below it, each in a line of its own."""
    head = f"{item.text} ({item.remark})" if item.remark else item.text
    return "\n– ".join((head, *item.below))
