"""What can be exported and printed: pages, comparisons, matrices, changes and notes."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

from laddereditor.compare.sheet.equivalent_table import EquivalentTable
from laddereditor.compare.sheet.table import Comparison, Matrix
from laddereditor.model.address import Address, NoSuchPlace
from laddereditor.model.base import evolve
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.spacing import single_spaced
from laddereditor.reports.audience import has_pay, without_pay
from laddereditor.reports.changes.grouped_changes import ChangesReport
from laddereditor.reports.common.origin import origin_line
from laddereditor.reports.comparison.level_summaries import summary_report
from laddereditor.reports.comparison.words import title_words
from laddereditor.reports.formats import Format
from laddereditor.reports.notes.note import (
    Note,
    change_note,
    families_in,
    note_for_family,
)
from laddereditor.reports.page.parts import ReaderPage, ReaderPages
from laddereditor.reports.page.places import pages_at
from laddereditor.reports.worksheets.talk_sheet import TalkSheet, talk_sheet

_MAX_LETTERS = 100  # of a proposed file name
_MAX_NAMED = 4  # entries in the title of several pages
_WIDE = 2  # columns that a page in portrait has room for


@dataclass(frozen=True, slots=True, eq=False)
class ExportOffer:
    """Something that can be exported and printed."""

    kind: str  # "the comparison"
    title: str  # "AI/ML Engineer P2, P3"
    shows: type[Any]  # the class of the report
    report: Callable[[bool], Any]  # makes the report: True with pay, False without
    has_pay: bool
    files: tuple[Path, ...]  # the files that it is from: what is written is no more open
    is_wide: bool = False  # on paper it needs the long side

    @property
    def words(self) -> str:
        """What it is: "The comparison: AI/ML Engineer P2, P3"."""
        return f"{self.kind[:1].upper()}{self.kind[1:]}: {self.title}"

    def file_name(self, suffix: str) -> str:
        """Return a proposal for the name of its file, such as `AI ML Engineer P2, P3.html`."""
        words = single_spaced(re.sub(r"[^\w ,.-]+", " ", self.title))
        return f"{words[:_MAX_LETTERS].strip(' .,') or 'Export'}{suffix}"


WITHOUT_PAY, WITH_PAY = "everybody", "pay"  # who reads what leaves the program
READERS: Mapping[str, str] = {
    WITHOUT_PAY: "Everybody: without pay",
    WITH_PAY: "Those who may see pay: with pay",
}


@dataclass(frozen=True, slots=True, eq=False)
class ExportAnswer:
    """What a person wants to export, for whom, and as what."""

    offer: ExportOffer
    format: Format[Any]
    pay: bool


@dataclass(frozen=True, slots=True)
class PreviewAnswer:
    """What a person wants to do with one of the offers that were shown, and for whom it is."""

    way: Literal["copy", "save", "print"]
    format: str = ""  # the name of the format in which it is saved
    pay: bool = False
    chosen: int = 0  # the index of the offer


@dataclass(frozen=True, slots=True, eq=False)
class PreviewRequest:
    """Offers of which a person sees one before it leaves the program."""

    title: str  # of the dialog
    question: str
    label: str  # beside the box with the choices, with & before its letter
    choices: tuple[tuple[str, ExportOffer], ...]  # the words of each
    copied: str  # the message after copying


def _offer(
    kind: str, title: str, report: Any, files: Sequence[Path], *, is_wide: bool = False
) -> ExportOffer:
    def made(pay: bool) -> Any:
        return report if pay else without_pay(report)

    return ExportOffer(kind, title, type(report), made, has_pay(report), tuple(files), is_wide)


def pages_offer(ladder: Ladder, addresses: Sequence[Address], files: Sequence[Path]) -> ExportOffer:
    """Return the pages at addresses; a family brings the pages of its profiles.

    Args:
        ladder: The ladder.
        addresses: The entities.
        files: The files that it is made from; an export is open to no more people than they are.
    """
    pages, title = pages_at(ladder, addresses), named_places(ladder, addresses)
    kind = "the page" if len(pages) == 1 else "the pages"
    return _offer(kind, title, _with_origin(ladder, title, pages), files)


def named_places(ladder: Ladder, addresses: Sequence[Address]) -> str:
    """Return the names of the first few entities at addresses, and how many more there are."""
    names = [_title(ladder, one) for one in addresses[:_MAX_NAMED]]
    more = len(addresses) - len(names)
    return ", ".join(names) + (f" and {more:,} more" if more else "")


def _with_origin(ladder: Ladder, title: str, pages: tuple[ReaderPage, ...]) -> ReaderPages:
    return ReaderPages(title, pages, ladder.language, origin_line(ladder))


def _title(ladder: Ladder, address: Address) -> str:
    try:
        entity = address.entity(ladder)
    except NoSuchPlace:
        return label_of(ladder)
    if isinstance(entity, Profile):
        family = address.parent.entity(ladder)
        return f"{label_of(family) if isinstance(family, Family) else ''} {entity.level}".strip()
    return label_of(entity)


def comparison_offer(comparison: Comparison, files: Sequence[Path]) -> ExportOffer:
    """Return a comparison as it is shown."""
    wide = len(comparison.columns) > _WIDE
    return _offer("the comparison", title_words(comparison), comparison, files, is_wide=wide)


def summary_offers(comparison: Comparison, files: Sequence[Path]) -> tuple[ExportOffer, ...]:
    """Return the summary of a comparison and the sheet for a talk; none with a single column."""
    if len(comparison.columns) < _WIDE:
        return ()
    summary, talk = summary_report(comparison), talk_sheet(comparison)
    offers = (("the summary", summary.title, summary), ("the sheet for a talk", talk.title, talk))
    return tuple(
        ExportOffer(kind, title, type(report), partial(_same, report), False, tuple(files))
        for kind, title, report in offers
    )


def talk_offer(comparison: Comparison, column: int, files: Sequence[Path]) -> ExportOffer:
    """Return the sheet for a talk about the step to a column.

    Args:
        comparison: The comparison.
        column: The index of the column that the talk is about.
        files: The files that it is made from; an export is open to no more people than they are.
    """
    sheet = talk_sheet(comparison, column)
    kind, make = "the sheet for a talk", partial(_same, sheet)
    return ExportOffer(kind, sheet.title, TalkSheet, make, False, tuple(files))


def _same(report: Any, _pay: bool) -> Any:
    """Return a report that contains nothing about pay."""
    return report


def matrix_offer(shown: Matrix, files: Sequence[Path]) -> ExportOffer:
    """Return a matrix as it is shown."""
    return _offer("the matrix", shown.title, shown, files, is_wide=len(shown.columns) > _WIDE)


def equivalents_offer(table: EquivalentTable, files: Sequence[Path]) -> ExportOffer:
    """Return the table of all equivalents of a ladder."""
    name = label_of(table.ladder) if table.ladder else ""
    title, make = f"Equivalents of {name}".removesuffix(" of "), partial(_same, table)
    return ExportOffer(
        "the equivalents", title, EquivalentTable, make, False, tuple(files), is_wide=True
    )


def changes_offers(report: ChangesReport, files: Sequence[Path]) -> tuple[ExportOffer, ...]:
    """Return the offers for changes and for the note about them."""
    changes = _offer("the changes", report.title, report, files, is_wide=True)
    return changes, note_offer(report, files)


def note_offer(report: ChangesReport, files: Sequence[Path], version: str = "") -> ExportOffer:
    """Return the note about changes.

    Args:
        report: The changes.
        files: The files that it is made from; an export is open to no more people than they are.
        version: The number that is written in place of the new ladder's own, "" for that.
    """
    new = evolve(report.new, version=version) if version else report.new
    shown = replace(report, new=new)

    def note(pay: bool) -> Note:
        report = shown if pay else without_pay(shown)
        assert isinstance(report, ChangesReport)
        return change_note(*report.sides)

    title = f"What changed in {new.name or report.old.name or 'the career ladder'}"
    paid = has_pay(report)
    return ExportOffer("the change note", title, Note, note, paid, tuple(files), is_wide=True)


def note_request(offer: ExportOffer) -> PreviewRequest:
    """Return the request to show a change note, for all families or for one of them."""
    families = families_in(offer.report(offer.has_pay))
    return PreviewRequest(
        "Change note",
        "This is the note as it will be copied, saved or printed.",
        "&For",
        (("All families", offer), *((one, _family_note_offer(offer, one)) for one in families)),
        "The change note was copied. Paste it into a text or a mail.",
    )


def _family_note_offer(offer: ExportOffer, family: str) -> ExportOffer:
    """Return a note for one family; `family` is a heading of the note."""

    def note(pay: bool) -> Note:
        return note_for_family(offer.report(pay), family)

    return replace(offer, title=f"{offer.title}: {family}", report=note)
