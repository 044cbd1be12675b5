"""The sheets about profiles and levels that can be seen, copied, saved and printed."""

from collections.abc import Sequence
from pathlib import Path

from laddereditor.compare.sheet.subject import subject_at
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.model.phrases import phrases_of
from laddereditor.presentation.export.offers import ExportOffer, PreviewRequest
from laddereditor.reports.audience import has_pay, without_pay
from laddereditor.reports.comparison.words import head_of
from laddereditor.reports.page.parts import ReaderPages
from laddereditor.reports.worksheets.kinds import SHEET_KINDS, SheetKind, sheet_places

_MAX_NAMED = 4  # profiles in the title of several sheets


def sheets_request(
    ladder: Ladder, addresses: Sequence[Address], files: Sequence[Path]
) -> PreviewRequest | None:
    """Return the request to show the sheets about what is selected; None if there is no profile.

    Args:
        ladder: The ladder.
        addresses: What is selected: profiles, levels and families.
        files: The files that the sheets are made from; they are open to no more people.
    """
    places = sheet_places(ladder, addresses)
    if not places:
        return None
    return PreviewRequest(
        f"Sheets – {_names(ladder, places)}",
        "This is the sheet as it will be copied, saved or printed. It quotes the ladder, and what "
        "the ladder does not say is left blank.",
        "&Sheet",
        tuple(
            (f"{kind.title} – {_lower(kind.use)}", _offer(ladder, places, kind, files))
            for kind in SHEET_KINDS
        ),
        "The sheet was copied. Paste it into a text or a mail.",
    )


def _offer(
    ladder: Ladder, places: Sequence[Address], kind: SheetKind, files: Sequence[Path]
) -> ExportOffer:
    title = f"{phrases_of(ladder.language).say(kind.title)} – {_names(ladder, places)}"
    report = kind.make(ladder, places, title)
    paid = isinstance(report, ReaderPages) and has_pay(report)

    def made(pay: bool) -> object:
        return report if pay or not isinstance(report, ReaderPages) else without_pay(report)

    return ExportOffer("the sheet", title, type(report), made, paid, tuple(files))


def _names(ladder: Ladder, places: Sequence[Address]) -> str:
    names = [head_of(subject_at(ladder, place)).name for place in places[:_MAX_NAMED]]
    more = len(places) - len(names)
    return ", ".join(names) + (f" and {more:,} more" if more else "")


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"
