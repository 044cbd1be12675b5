"""Reports for those who may not see what people are paid."""

from dataclasses import replace

from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.sheet.table import Comparison, Matrix
from laddereditor.model.address import FieldPath
from laddereditor.model.family import Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.reports.changes.grouped_changes import ChangesReport
from laddereditor.reports.page.parts import ReaderPage, ReaderPages
from laddereditor.reports.readable import ALL_READERS, readable

Paid = ReaderPages | Comparison | Matrix | ChangesReport  # reports that may be about pay


def is_about_pay(field: FieldPath) -> bool:
    """Whether a field of a sheet, such as "pay/note", is only for those who may see pay."""
    name = field.name
    found = (field_specs(entity).get(name) for entity in (Profile, Level))
    return any(spec is not None and spec.readers == "pay" for spec in found)


def has_pay(report: Paid) -> bool:
    """Whether a report contains pay."""
    if isinstance(report, ReaderPages):
        return any(one.readers == "pay" for page in report.pages for one in page.sections)
    if isinstance(report, ChangesReport):
        return any(_unpaid(ladder) is not ladder for ladder in (report.old, report.new))
    return any(is_about_pay(section.field) and section.rows for section in report.sections)


def without_pay(report: Paid) -> Paid:
    """Return a report of the same kind without anything about pay."""
    if isinstance(report, ReaderPages):
        return replace(report, pages=tuple(map(_page, report.pages)))
    if isinstance(report, ChangesReport):
        old, new = _unpaid(report.old), _unpaid(report.new)
        # An added or removed record holds its pay, so the changes are computed again.
        return ChangesReport(tuple(diff(old, new)), old, new)
    sections = tuple(one for one in report.sections if not is_about_pay(one.field))
    if isinstance(report, Comparison):
        return replace(report, sections=sections)
    rows = tuple(row for section in sections for row in section.rows)
    return replace(report, sections=sections, rows=rows)


def _page(page: ReaderPage) -> ReaderPage:
    return replace(page, sections=tuple(s for s in page.sections if s.readers != "pay"))


def _unpaid(ladder: Ladder) -> Ladder:
    return readable(ladder, ALL_READERS - {"pay"})
