"""Reports for those who may not see what people are paid."""

from dataclasses import replace
from typing import Any

from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.reports.grouped_changes import ChangesReport
from laddereditor.compare.reports.page_parts import ReaderPage, ReaderPages
from laddereditor.compare.sheet.table import Comparison, Matrix
from laddereditor.model.base import evolve
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder

Paid = ReaderPages | Comparison | Matrix | ChangesReport  # reports that may be about pay


def is_about_pay(field: str) -> bool:
    """Whether a field, such as "pay/note", is only for those who may see pay."""
    spec = field_specs(Profile).get(field.split("/", maxsplit=1)[0])
    return spec is not None and spec.readers == "pay"


def has_pay(report: Paid) -> bool:
    """Whether a report contains pay."""
    if isinstance(report, ReaderPages):
        return any(is_about_pay(one.field) for page in report.pages for one in page.sections)
    if isinstance(report, ChangesReport):
        ladders = (report.old, report.new)
        return any(_paid(profile) for one in ladders for _, profile in all_profiles(one))
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
    return replace(page, sections=tuple(s for s in page.sections if not is_about_pay(s.field)))


def _unpaid(ladder: Ladder) -> Ladder:
    return evolve(ladder, families=tuple(map(_unpaid_family, ladder.families)))


def _unpaid_family(family: Family) -> Family:
    profiles = (evolve(one, **_paid(one)) if _paid(one) else one for one in family.profiles)
    return evolve(family, profiles=tuple(profiles))


def _paid(profile: Profile) -> dict[str, Any]:
    """Return the fields about pay in which a profile says something, each with its default."""
    defaults = {name: info.get_default() for name, info in Profile.model_fields.items()}
    names = [name for name in defaults if is_about_pay(name)]
    return {name: defaults[name] for name in names if getattr(profile, name) != defaults[name]}
