"""The words for places in labels and refusals of edits."""

from collections.abc import Iterable, Sequence

from laddereditor.edits.edit import EditRefused
from laddereditor.model.address import (
    Address,
    NoSuchPlace,
)
from laddereditor.model.base import Entity
from laddereditor.model.counting import plural
from laddereditor.model.family import Profile
from laddereditor.model.kinds import KINDS, entity_name, key_of, kind_of, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.spacing import single_spaced

LABEL_LENGTH = 60


def existing(ladder: Ladder, address: Address) -> Entity:
    """Return the entity at an address.

    Raises:
        EditRefused: There is no entity at the address.
    """
    try:
        return address.entity(ladder)
    except NoSuchPlace as error:
        raise EditRefused(f"{missing(ladder, address)} is no longer in this ladder.") from error


def missing(ladder: Ladder, address: Address) -> str:
    """Return the words for an entry that is not there: `The profile “P3” of Data Engineer`."""
    place = address.long_form
    if place.kind is None:
        return f"“{address}”"
    words = f"The {kind_word(place.kind.name)} “{place.key}”"
    if not place.parent.has_entry(ladder):
        return words
    return f"{words} of {called(place.parent.entity(ladder))}"


def canonical(ladder: Ladder, address: Address) -> Address:
    """Return the full address of an existing entity: `families/x/P3` for `x/P3`."""
    return address.in_full(ladder)


def named(ladder: Ladder, address: Address) -> str:
    """Return the words for the entity at an address: `P3 Data Engineer`, `Mentoring`."""
    entity = existing(ladder, address)
    if isinstance(entity, Profile) and not entity.title:
        family = existing(ladder, canonical(ladder, address).parent)
        return f"{entity.level} {label_of(family)}"
    return called(entity)


def called(entity: Entity) -> str:
    """Return the words for an entity without its context."""
    return label_of(entity) if kind_of(entity) else "the ladder"


def share_name(one: Entity, other: Entity) -> bool:
    """Whether two entities have a name in common, other names included."""
    return bool(_names(one) & _names(other))


def _names(entity: Entity) -> set[str]:
    """Return the names of an entity, whatever their capitals; its id if it has no name."""
    names = (entity_name(entity) or key_of(entity), *getattr(entity, "aliases", ()))
    return {single_spaced(name).casefold() for name in names}


def shortened(text: str, length: int = LABEL_LENGTH) -> str:
    """Return one line of at most `length` characters, with an ellipsis if something is cut."""
    line = single_spaced(text)
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def without_middle(text: str, length: int) -> str:
    """Return a text of about `length` characters at most: of a longer one its start and its end.

    A sentence that quotes what somebody wrote still says at its end what to do.
    """
    if len(text) <= length:
        return text
    half = length // 2
    return f"{text[:half].rstrip()} … {text[-half:].lstrip()}"


def counted(kind: str, count: int) -> str:
    """Return `1 skill`, `3 skills`."""
    return plural(count, KINDS[kind].word, KINDS[kind].words)


def kind_word(kind: str) -> str:
    """Return a kind in running text: `skill`, `leveling factor`."""
    return KINDS[kind].word if kind in KINDS else kind


def label_for(verb: str, entities: Sequence[Entity], rest: str = "") -> str:
    """Return `Delete skill Mentoring` or `Delete 3 skills`, with `rest` after it.

    Args:
        verb: The word that the label begins with: `Delete`.
        entities: What the step is about; several are counted.
        rest: What follows, with a space at its start.
    """
    kinds = {kind.name for entity in entities if (kind := kind_of(entity))}
    if len(entities) == 1 and kinds:
        what = f"{kind_word(kinds.pop())} {called(entities[0])}"
    elif len(kinds) == 1:
        what = counted(kinds.pop(), len(entities))
    else:
        what = plural(len(entities), "entry", "entries")
    return shortened(
        f"{verb} {shortened(what, max(20, LABEL_LENGTH - len(verb + rest) - 2))}{rest}"
    )


def listed(words: Iterable[str], most: int = 3) -> str:
    """Return `A, B and C`, or `A, B, C and 4 more`."""
    known = list(words)
    if len(known) > most:
        return f"{', '.join(known[:most])} and {len(known) - most} more"
    return " and ".join([", ".join(known[:-1]), known[-1]] if len(known) > 1 else known)
