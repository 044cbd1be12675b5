"""Decide which pages are about one family, and what it is called."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from laddereditor.edits.ids import slug, unique
from laddereditor.edits.importing.pages import renamed_family
from laddereditor.exchange.family_proposal import UNKNOWN, FamilyProposal
from laddereditor.exchange.importer import ImportResult
from laddereditor.exchange.levelpage.job import shared_words
from laddereditor.model.base import evolve
from laddereditor.model.family import Family
from laddereditor.model.ladder import Ladder
from laddereditor.model.positions import codes_above


def with_settled_families(
    results: Sequence[ImportResult], here: Ladder | None = None
) -> tuple[ImportResult, ...]:
    """Return pages whose families have the names that follow from all of them.

    Pages that share their specialties are about one family, unless they name different ones
    themselves; so are pages with one short code. A family that the ladder has, under its code, its
    name, another name or its specialties, is that one. Pages that name no job are not taken for one
    family.

    Args:
        results: The pages.
        here: The ladder that they are added to.
    """
    settled = list(results)
    taken = {family.name for family in here.families} if here else set()
    for group in sorted(_groups(results), key=lambda group: _group_key(results, group)):
        proposals = [one.family for at in group if (one := results[at]).family]
        coded = _family_of_code({_code(results[at]) for at in group}, here)
        family = coded or _family_here(proposals, here)
        name, reason = _name(proposals)
        if family:
            name, key = family.name, family.id
            if coded and name not in {one.name for one in proposals}:
                reason = f"as the ladder has it under the code {coded.code}"
            reason = reason or f"as the ladder has a family “{name}” with the same specialties"
        elif not reason:
            name = unique(UNKNOWN, taken, " ")
            key = slug(name, "family")
        else:
            key = slug(name, "family")
        taken.add(name)
        for at in group:
            page = _with_code(results[at], coded.code) if coded else results[at]
            settled[at] = with_family(page, name, key, reason)
    return tuple(settled)


def with_family(result: ImportResult, name: str, key: str, reason: str) -> ImportResult:
    """Return a page that is about a family, with a note that says so.

    Args:
        result: The page.
        name: The name of the family.
        key: Its id.
        reason: Why it has this name; "" if that cannot be known.
    """
    if result.family is None:
        return result
    own = result.family
    others = tuple(one for one in (own.name, *own.others) if one not in (name, UNKNOWN))
    proposal = replace(own, name=name, reason=reason, others=tuple(dict.fromkeys(others)))
    if own.name == name:
        proposal = replace(proposal, reason=own.reason or reason, others=own.others)
    notes = tuple(proposal.note if note == own.note else note for note in result.notes)
    old, ladder = result.ladder.families[0].id, renamed_family(result.ladder, name, key)
    used = tuple((line, _moved(address, old, key)) for line, address in result.used)
    return replace(result, ladder=ladder, notes=notes, used=used, family=proposal)


def _moved(address: str, old: str, new: str) -> str:
    """Return the address of a value after its family got another id."""
    start = f"families/{old}"
    is_inside = address == start or address.startswith(f"{start}/")
    return f"families/{new}{address[len(start) :]}" if is_inside else address


def _groups(results: Sequence[ImportResult]) -> Iterator[list[int]]:
    """Yield the positions of pages about one family; pages without a proposal are left out."""
    places = [at for at, one in enumerate(results) if one.family]
    group_of = {at: at for at in places}
    for at in places:
        for other in places:
            mine, theirs = results[at].family, results[other].family
            codes = {_code(results[at]), _code(results[other])}
            has_same_code = len(codes) == 1 and "" not in codes
            is_one = mine and theirs and (has_same_code or _is_one_family(mine, theirs))
            if at < other and is_one:
                old, new = group_of[other], group_of[at]
                group_of = {place: new if of == old else of for place, of in group_of.items()}
    for first in dict.fromkeys(group_of.values()):
        yield [at for at in places if group_of[at] == first]


def _code(result: ImportResult) -> str:
    """Return the short code of a page's family as codes are compared, "" for none."""
    return result.ladder.families[0].code.casefold() if result.ladder.families else ""


def _with_code(result: ImportResult, code: str) -> ImportResult:
    """Return a page whose family has the code of the ladder, without those of its parents."""
    first, *others = result.ladder.families
    if not first.code or first.code == code:
        return result
    families = (evolve(first, code=code), *others)
    return replace(result, ladder=evolve(result.ladder, families=families))


def _family_of_code(codes: set[str], here: Ladder | None) -> Family | None:
    """Return the family of a ladder that has one of some codes, alone or behind its parents'."""
    wanted = codes - {""}
    if here is None or not wanted:
        return None
    return next((one for one in here.families if wanted & _codes_of(here, one)), None)


def _codes_of(ladder: Ladder, family: Family) -> set[str]:
    above = [code for code in codes_above(ladder, family) if code][::-1]
    both = (family.code, ".".join((*above, family.code))) if family.code else ()
    return {code.casefold() for code in both}


def _group_key(results: Sequence[ImportResult], group: Sequence[int]) -> str:
    """Return what groups are ordered by, so that the order of the pages makes no difference."""
    return min(repr(results[at].ladder) for at in group)


def _is_one_family(one: FamilyProposal, other: FamilyProposal) -> bool:
    if one.is_known and other.is_known and one.name.casefold() == other.name.casefold():
        return True
    if one.is_stated and other.is_stated:
        return False
    if one.is_known and other.is_known and not shared_words((one.name, other.name)):
        return have_same_specialties(one.specialties, other.specialties)
    return share_specialties(one.specialties, other.specialties)


def share_specialties(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether at least half of the shorter list is in the other, two or a whole list."""
    mine, theirs = _folded(one), _folded(other)
    both, fewest = len(mine & theirs), min(len(mine), len(theirs))
    return both > 0 and both * 2 >= fewest and (both > 1 or both == fewest)


def have_same_specialties(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two lists hold the same specialties, at least two."""
    mine, theirs = _folded(one), _folded(other)
    return mine == theirs and len(mine) > 1


def _folded(names: Sequence[str]) -> set[str]:
    return {name.casefold() for name in names}


def _name(proposals: Sequence[FamilyProposal]) -> tuple[str, str]:
    """Return the name of a family that several pages are about, and why; "" if unknown."""
    stated = [one for one in proposals if one.is_stated]
    known = sorted(stated or [one for one in proposals if one.is_known], key=lambda one: one.name)
    if not known:
        return "", ""
    counted = Counter(one.name for one in known)
    if not stated and len(counted) > 1 and (shared := shared_words(sorted(counted))):
        return shared, "after what the titles of its pages have in common"
    name = max(sorted(counted), key=lambda one: counted[one])
    return name, next(one.reason for one in known if one.name == name)


def _family_here(proposals: Sequence[FamilyProposal], here: Ladder | None) -> Family | None:
    """Return the family of the ladder that pages are about."""
    if here is None:
        return None
    names = {one.name.casefold() for one in proposals if one.is_known}
    by_name = (one for one in here.families if names & _names(one))
    if found := next(by_name, None):
        return found
    if any(one.is_stated for one in proposals):
        return None
    return next((one for one in here.families if _has_specialties_of(one, proposals)), None)


def _has_specialties_of(family: Family, proposals: Sequence[FamilyProposal]) -> bool:
    """Whether a family of the ladder has the specialties of pages with another name or none."""
    reason = "" if family.name.startswith(UNKNOWN) else "as the ladder has it"
    there = FamilyProposal(family.name, reason, specialties=family.specialties)
    return any(_is_one_family(there, one) for one in proposals)


def _names(family: Family) -> set[str]:
    return {name.casefold() for name in (family.name, *family.aliases) if name}
