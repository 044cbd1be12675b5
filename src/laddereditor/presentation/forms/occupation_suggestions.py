"""Occupation codes to choose from, in words: for a typed text, and for a family."""

from typing import NamedTuple

from laddereditor.model.family import Family, Occupation
from laddereditor.model.fields import field_specs
from laddereditor.model.occupations.codes import OccupationTitle, is_group
from laddereditor.model.occupations.search import search
from laddereditor.model.occupations.suggested import suggested_occupations


class OccupationOffer(NamedTuple):
    """An occupation to choose, and how it is shown."""

    occupation: OccupationTitle
    words: str


def offers_for_text(text: str) -> list[OccupationOffer]:
    """Return the occupations that a code or words of a title may mean, most likely first."""
    return [OccupationOffer(one, _words(one)) for one in search(text)]


def offers_for_family(family: Family) -> list[OccupationOffer]:
    """Return the occupations that a family may be, each with the words that it shares."""
    return [
        OccupationOffer(
            found.occupation,
            f"{_words(found.occupation)}   ·   shares “{'”, “'.join(found.shared_words)}”",
        )
        for found in suggested_occupations(family)
    ]


def _words(one: OccupationTitle) -> str:
    scheme = field_specs(Occupation)["scheme"].choice_words(one.scheme)
    kind = f"group of {scheme}" if is_group(one.code) else scheme
    return f"{one.code}   {one.title}   ·   {kind}"
