"""Counts: lists that are too long to read.

The limit is that of `model.titles`, beyond which views leave titles out (docs/speed.md).
"""

from collections.abc import Iterator

from laddereditor.model.address import FieldPath
from laddereditor.model.counting import plural
from laddereditor.model.titles import MAX_TITLES, titles_left_out
from laddereditor.rules.finding import Severity
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import FAMILY, FamilyInLadder

GROUP = "Counts"


@rule(
    FAMILY,
    "too-many-titles",
    "More titles than can be listed",
    "Every title pattern is combined with every specialty; nobody reads thousands of titles.",
    severity=Severity.WARNING,
    group=GROUP,
)
def too_many_titles(subject: FamilyInLadder) -> Iterator[Issue]:
    """Patterns times specialties give no more titles than views, pages and exports list."""
    specialties = len(subject.family.specialties)
    levels = (subject.ranks.get(profile.level) for profile in subject.family.profiles)
    level = max(filter(None, levels), key=lambda one: one.patterns, default=None)
    if level is not None and titles_left_out(level.patterns, specialties):
        count = level.patterns * max(specialties, 1)
        yield Issue(
            FieldPath("specialties"),
            f"The title patterns of {level.id} and the specialties give {plural(count, 'title')}. "
            f"The form, pages and exports list the first {MAX_TITLES:,}.",
        )
