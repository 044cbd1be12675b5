"""Sub-families: that what they inherit from exists, and what of it they replace."""

from collections.abc import Iterator

from laddereditor.model.address import FieldPath
from laddereditor.model.family import Profile
from laddereditor.model.inheritance import inheriting_fields
from laddereditor.model.shapes import PLAIN_LISTS
from laddereditor.rules.finding import Severity
from laddereditor.rules.fixes import remove, replace
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import FAMILY, PROFILE, FamilyInLadder, ProfileInFamily
from laddereditor.rules.sources import FORMAT
from laddereditor.rules.structure import GROUP
from laddereditor.rules.suggest import did_you_mean, nearest

_PARENT = FieldPath("parent")


@rule(
    FAMILY,
    "unknown-parent",
    "Sub-family of a family that does not exist",
    "Its profiles show nothing of what they would inherit.",
    source=FORMAT,
    remedy="Choose a family of the ladder as the parent, or none.",
    fires="""
families:
- {id: software, name: Software}
- {id: web, name: Web, parent: sofware}
""",
    silent="""
families:
- {id: software, name: Software}
- {id: web, name: Web, parent: software}
""",
    severity=Severity.ERROR,
    group=GROUP,
)
def unknown_parent(one: FamilyInLadder) -> Iterator[Issue]:
    """The parent of a family is a family of the ladder."""
    above, wanted = one.above, one.family.parent
    if above is None or above.names or above.is_circle:
        return
    fixes = [replace("Take it out of the parent", one.address, _PARENT, wanted, "")]
    if above.meant:
        label = f"Change to {above.meant_name}"
        fixes.insert(0, replace(label, one.address, _PARENT, wanted, above.meant))
    names = {above.meant: above.meant_name} if above.meant else {}
    question = did_you_mean(wanted, frozenset(names), names)
    message = f'There is no family "{wanted}" that this one could be part of.{question}'
    yield Issue(_PARENT, message, tuple(fixes))


@rule(
    FAMILY,
    "parent-circle",
    "Family that is part of itself",
    "In a circle of parents no family is the one that the others inherit from.",
    source=FORMAT,
    remedy="Take the parent out of one of the families in the circle.",
    fires="""
families:
- {id: software, name: Software, parent: web}
- {id: web, name: Web, parent: software}
""",
    silent="""
families:
- {id: software, name: Software}
- {id: web, name: Web, parent: software}
""",
    severity=Severity.ERROR,
    group=GROUP,
)
def parent_circle(one: FamilyInLadder) -> Iterator[Issue]:
    """No family is above itself."""
    if one.above is None or not one.above.is_circle:
        return
    way = ", which is part of ".join(one.above.names)
    around = f"part of {way}, which is part of it again" if way else "its own parent"
    fix = replace("Take it out of the parent", one.address, _PARENT, one.family.parent, "")
    yield Issue(_PARENT, f"This family is {around}. Choose another parent.", (fix,))


@rule(
    PROFILE,
    "parent-level",
    "Profile at a level that the parent lacks",
    "It inherits nothing from the parent, only from its level.",
    source=FORMAT,
    remedy="Add a profile for the level to the parent, or accept it if the sub-family has a "
    "level of its own.",
    fires="""
families:
- {id: software, name: Software, profiles: [{level: P1}]}
- {id: web, name: Web, parent: software, profiles: [{level: P2}]}
""",
    silent="""
families:
- {id: software, name: Software, profiles: [{level: P1}]}
- {id: web, name: Web, parent: software, profiles: [{level: P1}]}
""",
    severity=Severity.INFO,
    group=GROUP,
)
def parent_level(one: ProfileInFamily) -> Iterator[Issue]:
    """The families above a sub-family have a profile at each of its levels."""
    above = one.above
    said_at_parent = above is not None and not above.levels  # it has no profiles at all
    if above is None or not above.names or said_at_parent or one.profile.level in above.levels:
        return
    names = " and ".join(above.names[:1])
    yield Issue(
        FieldPath("level"),
        f"{names} has no profile at {one.profile.level}, so there is nothing to inherit from it.",
    )


@rule(
    PROFILE,
    "replaced-list",
    "Replaced list that does not exist",
    "Only a list of the profile can replace an inherited one.",
    source=FORMAT,
    remedy="Remove the name, or write the name of a list of the profile.",
    fires="""
families:
- {id: software, name: Software, profiles: [{level: P1}]}
- {id: web, name: Web, parent: software, profiles: [{level: P1, replaces: [skils]}]}
""",
    silent="""
families:
- {id: software, name: Software, profiles: [{level: P1}]}
- {id: web, name: Web, parent: software, profiles: [{level: P1, replaces: [skills]}]}
""",
    severity=Severity.WARNING,
    group=GROUP,
)
def replaced_list(one: ProfileInFamily) -> Iterator[Issue]:
    """What a profile replaces are its lists, and there is something that they could add to."""
    lists = _lists()
    for place, name in enumerate(one.profile.replaces):
        field = FieldPath(f"replaces/{place}")
        fixes = [remove("Remove it", one.address, field, name)]
        if name not in lists:
            meant = nearest(name, frozenset(lists))
            question = did_you_mean(name, frozenset(lists), lists)
            if meant:
                change = replace(f"Change to {meant}", one.address, field, name, meant)
                fixes.insert(0, change)
            message = f'"{name}" is no list that adds to an inherited one.{question}'
            yield Issue(field, message, tuple(fixes))
        elif one.above is None and not one.could_inherit(name):
            message = f"This family has no parent, so {lists[name]} cannot replace anything."
            yield Issue(field, message, tuple(fixes))


def _lists() -> dict[str, str]:
    """Return the titles of the lists that add to the parent's, by name."""
    specs = inheriting_fields(Profile)
    return {str(one.name): one.title for one in specs if one.shape in PLAIN_LISTS}
