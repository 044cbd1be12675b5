"""What a ladder knows of titles: names of families, titles of profiles, patterns and ranks."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from laddereditor.compare.titles.ladder_words import LadderWords
from laddereditor.compare.titles.level_codes import code_key, codes_in_titles, level_codes
from laddereditor.compare.titles.reading import ReadTitle, TitleReader, keys_of
from laddereditor.compare.titles.title_words import words_for
from laddereditor.model.family import Family
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.titles import fill_pattern, title_of

Ranks = frozenset[str]
Core = frozenset[str]  # the words of a job as they are compared, in any order
NameKind = Literal["name", "other name", "specialty"]

_PLACEHOLDER = "xspecialtyx"  # a word that no title has
_MAX_READINGS = 8  # of a name: slashes and abbreviations may be read in several ways


@dataclass(frozen=True, slots=True)
class FamilyName:
    """A name that a family is known by; it says nothing of the level."""

    family: Family
    kind: NameKind
    text: str
    ranks: Ranks  # rank words that are part of the name, as in “Account Manager”
    core: Core


@dataclass(frozen=True, slots=True)
class ProfileTitle:
    """A title of a profile."""

    family: Family
    level: str
    text: str
    ranks: Ranks
    core: Core
    is_own: bool  # the profile's own title, not one of its common titles


@dataclass(frozen=True, slots=True)
class Pattern:
    """A title pattern of a level, or its name."""

    level: str
    text: str
    ranks: Ranks
    extra: Core  # words in addition to the rank, as in “{specialty} Specialist”


@dataclass
class FamilyTitles:
    """What one family has."""

    family: Family
    levels: tuple[str, ...]  # ids, in the order of the ladder
    words: set[str] = field(default_factory=set)  # of its names and its function
    codes: set[str] = field(default_factory=set)  # its own and those of other schemes
    titles: list[ProfileTitle] = field(default_factory=list)
    names: list[FamilyName] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)  # last words of its titles, such as “analyst”


class TitleIndex:
    """Finds names and titles of one ladder by their words."""

    def __init__(self, ladder: Ladder, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Read all titles of a ladder.

        Args:
            ladder: The ladder.
            cancelled: Says whether to stop early; the index is of no use then.
        """
        self.ladder = ladder
        self.words = words_for(ladder.language)
        # In English the last word of a title says who does the work.
        self.is_head_last = self.words is words_for("en")
        self.levels: Mapping[str, Level] = {level.id: level for level in ladder.levels}
        self.level_order = {level.id: place for place, level in enumerate(ladder.levels)}
        self.codes = level_codes(ladder)
        self.reader = TitleReader(self.words, codes_in_titles(ladder))
        self.vocabulary = LadderWords(self.words)
        self.names: dict[Core, list[FamilyName]] = {}
        self.titles: dict[Core, list[ProfileTitle]] = {}
        self.families: dict[str, FamilyTitles] = {}
        self.by_word: dict[str, list[FamilyName]] = {}
        self._read_texts: dict[str, tuple[tuple[ReadTitle, Core], ...]] = {}
        self.patterns = tuple(self._patterns())
        self.pattern_ranks = frozenset((one.extra, one.ranks) for one in self.patterns)
        self.level_names = tuple(self._level_names())
        self.leading_levels = frozenset(self._leading_levels())
        self.has_sub_families = any(family.parent for family in ladder.families)
        for family in ladder.families:
            if cancelled():
                return
            if not family.abstract:
                self._add_family(family)
        self.extras = frozenset(one.extra for one in self.patterns if one.extra)
        self.vocabulary.finish()
        self._read_texts.clear()

    def level_text(self, level: str) -> str:
        """Return the id of a level with its name: `P4 Senior Professional`."""
        known = self.levels.get(level)
        return f"{level} {known.name}" if known and known.name else level

    def above(self, known: FamilyTitles) -> tuple[FamilyTitles, ...]:
        """Return the families that a sub-family inherits from, nearest first."""
        found: dict[str, FamilyTitles] = {}
        parent = known.family.parent
        while parent in self.families and parent not in (*found, known.family.id):
            found[parent] = self.families[parent]
            parent = found[parent].family.parent
        return tuple(found.values())

    # -- what a ladder has --------------------------------------------------------------------

    def _patterns(self) -> Iterator[Pattern]:
        for level in self.ladder.levels:
            for text in level.title_patterns:
                filled = fill_pattern(text, _PLACEHOLDER, _PLACEHOLDER)
                for read, core in self._readings(filled):
                    if _PLACEHOLDER in core:
                        extra = core - {_PLACEHOLDER}
                        self.vocabulary.add(read.words, is_name=False)
                        yield Pattern(level.id, text, read.rank_names, extra)

    def _level_names(self) -> Iterator[Pattern]:
        for level in self.ladder.levels:
            read = self.reader.read(level.name)[0]
            if read.ranks:
                extra = frozenset(keys_of(self.words, read.words))
                yield Pattern(level.id, level.name, read.rank_names, extra)

    def _leading_levels(self) -> Iterator[str]:
        """Yield the levels whose titles are those of people who lead others."""
        for one in (*self.patterns, *self.level_names):
            if one.ranks & self.words.leading:
                yield one.level

    def _add_family(self, family: Family) -> None:
        levels = {profile.level for profile in family.profiles}
        ordered = tuple(level for level in self.level_order if level in levels)
        known = self.families[family.id] = FamilyTitles(family, ordered)
        codes = (family.code, *(one.code for one in family.equivalents))
        known.codes.update(code_key(code) for code in codes if code.strip())
        for read in self.reader.read(family.function):
            known.words.update(keys_of(self.words, read.words))
        self._add_name(known, "name", family.name)
        for text in family.aliases:
            self._add_name(known, "other name", text)
        for text in family.specialties:
            self._add_name(known, "specialty", text)
        for profile in family.profiles:
            if profile.title:
                title = title_of(family, profile, self.levels.get(profile.level))
                self._add_title(known, profile.level, title, is_own=True)
            for text in profile.titles:
                self._add_title(known, profile.level, text, is_own=False)

    def _add_name(self, known: FamilyTitles, kind: NameKind, text: str) -> None:
        for read, core in self._readings(text):
            if not core:
                continue
            name = FamilyName(known.family, kind, text, read.rank_names, core)
            self.names.setdefault(core, []).append(name)
            known.names.append(name)
            known.words |= core
            for word in core:
                self.by_word.setdefault(word, []).append(name)
            self.vocabulary.add(read.words)

    def _add_title(self, known: FamilyTitles, level: str, text: str, *, is_own: bool) -> None:
        for read, core in self._readings(text):
            title = ProfileTitle(known.family, level, text, read.rank_names, core, is_own)
            self.titles.setdefault(core, []).append(title)
            known.titles.append(title)
            self.vocabulary.add(read.words)
            if read.words:
                known.heads.add(self.words.key(read.words[-1]))

    def _readings(self, text: str) -> tuple[tuple[ReadTitle, Core], ...]:
        """Return the ways to read a text of the ladder, each with its words."""
        known = self._read_texts.get(text)
        if known is None:
            every = ((read, core) for read in self.reader.read(text) for core in self._cores(read))
            different = {
                (core, read.rank_names): read for read, core in islice(every, _MAX_READINGS)
            }
            known = tuple((read, core) for (core, _), read in different.items())
            self._read_texts[text] = known
        return known

    def _cores(self, read: ReadTitle) -> Iterator[Core]:
        """Yield the words of a text, and those with each clear abbreviation written out."""
        keys = keys_of(self.words, read.words)
        yield frozenset(keys)
        spelt_out: list[str] = []
        for word, key in zip(read.words, keys, strict=True):
            meanings = self.vocabulary.meanings(word)
            spelt_out.extend(meanings[0] if len(meanings) == 1 else (key,))
        if tuple(spelt_out) != keys:
            self.vocabulary.add(tuple(spelt_out))
            yield frozenset(spelt_out)
