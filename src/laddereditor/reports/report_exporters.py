"""Sheets and comparisons as exporters, in the same registry as whole ladders."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from laddereditor.compare.sheet.columns import MAX_COLUMNS
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.subject import subject_at
from laddereditor.compare.sheet.table import Comparison
from laddereditor.model.address import Address, listed_at
from laddereditor.model.counting import plural
from laddereditor.reports.comparison.level_summaries import SummaryReport, summary_report
from laddereditor.reports.exporter import (
    ExportedFile,
    Exporter,
    ExportRefused,
    ExportSource,
    Progress,
)
from laddereditor.reports.formats import format_of
from laddereditor.reports.worksheets.kinds import SHEET_KINDS, SheetKind, sheet_places
from laddereditor.reports.worksheets.talk_sheet import TalkSheet, talk_sheet

_WEB_PAGE = "html"
_LEAST = 2  # columns of a comparison
_NO_PROFILE = "A sheet is about profiles or levels, and none is chosen. Choose some."


def _places(source: ExportSource) -> tuple[Address, ...]:
    """Return the profiles and levels that were chosen, in the order of the choice."""
    scope, ladder = source.scope, source.ladder
    if scope.at:
        chosen = [address.in_full(ladder) for address in scope.at if address.has_entry(ladder)]
    else:
        chosen = [address for address, _ in listed_at(Address("families"), ladder.families)]
    found = sheet_places(ladder, chosen or [one for one, _ in _levels(source)])
    return tuple(one for one in found if one not in source.needed and one.has_entry(ladder))


def _levels(source: ExportSource) -> Sequence[tuple[Address, Any]]:
    return listed_at(Address("levels"), source.ladder.levels)


def _file(report: Any) -> ExportedFile:
    written = format_of(type(report), _WEB_PAGE)
    return ExportedFile("", written.as_file(report))


# -- sheets ---------------------------------------------------------------------------------------


def _write_sheets(
    kind: SheetKind, source: ExportSource, progress: Progress
) -> Iterator[ExportedFile]:
    places = _places(source)
    if not places:
        raise ExportRefused(_NO_PROFILE)
    title = source.ladder.name or source.ladder.id or kind.title
    yield _file(kind.make(source.ladder, places, title))
    progress(1, 1)


def _sheet_exporter(kind: SheetKind) -> Exporter:
    title = f"{kind.title}, web page"
    return Exporter(f"sheet-{kind.id}", title, ".html", partial(_write_sheets, kind))


# -- comparisons ----------------------------------------------------------------------------------


def _write_comparison(
    make: Callable[[Comparison], Any], source: ExportSource, progress: Progress
) -> Iterator[ExportedFile]:
    places = _places(source)
    if not _LEAST <= len(places) <= MAX_COLUMNS:
        chosen = plural(len(places), "profile or level", "profiles and levels")
        raise ExportRefused(
            f"Side by side are {_LEAST} to {MAX_COLUMNS} profiles and levels, and {chosen} "
            "would be shown. Choose others."
        )
    columns = [subject_at(source.ladder, address) for address in places]
    yield _file(make(compare(columns)))
    progress(1, 1)


def _comparison_exporter(name: str, title: str, make: Callable[[Comparison], Any]) -> Exporter:
    return Exporter(name, f"{title}, web page", ".html", partial(_write_comparison, make))


def _same(comparison: Comparison) -> Comparison:
    return comparison


def _summary(comparison: Comparison) -> SummaryReport:
    return summary_report(comparison)


def _talk(comparison: Comparison) -> TalkSheet:
    return talk_sheet(comparison)


REPORT_EXPORTERS: tuple[Exporter, ...] = (
    *map(_sheet_exporter, SHEET_KINDS),
    _comparison_exporter("comparison", "Comparison", _same),
    _comparison_exporter("level-summary", "Summary of what a level adds", _summary),
    _comparison_exporter("sheet-talk", "Sheet for a talk", _talk),
)
