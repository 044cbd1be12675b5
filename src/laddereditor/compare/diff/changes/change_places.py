"""Describe where changes are, and count them by effect."""

from collections import Counter
from collections.abc import Iterable, Iterator

from laddereditor.compare.diff.changes.change import Concern, Effect, LadderChange
from laddereditor.model.address import Address, NoSuchPlace
from laddereditor.model.counting import plural
from laddereditor.model.family import Profile
from laddereditor.model.kinds import label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.naming import SEPARATOR
from laddereditor.model.phrases import ENGLISH, Phrases

_TOTALS: dict[Effect, tuple[str, str]] = {
    "raises": ("raises the bar", "raise the bar"),
    "lowers": ("asks for less", "ask for less"),
    "clarifies": ("clarifies", "clarify"),
    "neutral": ("has no effect on people", "have no effect on people"),
    "unclear": ("effect unknown", "effects unknown"),
}
# What is about people although it asks nothing of them, before what is not.
_CONCERNS: tuple[tuple[frozenset[Concern], str, str], ...] = (
    (frozenset(("pay lowered",)), "lowers pay", "lower pay"),
    (frozenset(("pay raised",)), "raises pay", "raise pay"),
    (frozenset(("pay",)), "changes pay", "change pay"),
    (
        frozenset(("title", "level code", "terms")),
        "changes a title, code or grade",
        "change titles, codes or grades",
    ),
)
_LADDER = "Ladder"


def place_words(change: LadderChange, old: Ladder, new: Ladder, phrases: Phrases = ENGLISH) -> str:
    """Return the place of a change for people: "AI/ML Engineer › P3".

    Args:
        change: The change.
        old: The old ladder, which knows the names of removed entries.
        new: The new ladder.
        phrases: The words of a language.
    """
    words = place_of(change.address, new, phrases)
    return words or place_of(change.detail.was or change.address, old, phrases) or change.address


def place_of(address: Address, ladder: Ladder, phrases: Phrases = ENGLISH) -> str:
    """Return the words for an entry's address, or "" if the ladder has no such entry.

    Args:
        address: The address, "" for the ladder itself.
        ladder: The ladder.
        phrases: The words of a language.
    """
    kind = address.kind
    if kind is None:
        return ladder.name or phrases.say(_LADDER)
    try:
        entity = address.entity(ladder)
        if not address.family:
            return SEPARATOR.join((phrases.say(kind.plural), label_of(entity)))
        family = address.family.entity(ladder)
    except NoSuchPlace:
        return ""
    if not address.parent:
        return label_of(family)
    inner = entity.level if isinstance(entity, Profile) else label_of(entity)
    return SEPARATOR.join((label_of(family), inner))


# -- many changes ---------------------------------------------------------------------------------


def group_key(change: LadderChange) -> tuple[str, str]:
    """Return the group of a change: the family's address or the list, and the level.

    `("families/ai-ml-engineer", "P3")`, `("levels", "P3")`, `("skills", "")`, `("", "")` for the
    ladder itself.
    """
    address = change.address
    if not address:
        return (change.field if change.detail.is_structural else "", "")
    if address.family:
        return (address.family, address.key if address.collection == "profiles" else "")
    return (address.collection, address.key if address.collection == "levels" else "")


def totals(changes: Iterable[LadderChange]) -> str:
    """Return the totals by effect: "12 raise the bar in 4 families, 3 clarify"; "" for none."""
    listed = list(changes)
    counts = Counter(change.effect for change in listed if not change.concerns)
    parts = []
    for effect, (one, several) in _TOTALS.items():
        if count := counts[effect]:
            words = plural(count, one, several)
            parts.append(words + (_in_families(listed) if effect == "raises" else ""))
        if effect == "clarifies":
            parts += _concerned(listed)
    return ", ".join(parts)


def _concerned(changes: Iterable[LadderChange]) -> Iterator[str]:
    counts = Counter(change.concerns for change in changes)
    for concerns, one, several in _CONCERNS:
        if count := sum(counts[concern] for concern in concerns):
            yield plural(count, one, several)


def _in_families(changes: Iterable[LadderChange]) -> str:
    families = {change.address.family for change in changes if change.effect == "raises"} - {""}
    if not families:
        return ""
    return f" in {plural(len(families), 'family', 'families')}"
