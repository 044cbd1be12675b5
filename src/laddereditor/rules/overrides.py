"""Values of a profile that say what it would inherit from its level anyway."""

from collections.abc import Iterator

from laddereditor.edits.paths import value_at
from laddereditor.model.address import Address, FieldPath, listed_at
from laddereditor.model.family import Profile
from laddereditor.rules.finding import Fix, Severity
from laddereditor.rules.fixes import remove, replace
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import FAMILY, FamilyInLadder
from laddereditor.rules.sources import FORMAT


@rule(
    FAMILY,
    "redundant-override",
    "Own value that the level has too",
    "A copy of the level's value stays behind when somebody changes the level.",
    source=FORMAT,
    remedy="Take the copy out, so that the profile shows what its level says.",
    fires="""
factors: [{id: scope, name: Scope}]
levels: [{id: P1, track: p, factors: {scope: One task}}]
families: [{id: data, profiles: [{level: P1, factors: {scope: one task.}}]}]
""",
    silent="""
factors: [{id: scope, name: Scope}]
levels: [{id: P1, track: p, factors: {scope: One task}}]
families: [{id: data, profiles: [{level: P1, factors: {scope: One table}}]}]
""",
    severity=Severity.INFO,
    group="Consistency",
)
def redundant_override(one: FamilyInLadder) -> Iterator[Issue]:
    """No profile says in place of its level what the level says."""
    if not one.same_as_level:
        return
    profiles = {profile.level: (address, profile) for address, profile in _listed(one)}
    for level, field, _ in sorted(one.same_as_level):
        address, profile = profiles[level]
        fix = _taken_out(address, field, value_at(profile, field), level)
        yield Issue(
            field, f"{level} says the same, and this profile inherits it.", (fix,), (), address
        )


def _listed(one: FamilyInLadder) -> list[tuple[Address, Profile]]:
    return [*reversed(listed_at(one.address.list_of("profiles"), one.family.profiles))]


def _taken_out(address: Address, field: FieldPath, own: object, level: str) -> Fix:
    label = f"Take it out, and inherit it from {level}"
    if field.startswith("factors/"):
        return remove(label, address, field, own)
    return replace(label, address, field, own, "" if isinstance(own, str) else None)
