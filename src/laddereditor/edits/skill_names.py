"""Read lists of skills: one on each line or in each cell, or several separated by commas."""

import re
from collections.abc import Iterable, Iterator

from laddereditor.edits.cell_block import read_block
from laddereditor.edits.draft import Draft
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.lines import split_lines
from laddereditor.edits.skills import skill_list, skill_named, use_skill
from laddereditor.edits.words import called, counted, shortened
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.model.spacing import single_spaced
from laddereditor.model.terms import Skill

# Commas and semicolons, but not those inside brackets or between two digits.
_BETWEEN = re.compile(r"[;,，；、](?![^()\[\]]*[)\]])(?<!\d,(?=\d))")


def read_skill_names(text: str, library: Iterable[Skill]) -> tuple[str, ...]:
    """Return the names of skills that a text lists, each once, in its order.

    Each line and each cell is a separate name. One with commas is a list of names, unless the
    library has it as a whole.
    """
    known = tuple(library)
    names = dict.fromkeys(name for cell in _cells(text) for name in _names(cell, known))
    return tuple(names)


def _cells(text: str) -> Iterator[str]:
    """Yield each cell of a text on one line, without the bullet before it."""
    for row in read_block(text):
        for cell in row:
            yield from split_lines(" ".join(cell.split("\n")))


def _names(cell: str, library: tuple[Skill, ...]) -> Iterator[str]:
    whole = single_spaced(cell)
    if skill_named(library, whole) is not None:
        yield whole
        return
    yield from filter(None, (name.strip() for name in _BETWEEN.split(whole)))


@builder
def add_skill_uses(
    ladder: Ladder, address: Address, text: str, position: int = -1, *, name: str = ""
) -> Edit:
    """Add the skills that a text lists to a profile.

    New ones are added to the library. Of several, those that the profile already has are left out.

    Args:
        ladder: The ladder.
        address: The profile.
        text: The names of the skills.
        position: The position of the first one; below 0 for the end.
        name: The list's field, by default the first one for skills.

    Raises:
        EditRefused: The text names none, or a single one that the profile already has.
    """
    names = read_skill_names(text, ladder.skills)
    if not names:
        raise EditRefused("Type the name of a skill first.")
    draft = Draft(ladder)
    profile = draft.node(address)
    field = skill_list(profile, name)
    place: int | None = position if position >= 0 else None
    added = []
    for one in names:
        if use_skill(draft, profile, FieldPath(field), one, position=place):
            added.append(one)
            place = None if place is None else place + 1
    if not added and len(names) == 1:
        raise EditRefused(f"{called(profile.entity)} lists {names[0]} already.")
    what = f"skill {added[0]}" if len(added) == 1 else counted("skill", len(added))
    return draft.edit(shortened(f"Add {what} to {called(profile.entity)}"))
