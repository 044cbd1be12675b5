"""The rows of the list of what is most alike."""

from dataclasses import dataclass

from laddereditor.compare.nearest.finding import Nearest
from laddereditor.compare.nearest.words import (
    NOTHING_ASKED,
    NOTHING_NEAR,
    common_words,
    headings,
)
from laddereditor.compare.sheet.subject import Subject
from laddereditor.presentation.compare.column_places import FoundPlace, fits, place_at


@dataclass(frozen=True, slots=True)
class NearRow:
    """A profile or a level with what it has in common, or the heading of a group."""

    words: str  # the counts, or the heading
    found: FoundPlace | None = None  # None for a heading

    @property
    def text(self) -> str:
        """The words in the list, in two lines."""
        return f"{self.found.place.label}\n{self.words}" if self.found else self.words

    @property
    def accessible_text(self) -> str:
        """The words for screen readers."""
        if self.found is None:
            return self.words
        place = self.found.place
        return ", ".join(filter(None, (f"{place.owner} {place.code}", place.title, self.words)))


def near_rows(found: Nearest, asked: Subject, typed: str = "") -> list[NearRow]:
    """Return the rows that match what was typed, each group under its heading.

    Args:
        found: What is most alike.
        asked: The profile or level that it is alike to.
        typed: What was typed, "" for all rows.
    """
    rows: list[NearRow] = []
    for heading, group in zip(headings(found), (found.here, found.elsewhere), strict=True):
        places = [place_at(asked.ladder, near.address) for near in group]
        listed = [
            NearRow(common_words(near), FoundPlace(asked.ladder, place, origin=asked.origin))
            for near, place in zip(group, places, strict=True)
            if fits(place, typed)
        ]
        if listed:
            rows += [NearRow(heading), *listed]
    return rows


def why_empty(found: Nearest) -> str:
    """Return why nothing is listed, "" if something is."""
    if found.says_nothing:
        return NOTHING_ASKED
    return "" if found.here or found.elsewhere else NOTHING_NEAR


def alike_words(asked: Subject) -> str:
    """Return the words of the list: "Most alike to Deckhand G2"."""
    place = place_at(asked.ladder, asked.address)
    return f"Most alike to {place.owner} {place.code}"
