"""Statements, titles and whole families that are the same in several families."""

from collections.abc import Iterator

from laddereditor.model.address import FieldPath, listed_at
from laddereditor.model.counting import plural
from laddereditor.rules.across import GROUP
from laddereditor.rules.finding import Severity
from laddereditor.rules.progression.repeated import quoted
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import FAMILY, LEVEL, FamilyInLadder, LevelInTrack
from laddereditor.rules.sources import PUBLIC_LADDERS

_LISTED = 100  # statements of one level; more are counted


@rule(
    LEVEL,
    "shared-statement",
    "Statement that all families have at a level",
    "What holds for everybody at a level is read and changed at one place, the level.",
    source=PUBLIC_LADDERS,
    remedy="Say it once, at the level or in a family that the others inherit from.",
    fires="""
levels: [{id: P1, track: p}]
families:
- {id: data, profiles: [{level: P1, expectations: {care: [Keeps to agreed dates, Loads]}}]}
- {id: design, profiles: [{level: P1, expectations: {care: [Keeps to agreed dates, Draws]}}]}
""",
    silent="""
levels: [{id: P1, track: p}]
families:
- {id: data, profiles: [{level: P1, expectations: {care: [Keeps to agreed dates]}}]}
- {id: design, profiles: [{level: P1, expectations: {care: [Keeps to dates of designs]}}]}
""",
    severity=Severity.INFO,
    group=GROUP,
)
def shared_statement(one: LevelInTrack) -> Iterator[Issue]:
    """No statement is the same in all families that have a profile at a level."""
    for shared in one.shared[:_LISTED]:
        families = plural(shared.families, "family", "families")
        message = f"All {families} with a profile at this level say {quoted(shared.text)}."
        field = shared.field if shared.field.startswith("expectations") else FieldPath()
        yield Issue(field, message)
    if len(one.shared) > _LISTED:
        more = plural(len(one.shared) - _LISTED, "more statement")
        yield Issue(FieldPath(), f"All families say {more} alike at this level.")


@rule(
    FAMILY,
    "same-family",
    "Two families that say nearly the same",
    "Two families with the same words are one job; people compare their names and find no reason.",
    source=PUBLIC_LADDERS,
    remedy="Make one family of them, or let one inherit from the other and say what differs.",
    fires="""
levels: [{id: P1, track: p}]
families:
- id: data
  profiles: [{level: P1, responsibilities: [Loads, Checks, Asks, Notes, Plans, Reviews]}]
- id: figures
  profiles: [{level: P1, responsibilities: [Loads, Checks, Asks, Notes, Plans, Reviews]}]
""",
    silent="""
levels: [{id: P1, track: p}]
families:
- id: data
  profiles: [{level: P1, responsibilities: [Loads, Checks, Asks, Notes, Plans, Reviews]}]
- id: figures
  profiles: [{level: P1, responsibilities: [Loads, Checks, Asks, Draws, Shows, Explains]}]
""",
    severity=Severity.INFO,
    group=GROUP,
)
def same_family(one: FamilyInLadder) -> Iterator[Issue]:
    """Families differ in more than a few statements."""
    if one.across.duplicate:
        message = (
            f"{one.across.share:.0%} of the statements are those of {one.across.duplicate} too."
        )
        yield Issue(FieldPath(), message)


@rule(
    FAMILY,
    "same-title",
    "Title of two families",
    "People with one title in two families are compared with each other, and so is their pay.",
    source=PUBLIC_LADDERS,
    remedy="Give one of the two a title of its own, or accept it with the reason.",
    fires="""
families:
- {id: data, profiles: [{level: P1, title: Junior Analyst}]}
- {id: finance, profiles: [{level: P1, title: junior analyst}]}
""",
    silent="""
families:
- {id: data, profiles: [{level: P1, title: Junior Data Analyst}]}
- {id: finance, profiles: [{level: P1, title: Junior Financial Analyst}]}
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def same_title(one: FamilyInLadder) -> Iterator[Issue]:
    """No title belongs to profiles of two families."""
    same = dict(one.across.same_titles)
    for address, profile in listed_at(one.address.list_of("profiles"), one.family.profiles):
        if profile.title.strip() and profile.level in same:
            message = f"“{profile.title}” is a title of {same[profile.level]} too."
            yield Issue(FieldPath("title"), message, (), (), address)
