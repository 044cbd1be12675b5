"""Where changes are, in words, and how many there are of each effect."""

from collections import Counter
from collections.abc import Iterable

from laddereditor.compare.diff.change import Effect, LadderChange
from laddereditor.model.address import NoSuchPlace, decode_key, entity_at, parts
from laddereditor.model.family import Profile
from laddereditor.model.kinds import COLLECTIONS, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.naming import SEPARATOR

_TOTALS: dict[Effect, tuple[str, str]] = {
    "raises": ("raises the bar", "raise the bar"),
    "lowers": ("asks for less", "ask for less"),
    "clarifies": ("clarifies", "clarify"),
    "neutral": ("has no effect on people", "have no effect on people"),
    "unclear": ("effect unknown", "effects unknown"),
}
_LADDER = "Ladder"


def place_words(change: LadderChange, old: Ladder, new: Ladder) -> str:
    """Return where a change is, as people say it: "AI/ML Engineer › P3"."""
    words = place_of(change.address, new)
    return words or place_of(change.detail.was or change.address, old) or change.address


def place_of(address: str, ladder: Ladder) -> str:
    """Return the words for an entry's address, "" if the ladder has no such entry."""
    pieces = parts(address)
    if not pieces:
        return ladder.name or _LADDER
    try:
        entity = entity_at(ladder, address)
        if pieces[0] != "families":
            return SEPARATOR.join((COLLECTIONS[pieces[0]].plural, label_of(entity)))
        family = entity_at(ladder, "/".join(pieces[:2]))
    except NoSuchPlace:
        return ""
    if len(pieces) == 2:
        return label_of(family)
    inner = entity.level if isinstance(entity, Profile) else label_of(entity)
    return SEPARATOR.join((label_of(family), inner))


# -- many changes ---------------------------------------------------------------------------------


def group_key(change: LadderChange) -> tuple[str, str]:
    """Return what a change is grouped by: the family's address or the list, and the level.

    `("families/ai-ml-engineer", "P3")`, `("levels", "P3")`, `("skills", "")`, `("", "")` for the
    ladder itself.
    """
    pieces = parts(change.address)
    if not pieces:
        return (change.field if change.detail.whole else "", "")
    if pieces[0] == "families":
        level = decode_key(pieces[2]) if len(pieces) == 3 else ""
        return ("/".join(pieces[:2]), level)
    return (pieces[0], decode_key(pieces[1]) if pieces[0] == "levels" else "")


def totals(changes: Iterable[LadderChange]) -> str:
    """Return the sums by effect: "12 raise the bar in 4 families, 3 clarify"; "" for no change."""
    listed = list(changes)
    counts = Counter(change.effect for change in listed)
    told = []
    for effect, (one, several) in _TOTALS.items():
        if count := counts[effect]:
            words = f"{count} {one if count == 1 else several}"
            told.append(words + (_in_families(listed) if effect == "raises" else ""))
    return ", ".join(told)


def _in_families(changes: Iterable[LadderChange]) -> str:
    families = {
        key
        for change in changes
        if change.effect == "raises" and (key := group_key(change)[0]).startswith("families/")
    }
    if not families:
        return ""
    return f" in {len(families)} {'family' if len(families) == 1 else 'families'}"
