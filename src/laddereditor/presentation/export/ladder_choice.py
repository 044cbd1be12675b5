"""Which parts of a ladder can be exported, how much that is, and a preview of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from laddereditor.model.address import Address, listed_at
from laddereditor.model.counting import plural
from laddereditor.model.kinds import KINDS, key_of, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.spacing import single_spaced
from laddereditor.presentation.export.subjects import LadderExportAnswer
from laddereditor.reports.common.text_layout import Terminal
from laddereditor.reports.export_scope import export_source, section_fields
from laddereditor.reports.exporter import (
    DOCUMENT,
    Exporter,
    ExportRefused,
    ExportScope,
    ExportSource,
)
from laddereditor.reports.formats import format_of
from laddereditor.reports.page.parts import ReaderPages
from laddereditor.reports.page.places import page_at

_MOST_LETTERS = 100  # of a proposed file name
_MOST_SHOWN = 3  # pages of a preview: enough to see who reads what, and laid out in a moment


@dataclass(frozen=True, slots=True)
class PartList:
    """Parts of one kind to tick: their keys and words."""

    name: str  # the field of `ExportScope`
    title: str
    parts: tuple[tuple[str, str], ...]


def file_name(answer: LadderExportAnswer) -> str:
    """Return a proposal for the name of an export's file or folder."""
    words = single_spaced(re.sub(r"[^\w ,.-]+", " ", answer.title))
    return f"{words[:_MOST_LETTERS].strip(' .,') or 'Export'}{answer.exporter.suffix}"


def part_lists(ladder: Ladder) -> tuple[PartList, ...]:
    """Return the lists of parts that can be ticked: families, levels, tracks, sections.

    Abstract families are not among them: they are no jobs, and go out with no others.
    """
    found = [
        PartList(
            KINDS[kind].collection,
            KINDS[kind].plural,
            tuple(
                (key_of(one), label_of(one))
                for one in getattr(ladder, KINDS[kind].collection)
                if not getattr(one, "abstract", False)
            ),
        )
        for kind in ("family", "level", "track")
    ]
    sections = tuple((str(spec.name), spec.title) for spec in section_fields())
    return (*(one for one in found if one.parts), PartList("sections", "Sections", sections))


def with_ticked(scope: ExportScope, ticked: dict[str, Sequence[str]]) -> ExportScope:
    """Return a scope with the parts that are ticked; lists with all of them ticked choose all.

    Args:
        scope: The scope without parts.
        ticked: The keys by the name of their list, without lists of which all are ticked.
    """
    changes: dict[str, Any] = {name: tuple(keys) for name, keys in ticked.items()}
    return replace(scope, **changes)


def preview_html(ladder: Ladder, scope: ExportScope, exporter: Exporter | None = None) -> str:
    """Return the first pages of what goes out, as HTML.

    Args:
        ladder: The ladder.
        scope: What goes out, and for whom.
        exporter: If it writes a report, such as a sheet, that is what is shown.

    Raises:
        ExportRefused: Nothing is chosen, or nothing that the report could be about.
    """
    source = export_source(ladder, scope)
    if exporter is not None and exporter.report is not None and exporter.group != DOCUMENT:
        report = exporter.report(source, _MOST_SHOWN)
        return format_of(type(report), "pdf").write(report, Terminal())
    addresses = list(_first_pages(source))
    pages = tuple(page_at(source.ladder, one) for one in addresses)
    shown = ReaderPages("", pages, ladder.language)
    return format_of(ReaderPages, "pdf").write(shown, Terminal())


def _first_pages(source: ExportSource) -> Iterable[Address]:
    found = [
        one
        for address, family in listed_at(Address("families"), source.ladder.families)
        for one, _ in listed_at(address, family.profiles)
        if one not in source.needed
    ]
    if not found:
        listed = (
            listed_at(Address(kind.collection), getattr(source.ladder, kind.collection))
            for kind in (KINDS["level"], KINDS["skill"], KINDS["family"])
        )
        found = [address for entries in listed for address, _ in entries]
    return found[:_MOST_SHOWN] or [Address()]


def counts(ladder: Ladder, scope: ExportScope) -> str:
    """Return how much goes out: "2 families with 9 profiles, 5 levels, 30 skills".

    Returns the reason if nothing does.
    """
    try:
        source = export_source(ladder, scope)
    except ExportRefused as refused:
        return str(refused)
    families = [family for family, _ in source.families()]
    profiles = sum(len(found) for _, found in source.families())
    parts = [
        f"{plural(len(families), 'family', 'families')} with {plural(profiles, 'profile')}",
        plural(len(source.ladder.levels), "level"),
        plural(len(source.ladder.skills), "skill"),
    ]
    return ", ".join(parts)
