"""Compare what was read of a page with what was written, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.exchange.levelpage.guide.described import GuidePage
from tests.exchange.levelpage.guide.writing import cut_field, written

from laddereditor.exchange.importer import ImportRefused, ImportResult
from laddereditor.exchange.registry import import_text
from laddereditor.model.ladder import Ladder

_EMPTY: dict[str, Any] = {"pay": ((), "", False), "experience": (None, None), "factors": {}}


@dataclass(frozen=True)
class FieldVerdict:
    """Whether a field of a page was read right."""

    page: str
    layout: str
    extraction: str
    field: str
    wanted: Any
    found: Any

    @property
    def is_right(self) -> bool:
        """Whether the field is as it was written."""
        return bool(self.wanted == self.found)


def expected(page: GuidePage, layout: str) -> dict[str, Any]:
    """Return what each field of a page should be, for the fields that a layout has."""
    wanted: dict[str, Any] = {
        "level code": page.code,
        "level name": page.level,
        "track": page.track_code,
        "summary": page.summary,
        "meaning": page.meaning,
        "factors": page.factors,
        "experience": page.experience,
        "duties": page.duties,
        "skills": page.skills,
        "good": page.good,
    }
    if layout == "canon":
        return wanted
    wanted |= {
        "title": page.title,
        "specialties": page.specialties,
        "patterns": tuple(one.replace("@", "{specialty}") for one in page.patterns),
        "left": page.left,
        "occupation": _occupation(page),
    }
    if layout == "older":
        pay = page.pay
        return wanted | {
            "family": page.family,
            "pay": (pay.ranges, pay.status, pay.has_note),
        }
    return wanted | {
        "family": page.focus,
        "function": page.function,
        "code": page.key,
        "pay": ((page.median,), "published", False),
    }


def _occupation(page: GuidePage) -> tuple[tuple[str, str, bool], ...]:
    one = page.occupation
    return ((one.code, one.title, one.inferred),) if one else ()


_FIELD_OF_BLOCK = {
    "head": ("level code", "level name", "track"),
    "titles": ("specialties", "patterns", "left"),
    "factors": ("factors", "experience"),
    "family": ("family", "function"),
    "title": ("title", "code"),
}


def found(ladder: Ladder) -> dict[str, Any]:
    """Return the values of an imported ladder of one page, by the same names."""
    level, family = ladder.levels[0], ladder.families[0]
    profile = family.profiles[0]
    factors = {one.id: one.name for one in ladder.factors}
    skills = {one.id: one.name for one in ladder.skills}
    years = level.experience
    pay = profile.pay
    return {
        "level code": level.id,
        "level name": level.name,
        "track": ladder.tracks[0].code,
        "title": profile.title,
        "summary": profile.summary,
        "family": family.name,
        "function": family.function,
        "code": family.code,
        "meaning": level.summary,
        "factors": {factors[key]: text for key, text in level.factors.items()},
        "experience": (years.min, years.max) if years else (None, None),
        "duties": profile.responsibilities,
        "skills": tuple(skills[str(use)] for use in profile.skills),
        "good": profile.qualifications,
        "specialties": family.specialties,
        "patterns": level.title_patterns,
        "left": profile.titles,
        "pay": (
            tuple((one.market, one.currency, one.min, one.mid, one.max) for one in pay.ranges),
            pay.status,
            bool(pay.note),
        )
        if pay
        else _EMPTY["pay"],
        "occupation": tuple((one.code, one.title, one.inferred) for one in family.occupations),
    }


def read(page: GuidePage, layout: str, extraction: str) -> ImportResult:
    """Import a page as an extraction gives it. Raises ImportRefused."""
    text, _ = written(page, layout, extraction)
    return import_text(text, page.file)


def verdicts(page: GuidePage, layout: str, extraction: str) -> Iterator[FieldVerdict]:
    """Yield for each field of a page whether it was read right.

    Of a cut page the field in which it was cut is left out, and of the fields behind, only that
    nothing was invented is asked.
    """
    wanted = expected(page, layout)
    _, whole = written(page, layout, extraction)
    if whole is not None:
        wanted = dict(_of_cut(page, layout, wanted, whole))
    try:
        values = found(read(page, layout, extraction).ladder)
    except ImportRefused as refused:
        values = dict.fromkeys(wanted, f"refused: {refused}")
    for name, value in wanted.items():
        yield FieldVerdict(page.file, layout, extraction, name, value, values[name])


def _of_cut(
    page: GuidePage, layout: str, wanted: dict[str, Any], whole: frozenset[str]
) -> Iterator[tuple[str, Any]]:
    cut_in = cut_field(page, layout)
    block_of = {name: block for block, names in _FIELD_OF_BLOCK.items() for name in names}
    for name, value in wanted.items():
        block = block_of.get(name, name)
        if block in whole or (name == "family" and layout == "newer" and "family" in whole):
            yield name, value
        elif block != cut_in and name != "family":
            empty = _EMPTY.get(name, "" if isinstance(value, str) else ())
            yield name, empty
