"""Pages, sheets and comparisons as exporters, in the same registry as whole ladders."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from laddereditor.compare.sheet.columns import MAX_COLUMNS
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.subject import subject_at
from laddereditor.compare.sheet.table import Comparison
from laddereditor.model.address import Address, listed_at
from laddereditor.model.counting import plural
from laddereditor.reports.common.origin import origin_line
from laddereditor.reports.common.text_layout import Terminal
from laddereditor.reports.comparison.level_summaries import SummaryReport, summary_report
from laddereditor.reports.exporter import (
    DOCUMENT,
    ExportedFile,
    Exporter,
    ExportRefused,
    ExportSource,
    Progress,
)
from laddereditor.reports.formats import Format, format_of, formats_of
from laddereditor.reports.office import report_pdf
from laddereditor.reports.page.parts import ReaderPages
from laddereditor.reports.page.places import pages_at
from laddereditor.reports.worksheets.kinds import SHEET_KINDS, SheetKind, sheet_places
from laddereditor.reports.worksheets.talk_sheet import TalkSheet, talk_sheet

_WEB_PAGE = "html"
_FILES = ("html", "docx", "xlsx", "pdf")
_WIDE_FILES = _FILES[:-1]  # a PDF of the registry has pages in portrait, too narrow for columns
_LEAST = 2  # columns of a comparison
_NO_PROFILE = "A sheet is about profiles or levels, and none is chosen. Choose some."
_Make = Callable[[ExportSource, int | None], Any]  # of a report, perhaps of the first few places


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


def _exporters(
    name: str, title: str, shows: type[Any], make: _Make, files: Sequence[str]
) -> Iterator[Exporter]:
    """Yield the exporters of a kind of report, one for each kind of file.

    Args:
        name: That of the web page; the others have the name of their format behind it.
        title: What the report is, in dialogs.
        shows: The class of the report.
        make: Makes the report.
        files: The names of the formats.
    """
    for one in formats_of(shows):
        if one.name in files:
            yield Exporter(
                name if one.name == _WEB_PAGE else f"{name}-{one.name}",
                f"{title} ({one.title})",
                one.suffix,
                partial(_write, make, one),
                title,
                one.title,
                make,
            )


def _write(
    make: _Make, written: Format[Any], source: ExportSource, progress: Progress
) -> Iterator[ExportedFile]:
    report = make(source, None)
    if written.is_paper:
        data = report_pdf(written.write(report, Terminal()), source.ladder.language)
    else:
        data = written.as_file(report, semicolons=source.semicolons)
    yield ExportedFile("", data)
    progress(1, 1)


# -- pages ----------------------------------------------------------------------------------------


def _pages(source: ExportSource, most: int | None) -> ReaderPages:
    ladder = source.ladder
    if source.scope.at:
        chosen = [address.in_full(ladder) for address in source.scope.at]
    else:
        chosen = list(_places(source)) or [Address()]
    title = ladder.name or ladder.id
    pages = pages_at(ladder, chosen[:most])
    return ReaderPages(title, pages, ladder.language, origin_line(ladder))


def _page_exporters() -> Iterator[Exporter]:
    for name, file, title in (("page", _WEB_PAGE, "One web page"), ("text", "text", "Plain text")):
        written = format_of(ReaderPages, file)
        write = partial(_write, _pages, written)
        yield Exporter(name, title, written.suffix, write, DOCUMENT, title, _pages)


# -- sheets ---------------------------------------------------------------------------------------


def _sheets(kind: SheetKind, source: ExportSource, most: int | None) -> Any:
    places = _places(source)
    if not places:
        raise ExportRefused(_NO_PROFILE)
    title = source.ladder.name or source.ladder.id or kind.title
    return kind.make(source.ladder, places[:most], title)


def _sheet_exporters(kind: SheetKind) -> Iterator[Exporter]:
    make = partial(_sheets, kind)
    return _exporters(f"sheet-{kind.id}", kind.title, kind.shows, make, _FILES)


# -- comparisons ----------------------------------------------------------------------------------


def _compared(make: Callable[[Comparison], Any], source: ExportSource, _most: int | None) -> Any:
    places = _places(source)
    if not _LEAST <= len(places) <= MAX_COLUMNS:
        chosen = plural(len(places), "profile or level", "profiles and levels")
        raise ExportRefused(
            f"Side by side are {_LEAST} to {MAX_COLUMNS} profiles and levels, and {chosen} "
            "would be shown. Choose others."
        )
    return make(compare([subject_at(source.ladder, address) for address in places]))


def _same(comparison: Comparison) -> Comparison:
    return comparison


def _summary(comparison: Comparison) -> SummaryReport:
    return summary_report(comparison)


def _talk(comparison: Comparison) -> TalkSheet:
    return talk_sheet(comparison)


_COMPARED: tuple[tuple[str, str, type[Any], Callable[[Comparison], Any]], ...] = (
    ("comparison", "Comparison", Comparison, _same),
    ("level-summary", "Summary of what a level adds", SummaryReport, _summary),
    ("sheet-talk", "Sheet for a talk", TalkSheet, _talk),
)

PAGE_EXPORTERS: tuple[Exporter, ...] = tuple(_page_exporters())
REPORT_EXPORTERS: tuple[Exporter, ...] = (
    *(exporter for kind in SHEET_KINDS for exporter in _sheet_exporters(kind)),
    *(
        exporter
        for name, title, shows, make in _COMPARED
        for exporter in _exporters(
            name,
            title,
            shows,
            partial(_compared, make),
            _WIDE_FILES if shows is Comparison else _FILES,
        )
    ),
)
