"""One title at two levels of a family."""

from collections.abc import Iterator

from laddereditor.model.address import FieldPath, listed_at
from laddereditor.rules.finding import Severity
from laddereditor.rules.progression import GROUP
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import FAMILY, FamilyInLadder
from laddereditor.rules.similar_names import comparable_name
from laddereditor.rules.sources import PUBLIC_LADDERS


@rule(
    FAMILY,
    "title-at-two-levels",
    "Title at two levels of a family",
    "A promotion that changes no title is seen by nobody, and people with one title are taken for "
    "peers.",
    source=PUBLIC_LADDERS,
    remedy="Give the higher level a title that says what is more, such as Senior or Lead.",
    fires="""
families:
- id: data
  profiles: [{level: P1, title: Analyst}, {level: P2, title: analyst}]
""",
    silent="""
families:
- id: data
  profiles: [{level: P1, title: Analyst}, {level: P2, title: Senior Analyst}]
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def title_at_two_levels(one: FamilyInLadder) -> Iterator[Issue]:
    """Each level of a family has a title of its own; titles from patterns are not looked at."""
    levels: dict[str, str] = {}  # of each title, the first level that has it
    for address, profile in listed_at(one.address.list_of("profiles"), one.family.profiles):
        title = comparable_name(profile.title)
        first = levels.setdefault(title, profile.level) if title else profile.level
        if first != profile.level:
            message = f"“{profile.title}” is the title at {first} too."
            yield Issue(FieldPath("title"), message, address=address)
