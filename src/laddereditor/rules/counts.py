"""Counts: lists that are too long to read.

The limit is that of `model.titles`, beyond which views leave titles out (docs/speed.md).
"""

from collections.abc import Iterator

from laddereditor.model.address import FieldPath
from laddereditor.model.counting import plural
from laddereditor.model.titles import MAX_TITLES
from laddereditor.rules.finding import Severity
from laddereditor.rules.rule import Issue, Limit, rule
from laddereditor.rules.scope import FAMILY, FamilyInLadder
from laddereditor.rules.sources import OWN

GROUP = "Counts"


@rule(
    FAMILY,
    "too-many-titles",
    "More titles than can be listed",
    "Every title pattern is combined with every specialty; nobody reads thousands of titles.",
    source=OWN,
    remedy="Use fewer title patterns or fewer specialties.",
    fires="""
checks: {limits: {too-many-titles: 3}}
levels: [{id: P1, title_patterns: ["Junior {specialty}", "{specialty} I"]}]
families: [{id: data, specialties: [Analyst, Engineer], profiles: [{level: P1}]}]
""",
    silent="""
checks: {limits: {too-many-titles: 3}}
levels: [{id: P1, title_patterns: ["Junior {specialty}"]}]
families: [{id: data, specialties: [Analyst, Engineer], profiles: [{level: P1}]}]
""",
    severity=Severity.WARNING,
    group=GROUP,
    limit=Limit(MAX_TITLES, "titles of one profile, from patterns and specialties"),
)
def too_many_titles(subject: FamilyInLadder) -> Iterator[Issue]:
    """Patterns times specialties give no more titles than views, pages and exports list."""
    specialties = max(len(subject.family.specialties), 1)
    levels = (subject.ranks.get(profile.level) for profile in subject.family.profiles)
    level = max(filter(None, levels), key=lambda one: one.patterns, default=None)
    count = level.patterns * specialties if level else 0
    most = subject.options.limit("too-many-titles", MAX_TITLES)
    if level and count > min(most, MAX_TITLES):
        titles = plural(count, "title")
        listed = f" The form, pages and exports list the first {MAX_TITLES:,}."
        yield Issue(
            FieldPath("specialties"),
            f"The title patterns of {level.id} and the specialties give {titles}."
            + (listed if count > MAX_TITLES else ""),
        )
