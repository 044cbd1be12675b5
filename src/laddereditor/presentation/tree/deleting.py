"""Asks what to do with the uses of deleted entries; no Qt."""

from collections.abc import Sequence

from laddereditor.edits.structure import KEEP, REMOVE, Use, uses_of
from laddereditor.edits.words import existing, listed, named
from laddereditor.model.address import Address
from laddereditor.model.base import Entity
from laddereditor.model.counting import plural
from laddereditor.model.family import Family
from laddereditor.model.kinds import entities, key_of, kind_of, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.terms import Skill
from laddereditor.presentation.dialogs.protocol import Dialogs

_REPLACE = "replace"
_ACTIONS = {REMOVE: "Delete", _REPLACE: "Choose…", KEEP: "Delete"}
_SHOWN_USES = 8


def uses_outside(ladder: Ladder, addresses: Sequence[Address]) -> list[Use]:
    """Return what refers to the entries and is not deleted with them."""
    inside = tuple(f"{address}/" for address in addresses)
    return [
        use
        for address in addresses
        for use in uses_of(ladder, address)
        if use.address not in addresses and not use.address.startswith(inside)
    ]


def decided_uses(ladder: Ladder, addresses: Sequence[Address], dialogs: Dialogs) -> str | None:
    """Return what to do with the uses, for `delete`; None if nothing is to be deleted.

    Asks only when there are uses.

    Args:
        ladder: The ladder.
        addresses: The entries that are to be deleted.
        dialogs: Asks the person.

    Raises:
        EditRefused: An entry no longer exists.
    """
    uses = uses_outside(ladder, addresses)
    if not uses:
        return KEEP
    others = _others(ladder, addresses)
    choices = [
        (REMOVE, _removal(ladder, addresses)),
        (_REPLACE, "Put another one in its place…"),
        (KEEP, "Leave them as they are; they are shown as problems"),
    ]
    if not others:
        del choices[1]
    names = listed(named(ladder, address) for address in addresses)
    question = _question(names, uses, len(addresses))
    answer = dialogs.choose(f"Delete {names}?", question, choices, _ACTIONS)
    if answer != _REPLACE:
        return answer
    question = f"{names} will be deleted. Which one should take the place?"
    return dialogs.choose(f"Replace {names}", question, others, "Delete and replace")


def _question(names: str, uses: Sequence[Use], count: int) -> str:
    texts = list(dict.fromkeys(use.text for use in uses))
    lines = [f"•  {text}" for text in texts[:_SHOWN_USES]]
    if len(texts) > _SHOWN_USES:
        lines.append(f"•  … and {len(texts) - _SHOWN_USES} more")
    verb = "is" if count == 1 else "are"
    places = plural(len(uses), "place")
    shown = "\n".join(lines)
    return f"{names} {verb} used in {places}:\n\n{shown}\n\nWhat should become of these uses?"


def _removal(ladder: Ladder, addresses: Sequence[Address]) -> str:
    """Return what is removed with the uses: whole profiles, if a level is deleted."""
    kinds = {kind.name for kind in (kind_of(existing(ladder, a)) for a in addresses) if kind}
    if kinds == {"level"}:
        return "Delete the profiles at this level too"
    if kinds == {"track"}:
        return "Leave its levels without a track"
    if kinds == {"family"}:
        return "Let its sub-families keep what they inherit"
    return "Remove it there too"


def _others(ladder: Ladder, addresses: Sequence[Address]) -> list[tuple[str, str]]:
    """Return the entries that could replace the deleted ones, if these are of one kind."""
    removed = [existing(ladder, address) for address in addresses]
    kinds = {kind.name for kind in map(kind_of, removed) if kind}
    if len(kinds) != 1:
        return []
    kind = kinds.pop()
    rest: list[Entity] = list(entities(ladder, kind)) if kind != "profile" else []
    if kind == "competency" and len(addresses) == 1:
        rest += _own_of_family(ladder, addresses[0])
    keys = {key_of(entity) for entity in removed}
    return [(key_of(entity), _found_by(entity)) for entity in rest if key_of(entity) not in keys]


def _found_by(entity: Entity) -> str:
    """Return the words that an entry is found by: its name, and the other names of a skill."""
    if not isinstance(entity, Skill):
        return label_of(entity)
    aliases = f" ({', '.join(entity.aliases)})" if entity.aliases else ""
    category = f"   ·   {entity.category}" if entity.category else ""
    return f"{label_of(entity)}{aliases}{category}"


def _own_of_family(ladder: Ladder, address: Address) -> list[Entity]:
    owner = existing(ladder, address.parent) if address.parent else None
    return list(owner.competencies) if isinstance(owner, Family) else []


def deletion_message(ladder: Ladder, addresses: Sequence[Address]) -> str:
    """Return the message after the deletion: "Deleted family X with 6 profiles. …"."""
    removed = [existing(ladder, address) for address in addresses]
    kinds = {kind.title.lower() for kind in map(kind_of, removed) if kind}
    word = f"{kinds.pop()} " if len(kinds) == 1 and len(removed) == 1 else ""
    names = listed(named(ladder, address) for address in addresses)
    profiles = sum(len(entity.profiles) for entity in removed if isinstance(entity, Family))
    inside = f" with {plural(profiles, 'profile')}" if profiles else ""
    return f"Deleted {word}{names}{inside}. Undo brings it back."
