"""The gaps of filled self-assessment forms that can be seen, copied, saved and printed."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from laddereditor.exchange.returned.filled_form import FilledForm
from laddereditor.presentation.export.offers import ExportOffer, PreviewRequest
from laddereditor.reports.assessment.gaps import GapReport


def gaps_request(forms: Sequence[FilledForm], files: Sequence[Path]) -> PreviewRequest:
    """Return the request to show the gaps of forms, of all or of one.

    Args:
        forms: At least one form.
        files: The files that they are from; what is written is open to no more people.
    """
    each = [(_name(one), _offer(_name(one), (one,), files)) for one in forms]
    every = [("All forms", _offer("Gaps of all forms", tuple(forms), files))]
    return PreviewRequest(
        "Gaps of self-assessments",
        "These are the skills and statements of the forms, with what is missing. Nothing of it "
        "enters the ladder.",
        "&Form",
        tuple(each if len(each) == 1 else every + each),
        "The gaps were copied. Paste them into a text or a mail.",
    )


def _name(form: FilledForm) -> str:
    return f"{form.person or form.source}: {form.title or form.profile}"


def _offer(title: str, forms: tuple[FilledForm, ...], files: Sequence[Path]) -> ExportOffer:
    make = partial(_same, GapReport(title, forms))
    return ExportOffer("the gaps", title, GapReport, make, False, tuple(files), is_wide=True)


def _same(report: GapReport, _pay: bool) -> GapReport:
    """Return the report: forms have nothing about pay."""
    return report
