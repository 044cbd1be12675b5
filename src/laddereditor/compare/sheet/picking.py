"""Choose the columns for an address: a profile, a level, or all of a family or of the levels."""

from rapidfuzz import fuzz, process

from laddereditor.compare.sheet.columns import MAX_COLUMNS
from laddereditor.compare.sheet.subject import Subject, subject_at
from laddereditor.compare.sheet.track_subjects import track_subjects
from laddereditor.model.address import Address, NoSuchPlace, sibling_parts, walk
from laddereditor.model.base import Entity
from laddereditor.model.counting import plural
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import KINDS, kind_of, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level

ALL_LEVELS = KINDS["level"].collection
# Bounds of our own for the names that a message suggests; they decide nothing else.
_NEAR, _MAXIMUM = 70, 3  # similarity in per cent, and how many names a message holds
_LISTED = 6
_AS_NEAR = 8  # how much less similar than the best a name may be


class NoSuchColumn(LookupError):
    """An address that cannot be compared; the message says why and what exists."""


def pick(
    ladder: Ladder, address: Address, track: str = "", origin: str = ""
) -> tuple[Subject, ...]:
    """Return the columns for an address of a ladder.

    A family, or `levels`, stands for all its levels by rank.

    Args:
        ladder: The ladder.
        address: A profile, a level, a family or `levels`.
        track: The code, id or name of a track, to take the levels of that one only.
        origin: The file's name if it is not the active ladder.

    Raises:
        NoSuchColumn: Nothing at the address can be compared; the message says why.
    """
    wanted = Address(address.strip("/"))
    parent = _family_or_ladder(ladder, wanted)
    if not isinstance(parent, Family | Ladder):
        return (_single(ladder, wanted, origin),)
    family = parent if isinstance(parent, Family) else None
    found = track_subjects(ladder, family, _track_id(ladder, track))
    if not found:
        inside = f" in track “{track}”" if track else ""
        raise NoSuchColumn(f"“{wanted}” has no levels{inside}.")
    if len(found) > MAX_COLUMNS:
        raise NoSuchColumn(
            f"“{wanted}” has {plural(len(found), 'level')}, and at most {MAX_COLUMNS} are "
            "compared at once: name some of them, such as "
            f"“{found[0].address.removeprefix('families/')}”."
        )
    return tuple(Subject(ladder, one.address, origin) for one in found)


def _family_or_ladder(ladder: Ladder, address: Address) -> Entity | None:
    """Return the family that an address names, the ladder for `levels`, or None."""
    if address == ALL_LEVELS:
        return ladder
    for full in (address, Address("families").at(address)):
        try:
            found = full.entity(ladder) if address else None
        except NoSuchPlace:
            continue
        if isinstance(found, Family):
            return found
    return None


def _single(ladder: Ladder, address: Address, origin: str) -> Subject:
    try:
        return subject_at(ladder, address, origin)
    except NoSuchPlace:
        raise NoSuchColumn(_missing(ladder, address)) from None


def _track_id(ladder: Ladder, track: str) -> str:
    wanted = track.casefold()
    for one in ladder.tracks if track else ():
        if wanted in (one.code.casefold(), one.id.casefold(), one.name.casefold()):
            return one.id
    if track:
        known = ", ".join(one.code or one.id for one in ladder.tracks)
        there = f" It has {known}." if known else ""
        raise NoSuchColumn(f"This ladder has no track “{track}”.{there}")
    return ""


def _missing(ladder: Ladder, address: Address) -> str:
    if not address:
        return f"An address is missing. {_there_is(ladder)}"
    try:
        found = address.entity(ladder)
    except NoSuchPlace:
        return _unknown(ladder, address)
    kind = kind_of(found)
    what = kind.title.lower() if kind else "ladder"
    return f"“{address}” is a {what}; name a profile, a level or a family instead."


def _unknown(ladder: Ladder, address: Address) -> str:
    parent = _family_or_ladder(ladder, address.above)
    if isinstance(parent, Family) and address.last not in Family.model_fields:
        return _only(address, f"of {label_of(parent)} ", sibling_parts(parent.profiles, "level"))
    if isinstance(parent, Ladder):
        return _only(address, "", sibling_parts(parent.levels, "id"))
    near = _near(ladder, address)
    rest = f"Did you mean {_either(near)}?" if near else _there_is(ladder)
    return f"There is no “{address}”. {rest}"


def _only(address: Address, whose: str, codes: list[str]) -> str:
    return f"There is no “{address}”: the levels {whose}are {', '.join(codes) or 'none yet'}."


def _there_is(ladder: Ladder) -> str:
    names = [*sibling_parts(ladder.families, "id"), ALL_LEVELS]
    more = f" and {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return f"There are {', '.join(names[:_LISTED])}{more}."


def _either(names: list[str]) -> str:
    return " or ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _near(ladder: Ladder, address: Address) -> list[str]:
    """Return what an address may have meant; the same level of another owner comes first."""
    bare = address.removeprefix("families/").casefold()
    whole_family = "/" not in bare
    names = [
        place.removeprefix("families/")
        for place, entity in walk(ladder)
        if isinstance(entity, Family if whole_family else Profile | Level)
    ]
    names += [ALL_LEVELS] if whole_family else []
    found = process.extract(bare, names, scorer=fuzz.ratio, limit=_MAXIMUM, score_cutoff=_NEAR)
    near = [name for name, score, _ in found if score >= found[0][1] - _AS_NEAR]
    alike = [name for name in near if name.casefold().endswith(f"/{Address(bare).last}")]
    return alike or near
