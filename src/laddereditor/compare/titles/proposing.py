"""Propose the profile of a title: a match, candidates for review, or no match.

A wrong match costs more than a question, because nobody looks at matches one by one. So whatever is
not said by the title, or by what else is known of the row, is left for review.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from laddereditor.compare.titles.found_families import FoundFamilies, find_families
from laddereditor.compare.titles.index import TitleIndex
from laddereditor.compare.titles.known_titles import FamilyHit, Ranks
from laddereditor.compare.titles.level_codes import code_key
from laddereditor.compare.titles.levels import has_same_name
from laddereditor.compare.titles.options import FamilyOption, TitleRow, family_option
from laddereditor.compare.titles.profile_keys import key_in, key_text
from laddereditor.compare.titles.reading import ReadTitle
from laddereditor.compare.titles.wordings import words_of
from laddereditor.model.counting import plural
from laddereditor.model.spacing import single_spaced

TitleAnswer = Literal["match", "review", "none"]
MAX_CANDIDATES = 6  # that anybody reads


@dataclass(frozen=True, slots=True)
class Proposal:
    """The profile that a title may belong to."""

    answer: TitleAnswer
    profile: str = ""  # `family/level` of a match
    candidates: tuple[str, ...] = ()  # the same for review, most likely first
    evidence: tuple[str, ...] = ()  # in words


NOTHING = Proposal("none", evidence=("the ladder has no such job",))


def propose(index: TitleIndex, row: TitleRow) -> Proposal:
    """Return the proposal for one row of a list."""
    place, key, title = key_in(index.keys, row.title)
    for text in (row.key, row.code) if not place else ():
        if index.keys and key_text(text) in index.keys:
            place, key = index.keys[key_text(text)], single_spaced(text)
    if not place:
        return _of_title(index, row)
    code = "" if key_text(row.code) in index.keys else row.code
    return _with_key(place, key, _of_title(index, replace(row, title=title, code=code)))


def _with_key(place: str, key: str, by_title: Proposal) -> Proposal:
    """Return the proposal for a row that names a profile by its key.

    Args:
        place: The profile.
        key: The key as the row has it.
        by_title: What the rest of the row says.
    """
    said = f"“{key}” is the key of {place}"
    others = [one for one in (by_title.profile, *by_title.candidates) if one]
    if not others or place in others:
        return Proposal("match", place, (), (said,))
    candidates = tuple(dict.fromkeys((place, *others)))[:MAX_CANDIDATES]
    return Proposal("review", "", candidates, (said, "the title says otherwise"))


def _of_title(index: TitleIndex, row: TitleRow) -> Proposal:
    if not row.title.strip():
        return Proposal("none", evidence=("the row has no title",))
    both, *single = [_of_reading(index, row, read) for read in index.reader.read(row.title)]
    if both.answer == "match" or not single:
        return both
    if any(one.answer == "none" for one in single):
        likely = [one for one in (both, *single) if one.answer != "none"]
        return _for_review(likely, "only a part of the title is known") if likely else NOTHING
    if len({one.profile for one in single}) == 1 and single[0].answer == "match":
        return single[0]
    return _for_review(single, "the title names more than one job")


def _for_review(proposals: Sequence[Proposal], why: str) -> Proposal:
    candidates = [
        place for one in proposals for place in (one.candidates or (one.profile,)) if place
    ]
    return Proposal("review", "", tuple(dict.fromkeys(candidates))[:MAX_CANDIDATES], (why,))


def _of_reading(index: TitleIndex, row: TitleRow, read: ReadTitle) -> Proposal:
    words = words_of(index, read)
    found = find_families(index, words, row.department)
    if found is None:
        return NOTHING
    notes = [*found.wording.notes, *words.rank_notes]
    if found.note:
        notes.append(found.note)
    likely = _likely(index, found, words.ranks, row.department)
    options = [family_option(index, hit, words, read, row) for hit in likely[:MAX_CANDIDATES]]
    sure = [one for one in options if one.is_sure]
    if len(likely) == 1 and sure and found.is_sure and not found.wording.is_doubtful:
        (best,) = sure
        return Proposal("match", best.profiles[0], (), (*best.evidence, *notes))
    return _review(options, notes, found, len(likely))


def _review(
    options: Sequence[FamilyOption], notes: Sequence[str], found: FoundFamilies, families: int
) -> Proposal:
    ordered = sorted(options, key=lambda one: not one.is_sure)
    candidates = tuple(dict.fromkeys(place for one in ordered for place in one.profiles))
    if not candidates:
        return NOTHING
    evidence: list[str] = []
    if families > 1:
        evidence.append(f"{plural(families, 'family', 'families')} may be meant")
    evidence += ordered[0].evidence if len(options) == 1 else ()
    evidence += notes
    if found.wording.is_doubtful:
        evidence.append("one corrected word is little to go by")
    return Proposal("review", "", candidates[:MAX_CANDIDATES], tuple(evidence))


def _likely(
    index: TitleIndex, found: FoundFamilies, ranks: Ranks, department: str
) -> Sequence[FamilyHit]:
    """Return the families that are most likely: those that have the title word for word.

    Of several the department decides, if it speaks for one.
    """
    hits = [*found.hits.values()]
    if len(hits) > 1 and index.has_sub_families:
        # A sub-family says more than the family that it belongs to.
        known = [index.families[hit.family.id] for hit in hits]
        less = {one.family.id for each in known for one in index.above(each)}
        hits = [hit for hit in hits if hit.family.id not in less] or hits
    if len(hits) > 1:
        same = [hit for hit in hits if ranks in hit.title_ranks or has_same_name(index, hit, ranks)]
        hits = same or hits
    if len(hits) > 1 and department:
        reads = index.reader.read_again(department)
        words = {index.words.key(word) for read in reads for word in read.words}
        there: set[str] = set().union(*(index.families_by_word.get(word, ()) for word in words))
        coded = index.families_by_code.get(code_key(department), set())
        hits = (
            [hit for hit in hits if hit.family.id in coded]
            or [hit for hit in hits if hit.family.id in there]
            or hits
        )
    return hits
