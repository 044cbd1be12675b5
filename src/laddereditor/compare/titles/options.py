"""Find the levels that a row may have in a family: by ranks, level codes and years."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from laddereditor.compare.titles.index import TitleIndex
from laddereditor.compare.titles.known_titles import FamilyHit
from laddereditor.compare.titles.level_codes import CodedLevel, coded_levels
from laddereditor.compare.titles.levels import LevelAnswer, level_of, rank_text
from laddereditor.compare.titles.reading import ReadTitle
from laddereditor.compare.titles.wordings import Words
from laddereditor.model.counting import plural


@dataclass(frozen=True, slots=True)
class TitleRow:
    """What a list says of one person's job; "" and None where it says nothing."""

    title: str
    department: str = ""
    years: float | None = None
    code: str = ""  # of the level, in this ladder or another scheme
    scheme: str = ""  # of the code, "" if the list does not say it
    key: str = ""  # of the profile, such as `AIML.P3`


@dataclass(frozen=True, slots=True)
class FamilyOption:
    """A family with the levels that a row may have in it."""

    hit: FamilyHit
    levels: tuple[str, ...]  # most likely first
    is_sure: bool
    evidence: tuple[str, ...]

    @property
    def profiles(self) -> tuple[str, ...]:
        """The profiles, as `family/level`."""
        return tuple(f"{self.hit.family.id}/{level}" for level in self.levels)


def family_option(
    index: TitleIndex, hit: FamilyHit, words: Words, read: ReadTitle, row: TitleRow
) -> FamilyOption:
    """Return the levels that a row may have in a family.

    Args:
        index: What the ladder has.
        hit: What of the family was found in the title.
        words: The words and ranks of the title.
        read: The title taken apart.
        row: The row, with a level code or years.
    """
    found = level_of(index, hit, words.ranks)
    evidence = [*_family_words(hit, found), *([found.evidence] if found.evidence else [])]
    if found.missing:
        evidence.append(f"the family has no profile at {index.level_text(found.missing)}")
        return FamilyOption(hit, found.levels, False, tuple(evidence))
    coded = _coded_levels(index, read, row)
    if coded and not found.has_rank and not hit.titles:
        # A title without a rank leaves the level to the code, whatever a pattern without one says.
        levels = index.families[hit.family.id].levels
        if any(one.level in levels for one in coded):
            found = LevelAnswer(levels, has_rank=False, is_guess=True)
            evidence = [*_family_words(hit, found)]
    narrowed = _by_code(found, coded)
    if narrowed.is_settled:
        there = index.families[hit.family.id].levels
        levels = tuple(level for level in narrowed.levels if level in there)
        return FamilyOption(hit, levels, narrowed.is_sure, (*evidence, *narrowed.evidence))
    by_years = _by_years(index, replace(found, levels=narrowed.levels), row.years)
    evidence += by_years.evidence
    if not by_years.is_sure and not by_years.evidence:
        evidence.append(_why_open(found, words))
    return FamilyOption(hit, by_years.levels, by_years.is_sure, tuple(evidence))


@dataclass(frozen=True, slots=True)
class _Narrowed:
    """Levels after something else was considered."""

    levels: tuple[str, ...]
    is_sure: bool = False
    is_settled: bool = False  # nothing else needs to be considered
    evidence: tuple[str, ...] = ()


def _by_code(found: LevelAnswer, coded: Sequence[CodedLevel]) -> _Narrowed:
    """Return the levels that are left if a row has a level code; none leaves them as they are."""
    if not coded:
        return _Narrowed(found.levels)
    both = tuple(level for level in found.levels if any(one.level == level for one in coded))
    if not both:
        levels = dict.fromkeys(one.level for one in coded)
        said = f"the level code says {' or '.join(levels)}"
        return _Narrowed((*found.levels, *levels), is_settled=True, evidence=(said,))
    if len(both) > 1:
        return _Narrowed(both)
    meanings = [one for one in coded if one.level == both[0]]
    is_confirmed = any(one.is_confirmed for one in meanings)
    scheme = next((f" of {one.scheme}" for one in meanings if one.scheme), "")
    said = f"level code{scheme} = {both[0]}" + ("" if is_confirmed else " (only proposed)")
    says_level = len(found.levels) == 1 and not found.is_guess
    is_sure = says_level or (is_confirmed and not (found.is_guess and found.has_rank))
    return _Narrowed(both, is_sure, is_settled=True, evidence=(said,))


def _by_years(index: TitleIndex, found: LevelAnswer, years: float | None) -> _Narrowed:
    is_one = len(found.levels) == 1 and not found.is_guess
    if years is None:
        return _Narrowed(found.levels, is_one)
    said = f"{plural(years, 'year')} of experience"
    if is_one:
        (level,) = found.levels
        if not _contradicts(index, level, years, has_rank=found.has_rank):
            return _Narrowed(found.levels, is_sure=True)
        return _Narrowed(found.levels, evidence=(f"{said} do not fit {level}",))
    fitting = tuple(level for level in found.levels if _fits(index, level, years))
    if len(fitting) == 1 and not (found.is_guess and found.has_rank):
        return _Narrowed(fitting, is_sure=True, evidence=(f"{said} = {fitting[0]}",))
    return _Narrowed(fitting or found.levels)


def _why_open(found: LevelAnswer, words: Words) -> str:
    if found.has_rank and words.ranks:
        ranks = " ".join(sorted(map(rank_text, words.ranks), reverse=True))
        return f"it is not clear which level {ranks} is"
    return "the title does not say the level"


def _family_words(hit: FamilyHit, found: LevelAnswer) -> Iterator[str]:
    if hit.names:
        name = hit.names[0].name
        kind = "name" if name.kind == "name" else name.kind
        yield f"{kind} “{name.text}” of {hit.family.name}"
    elif hit.titles and not found.evidence.startswith("title of"):
        yield f"“{hit.titles[0].text}” of {hit.family.name}"


def _coded_levels(index: TitleIndex, read: ReadTitle, row: TitleRow) -> tuple[CodedLevel, ...]:
    """Return the levels that the codes of a row may mean, () if it has no code that is known."""
    in_title = tuple(CodedLevel(level, "", is_confirmed=True) for level in read.codes)
    in_list = coded_levels(index.codes, row.code, row.scheme) if row.code else ()
    return (*in_title, *in_list)


def _fits(index: TitleIndex, level: str, years: float) -> bool:
    experience = index.levels[level].experience
    if experience is None:
        return False
    least, most = experience.min or 0, experience.max
    return least <= years and (most is None or years < most)


def _contradicts(index: TitleIndex, level: str, years: float, *, has_rank: bool) -> bool:
    """Return whether the years are too few for a level, or too many for a title without a rank.

    Somebody may stay at a level for long, so many years are no contradiction to a rank.
    """
    experience = index.levels[level].experience
    if experience is None:
        return False
    too_few = experience.min is not None and years < experience.min
    too_many = experience.max is not None and years > experience.max
    return too_few or (too_many and not has_rank)
