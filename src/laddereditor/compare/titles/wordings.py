"""The ways to read the words of a title: abbreviations, words written together, slips."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product

from laddereditor.compare.titles.index import TitleIndex
from laddereditor.compare.titles.known_titles import Core
from laddereditor.compare.titles.reading import ReadTitle
from laddereditor.compare.titles.title_words import Keys

_MAX_WORDINGS = 32  # that are tried for one title; a limit for speed
_LONG_WORD = 8  # letters from which one corrected word alone may make a match


@dataclass(frozen=True, slots=True)
class WordReading:
    """One way to read a word."""

    keys: Keys
    note: str = ""  # in words, if it is read as something else
    is_known: bool = True  # to the ladder
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to read the words of a title's job."""

    core: Core
    last: str  # the last word, which says who does the work
    notes: tuple[str, ...]  # what was read as something else, and what was left aside
    is_doubtful: bool  # it depends on the correction of a short word
    unknown: int  # words that the ladder does not have


@dataclass(frozen=True)
class Words:
    """The words of a title with all their readings, part by part, and its ranks."""

    parts: tuple[tuple[tuple[WordReading, ...], ...], ...]
    ranks: frozenset[str]
    rank_notes: tuple[str, ...]

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """The ways to read the words, the most literal first."""
        return tuple(wordings(self))


def words_of(index: TitleIndex, title: ReadTitle) -> Words:
    """Return the readings of a title's words; a slip of a rank word is a rank."""
    parts: list[tuple[tuple[WordReading, ...], ...]] = []
    ranks = set(title.ranks)
    notes: list[str] = []
    for part in title.parts:
        readings = []
        for word, key in _joined(index, part.words):
            rank = index.words.ranks.get((index.vocabulary.corrected(word),))
            if rank and key not in index.vocabulary.known:
                ranks.add(rank)
                notes.append(f"“{word}” read as {rank.title()}")
            else:
                readings.append(_readings(index, word, key))
        if readings:
            parts.append(tuple(readings))
        if part.number and any(one[0].is_known for one in readings):
            ranks.add(part.number)
    return Words(tuple(parts), frozenset(ranks), tuple(notes))


def wordings(words: Words, *, others: bool = True) -> Iterator[Wording]:
    """Yield the ways to read the words of a title, the most literal first.

    Args:
        words: The words.
        others: Whether parts such as a team or a place may be left aside.
    """
    seen: set[Core] = set()
    for chosen in _chosen_parts(words, others):
        left_aside = [part for at, part in enumerate(words.parts) if at not in chosen]
        notes = tuple(f"“{_text(part)}” left aside" for part in left_aside)
        readings = [reading for at in chosen for reading in words.parts[at]]
        for combination in islice(product(*readings), _MAX_WORDINGS):
            wording = _wording(combination, notes)
            if wording.core not in seen:
                seen.add(wording.core)
                yield wording


def _wording(readings: Sequence[WordReading], notes: tuple[str, ...]) -> Wording:
    keys = [key for reading in readings for key in reading.keys]
    corrected = [reading for reading in readings if reading.is_corrected]
    certain = len(readings) - len(corrected)
    is_doubtful = bool(corrected) and not certain and len(corrected[0].keys[0]) < _LONG_WORD
    return Wording(
        core=frozenset(keys),
        last=keys[-1] if keys else "",
        notes=(*(reading.note for reading in readings if reading.note), *notes),
        is_doubtful=is_doubtful,
        unknown=sum(not reading.is_known for reading in readings),
    )


def _chosen_parts(words: Words, others: bool) -> Iterator[tuple[int, ...]]:
    every = tuple(range(len(words.parts)))
    yield every
    if len(every) > 1 and others:
        known = tuple(
            at for at in every if at == 0 or any(one[0].is_known for one in words.parts[at])
        )
        yield known
        yield (0,)


def _text(part: Sequence[Sequence[WordReading]]) -> str:
    return " ".join(" ".join(readings[0].keys) for readings in part)


def _joined(index: TitleIndex, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield words with their keys, two of them as one where the ladder writes them together."""
    known = index.vocabulary.known
    at = 0
    while at < len(words):
        key = index.words.key(words[at])
        if at + 1 < len(words):
            both = index.words.key(words[at] + words[at + 1])
            if both in known and not (key in known and index.words.key(words[at + 1]) in known):
                yield f"{words[at]} {words[at + 1]}", both
                at += 2
                continue
        yield words[at], key
        at += 1


def _readings(index: TitleIndex, word: str, key: str) -> tuple[WordReading, ...]:
    vocabulary = index.vocabulary
    found = [WordReading((key,))] if key in vocabulary.known else []
    meanings = [keys for keys in vocabulary.meanings(word) if vocabulary.known.issuperset(keys)]
    if not found:
        meanings += [keys for keys in vocabulary.acronym(word) if keys not in meanings]
        if parts := vocabulary.parts(key):
            meanings.append(parts)
    found += [WordReading(keys, f"“{word}” read as {' '.join(keys)}") for keys in meanings]
    if not found and (corrected := vocabulary.corrected(word)):
        note = f"“{word}” read as {corrected}"
        found.append(WordReading((corrected,), note, is_corrected=True))
    return tuple(found) or (WordReading((key,), is_known=False),)
