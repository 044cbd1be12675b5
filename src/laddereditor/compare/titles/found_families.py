"""Find the families that a title names, alone or together with a department."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from laddereditor.compare.titles.hits import Hits, hits, longer_hits, soft_hits
from laddereditor.compare.titles.index import TitleIndex
from laddereditor.compare.titles.known_titles import Core, FamilyHit, NameHit
from laddereditor.compare.titles.wordings import Wording, Words, wordings, words_of


@dataclass(frozen=True, slots=True)
class FoundFamilies:
    """The families of one reading of a title, with what says so."""

    hits: Hits
    wording: Wording
    note: str = ""  # why it is only likely
    is_sure: bool = True


def find_families(index: TitleIndex, words: Words, department: str) -> FoundFamilies | None:
    """Return the families that a title names, by the surest way that gives any.

    Args:
        index: What the ladder has.
        words: The words of the title.
        department: Where the person works, "" if that is unknown.
    """
    named = _first(index, words)
    if named is not None:
        return named
    if department and (found := _with_department(index, words, department)):
        return found
    for wording in words.wordings:
        if not wording.unknown and (alike := soft_hits(index, wording.core)):
            return FoundFamilies(alike, wording, _alike_words(alike))
    for wording in words.wordings:
        if wording.core and (longer := longer_hits(index, wording.core, wording.last)):
            return FoundFamilies(longer, wording, _longer_words(longer), is_sure=False)
    return None


def _first(index: TitleIndex, words: Words) -> FoundFamilies | None:
    for wording in words.wordings:
        if wording.unknown or (words.parts and not wording.core):
            continue
        if found := _acceptable(index, hits(index, wording.core), wording, words):
            return FoundFamilies(found, wording)
    return None


def _acceptable(index: TitleIndex, found: Hits, wording: Wording, words: Words) -> Hits:
    """Return the hits, without those of titles that say something else.

    Initials alone are not enough: “SD” is no Service Designer. The words of a pattern such as
    “{specialty} Assistant” are at the end: an Assistant Controller is a controller.
    """
    initials = any(note.startswith("“") and len(note.split("”")[0]) <= 3 for note in wording.notes)
    alone = sum(len(part) for part in words.parts) == 1 and not words.ranks
    if initials and alone:
        return {}
    if len(words.parts) > 1 or not index.is_head_last:
        return found
    kept = {
        family: replace(hit, names=tuple(_without_patterns(hit, wording.last)))
        for family, hit in found.items()
        if hit.names
    }
    both = {**found, **kept} if kept else found
    return {family: hit for family, hit in both.items() if hit.names or hit.titles}


def _without_patterns(hit: FamilyHit, last: str) -> Iterator[NameHit]:
    """Yield the names without those in a pattern that has another last word."""
    return (one for one in hit.names if not one.extra or last in one.extra)


def _with_department(index: TitleIndex, words: Words, department: str) -> FoundFamilies | None:
    """Return the families whose name title and department give together: Engineer in Mobile."""
    known = [one for one in wordings(words, others=False) if not one.unknown]
    for read in index.reader.read_again(department):
        for unit in words_of(index, read).wordings:
            if unit.unknown or not unit.core:
                continue
            for wording in known:
                if named := _named(index, wording.core | unit.core):
                    notes = (*wording.notes, *unit.notes)
                    note = f"department {department}"
                    return FoundFamilies(named, replace(wording, notes=notes), note)
    return None


def _named(index: TitleIndex, core: Core) -> Hits:
    """Return the families with such a name; a department is no part of a common title."""
    for way in (hits, soft_hits):
        named = {family: hit for family, hit in way(index, core).items() if hit.names}
        if named:
            return named
    return {}


def _alike_words(found: Hits) -> str:
    return f"other words for {_listed(_name_texts(found))}"


def _longer_words(found: Hits) -> str:
    return f"the title says more than {_listed(_name_texts(found))}"


def _name_texts(found: Hits) -> Iterator[str]:
    for hit in found.values():
        texts = [one.name.text for one in hit.names] or [one.text for one in hit.titles]
        yield f"“{texts[0]}”"


def _listed(texts: Iterable[str]) -> str:
    return " or ".join(list(dict.fromkeys(texts))[:3])
