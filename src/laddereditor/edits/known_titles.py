"""Add titles that people have to a ladder: as other names of families, and as common titles."""

from collections.abc import Mapping, Sequence

from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.counting import plural
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder

AddedTexts = Mapping[str, Sequence[str]]


@builder
def add_known_titles(ladder: Ladder, names: AddedTexts, titles: AddedTexts) -> Edit:
    """Return the edit that adds names and titles that are not there yet.

    Args:
        ladder: The ladder.
        names: Other names for families, by the family's id.
        titles: Common titles for profiles, by `family/level`.

    Raises:
        EditRefused: All of them are there already.
    """
    added = [0, 0]
    select = Address()

    def with_texts(have: tuple[str, ...], wanted: Sequence[str], kind: int) -> tuple[str, ...]:
        new = [one for one in dict.fromkeys(wanted) if one.strip() and one not in have]
        added[kind] += len(new)
        return (*have, *new)

    def profile_with(family: Family, profile: Profile) -> Profile:
        wanted = titles.get(f"{family.id}/{profile.level}", ())
        texts = with_texts(profile.titles, wanted, 1)
        return profile if texts == profile.titles else evolve(profile, titles=texts)

    families = []
    for family in ladder.families:
        aliases = with_texts(family.aliases, names.get(family.id, ()), 0)
        profiles = tuple(profile_with(family, one) for one in family.profiles)
        changed = aliases != family.aliases or any(
            new is not old for new, old in zip(profiles, family.profiles, strict=True)
        )
        if changed:
            select = select or Address(f"families/{family.id}")
            families.append(evolve(family, aliases=aliases, profiles=profiles))
        else:
            families.append(family)
    if not any(added):
        raise EditRefused("The ladder has all of these names and titles already.")
    parts = [plural(added[0], "other name")] if added[0] else []
    parts += [plural(added[1], "title")] if added[1] else []
    after = evolve(ladder, families=tuple(families))
    return Edit(f"Add {' and '.join(parts)}", lambda _: after, select=select)
