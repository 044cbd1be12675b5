"""Reviews: that they are done in time, and that their days can be read."""

from collections.abc import Iterator
from datetime import date

from laddereditor.model.address import FieldPath
from laddereditor.model.fields import field_specs
from laddereditor.rules import contents
from laddereditor.rules.finding import Severity
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import ENTITY, EntitySubject
from laddereditor.rules.sources import FORMAT, OWN

GROUP = "Reviews"
_REVIEW_BY = FieldPath("review_by")


@rule(
    ENTITY,
    "due-for-review",
    "Due for review",
    "What nobody looks at any more no longer says what the work asks for.",
    source=OWN,
    remedy="Review it, and set the day of the next review.",
    fires="families: [{id: baker, review_by: 2001-03-01}]",
    silent="families: [{id: baker, review_by: 9999-03-01}]",
    severity=Severity.INFO,
    group=GROUP,
)
def due_for_review(one: EntitySubject) -> Iterator[Issue]:
    """The day by which a family or profile is to be reviewed is not past."""
    day, today = getattr(one.entity, _REVIEW_BY, None), one.options.today
    if not isinstance(day, date) or today is None or day > today:
        return
    reviewer = getattr(one.entity, "reviewer", "")
    whose = f" by {reviewer}" if reviewer else ""
    when = "today" if day == today else f"since {day.isoformat()}"
    yield Issue(_REVIEW_BY, f"A review{whose} is due {when}.")


@rule(
    ENTITY,
    "not-a-day",
    "Text in place of a date",
    "Nobody can be reminded of a day that is not a date, and lists cannot be sorted by it.",
    source=FORMAT,
    remedy="Write year, month and day, such as 2026-12-01.",
    fires="families: [{id: baker, review_by: next spring}]",
    silent="families: [{id: baker, review_by: 2027-03-01}]",
    severity=Severity.WARNING,
    group=GROUP,
)
def not_a_day(one: EntitySubject) -> Iterator[Issue]:
    """A field that holds a day holds one."""
    for path, part in contents.parts(one.entity):
        for name, spec in field_specs(type(part)).items():
            value = getattr(part, name) if spec.shape == "date" else None
            if isinstance(value, str):
                yield Issue(
                    path.at(name) if path else FieldPath(name),
                    f"“{value}” is not a date: write year, month and day, such as 2026-12-01.",
                )
