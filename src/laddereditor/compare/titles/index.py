"""What a ladder knows of titles: names of families, titles of profiles, patterns and ranks."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations, islice
from operator import attrgetter

from laddereditor.compare.titles.known_titles import (
    Core,
    FamilyHit,
    FamilyName,
    FamilyTitles,
    NameKind,
    Pattern,
    ProfileTitle,
)
from laddereditor.compare.titles.ladder_words import LadderWords
from laddereditor.compare.titles.level_codes import code_key, codes_in_titles, level_codes
from laddereditor.compare.titles.profile_keys import profile_keys
from laddereditor.compare.titles.reading import ReadTitle, TitleReader, keys_of
from laddereditor.compare.titles.title_words import words_for
from laddereditor.model.family import Family
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.titles import fill_pattern, title_of

_PLACEHOLDER = "xspecialtyx"  # a word that no title has
_MAX_WORDS = 9  # of which every choice is looked up; of more words, all names are looked at
_MAX_READINGS = 8  # of a name: slashes and abbreviations may be read in several ways


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
        self.keys = profile_keys(ladder)
        self.reader = TitleReader(self.words, codes_in_titles(ladder))
        self.vocabulary = LadderWords(self.words)
        self.names: dict[Core, list[FamilyName]] = {}
        self.titles: dict[Core, list[ProfileTitle]] = {}
        self.families: dict[str, FamilyTitles] = {}
        self.families_by_word: dict[str, set[str]] = {}  # ids, by words of names and functions
        self.families_by_code: dict[str, set[str]] = {}
        self._names_read = 0
        self._hits: dict[Core, Mapping[str, FamilyHit]] = {}
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
        self._note_families()
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

    def title_hits(self, core: Core) -> Mapping[str, FamilyHit]:
        """Return the families that have titles of just these words, by their ids."""
        found = self._hits.get(core)
        if found is None:
            titles: dict[str, list[ProfileTitle]] = {}
            for title in self.titles.get(core, ()):
                titles.setdefault(title.family.id, []).append(title)
            found = {
                family: FamilyHit(
                    its[0].family, tuple(its), (), frozenset(one.ranks for one in its)
                )
                for family, its in titles.items()
            }
            if found:
                self._hits[core] = found
        return found

    def names_within(self, core: Core) -> list[FamilyName]:
        """Return the names of which all words are among some words, in the order of the ladder."""
        if len(core) > _MAX_WORDS:
            found = [one for its, names in self.names.items() if its <= core for one in names]
        else:
            words = sorted(core)
            sizes = range(1, len(words) + 1)
            parts = (frozenset(each) for size in sizes for each in combinations(words, size))
            found = [one for part in parts for one in self.names.get(part, ())]
        return sorted(found, key=attrgetter("place"))

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

    def _note_families(self) -> None:
        """Note the families by their words and codes, for departments."""
        for family, known in self.families.items():
            for word in known.words:
                self.families_by_word.setdefault(word, set()).add(family)
            for code in known.codes:
                self.families_by_code.setdefault(code, set()).add(family)

    def _add_name(self, known: FamilyTitles, kind: NameKind, text: str) -> None:
        for read, core in self._readings(text):
            if not core:
                continue
            self._names_read += 1
            name = FamilyName(known.family, kind, text, read.rank_names, core, self._names_read)
            self.names.setdefault(core, []).append(name)
            known.names.append(name)
            known.words |= core
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
