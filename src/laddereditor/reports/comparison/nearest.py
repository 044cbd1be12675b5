"""What is most alike, as plain text and as values for JSON."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from laddereditor.compare.nearest.finding import Near, Nearest
from laddereditor.compare.nearest.words import (
    NOTHING_ASKED,
    NOTHING_NEAR,
    common_words,
    headings,
)
from laddereditor.model.address import Address
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.resolve import profile_title
from laddereditor.reports.common.text_layout import text_width
from laddereditor.reports.comparison.words import ladder_words


@dataclass(frozen=True, slots=True)
class NearestReport:
    """What is most alike to a profile or a level of a ladder."""

    ladder: Ladder
    nearest: Nearest


def nearest_text(report: NearestReport) -> str:
    """Return what is most alike as plain text, nearest first."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: NearestReport) -> Iterator[str]:
    found, ladder = report.nearest, report.ladder
    title = f"Most alike: {_name(ladder, found.address)}"
    yield from (title, "=" * text_width(title), ladder_words(ladder))
    if found.says_nothing:
        yield from ("", NOTHING_ASKED)
    elif not found.here and not found.elsewhere:
        yield from ("", NOTHING_NEAR)
    for heading, group in zip(headings(found), (found.here, found.elsewhere), strict=True):
        if group:
            yield from ("", heading, "-" * text_width(heading))
        for near in group:
            yield f"- {_name(ladder, near.address)}"
            yield f"  {common_words(near)}"


def _name(ladder: Ladder, address: Address) -> str:
    """Return `ai-ml-engineer/P3, Data Scientist III`."""
    return ", ".join(filter(None, (_short(address), _title(ladder, address))))


def _short(address: Address) -> str:
    return address.removeprefix("families/")


def _title(ladder: Ladder, address: Address) -> str:
    """Return the title of a profile or the name of a level."""
    entity, owner = address.entity(ladder), address.parent.entity(ladder)
    if isinstance(entity, Profile) and isinstance(owner, Family):
        return profile_title(ladder, owner, entity)
    return str(getattr(entity, "name", ""))


def nearest_json(report: NearestReport) -> dict[str, Any]:
    """Return `{"address", "same_family": [near, …], "other_families": [near, …]}`.

    Of a level, `same_family` has the other levels, and `other_families` has profiles. Each is
    `{"address", "title", "similarity", "identical", "fields"}`, nearest first; `fields` has the
    counts.
    """
    found = report.nearest
    return {
        "address": _short(found.address),
        "same_family": [_near(report.ladder, near) for near in found.here],
        "other_families": [_near(report.ladder, near) for near in found.elsewhere],
    }


def _near(ladder: Ladder, near: Near) -> dict[str, Any]:
    return {
        "address": _short(near.address),
        "title": _title(ladder, near.address),
        "similarity": round(near.common.similarity, 2),
        "identical": near.is_identical,
        "fields": [
            {
                "field": one.spec.name,
                "of": one.of,
                "same": one.same,
                "reworded": one.reworded,
                "other_proficiency": one.other_detail,
                "only_there": one.more,
            }
            for one in near.common.fields
        ],
    }
