"""The words by which a rewording is judged, and what they find in a text."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from laddereditor.align.tokens import words
from laddereditor.model.spacing import single_spaced

ScaleStep = tuple[int, int]  # scale and step
VerbStep = tuple[int, str]  # step and words
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
GAP = "…"  # stands for the words between the two halves of a verb
_STEM = 3  # letters that a stem has at least
_SKIPPED = 2  # words that may precede the verb of a statement


@dataclass(frozen=True, slots=True, eq=False)
class JudgingWords:
    """The words of one language."""

    scales: tuple[str, ...]
    # for each scale, the step of a text that says nothing on it
    default_steps: tuple[float | None, ...]
    reach: int  # the scale of reach
    steps: Mapping[str, ScaleStep]  # phrase -> where it is
    verbs: tuple[tuple[re.Pattern[str], int], ...]  # of what a statement begins with, longest first
    groups: Mapping[str, set[int]]  # word or stem -> the groups of words that ask for the same
    # phrases, and for each the word that stands for it
    synonyms: tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]
    persons: frozenset[str]  # stems
    needs: frozenset[str]  # stems
    listed: Mapping[str, frozenset[str]]  # the other lists
    numbers: Mapping[str, str]
    irregular: Mapping[str, str]
    endings: tuple[str, ...]
    _phrase: re.Pattern[str]
    _nothing: re.Pattern[str]
    _ability: re.Pattern[str]

    @property
    def fillers(self) -> frozenset[str]:
        """Words that can come and go without changing what is asked."""
        return self.listed["fillers"]

    @property
    def turns(self) -> frozenset[str]:
        """Words that can turn the meaning round."""
        return self.listed["turns"]

    @property
    def negations(self) -> frozenset[str]:
        """Words that deny."""
        return self.listed["negations"]

    @property
    def examples(self) -> frozenset[str]:
        """What begins an example."""
        return self.listed["examples"]

    @property
    def more(self) -> frozenset[str]:
        """What begins something further that is asked for."""
        return self.listed["more"]

    @property
    def purpose(self) -> frozenset[str]:
        """What begins a purpose."""
        return self.listed["purpose"]

    @property
    def narrow(self) -> frozenset[str]:
        """What begins words that make a demand smaller."""
        return self.listed["narrow"]

    @property
    def wide(self) -> frozenset[str]:
        """What begins words that make a demand larger."""
        return self.listed["wide"]

    @property
    def at_most(self) -> frozenset[str]:
        """What is before a number that asks for more if it is smaller."""
        return self.listed["at_most"]

    @property
    def least(self) -> frozenset[str]:
        """What is before a least number."""
        return self.listed["least"]

    @property
    def limits(self) -> frozenset[str]:
        """What is before a limit that asks for more if it is larger."""
        return self.listed["limits"]

    @property
    def pronouns(self) -> frozenset[str]:
        """Words for persons named before."""
        return self.listed["pronouns"]

    @property
    def articles(self) -> frozenset[str]:
        """Articles, with and without a definite meaning."""
        return self.listed["articles"]

    @property
    def ones(self) -> frozenset[str]:
        """Articles and words for one."""
        return self.listed["ones"]

    @property
    def inflections(self) -> frozenset[str]:
        """Endings of person, tense and number."""
        return self.listed["inflections"]

    def stem(self, word: str) -> str:
        """Return a word without its ending, as long as three letters remain."""
        return _stem(self, word)

    def numbers_in(self, text: str, *, with_ones: bool = False) -> list[tuple[str, int]]:
        """Return the numbers of a text, in figures, each with its place."""
        found = []
        for match in re.finditer(r"\d+(?:[.,:/]\d+)*|\w+", text):
            word = match.group().casefold()
            if _NUMBER.fullmatch(word):
                found.append((word, match.start()))
            elif word in self.numbers or (with_ones and word in self.ones):
                found.append((self.numbers.get(word, "1"), match.start()))
        return found

    def read(self, text: str) -> "ReadText":
        """Return the features of a text that these words define; they must not be changed."""
        return _read(self, text)

    def features(self, text: str) -> "ReadText":
        """Return the same as `read`, without looking for what is known already."""
        plain = single_spaced(text.casefold())
        said_words = tuple(words(plain))
        plain, verb = self._verb(self._without_ability(plain))
        for phrase, marks in self.synonyms:
            plain = phrase.sub(partial(_marked, marks), plain)
        hits: Counter[ScaleStep] = Counter()
        words_of: dict[ScaleStep, str] = {}

        def note(match: re.Match[str]) -> str:
            hit = self.steps[match.group()]
            hits[hit] += 1
            words_of.setdefault(hit, match.group())
            return " "

        rest = self._nothing.sub(" ", self._phrase.sub(note, plain))
        left = [self.numbers.get(word, word) for word in words(rest)]
        content = Counter(word for word in left if self._has_meaning(word))
        head = next((word for word in words(plain) if word in content), "")
        return ReadText(
            hits,
            words_of,
            content,
            Counter(word for word in left if word in self.turns),
            Counter(word for word in said_words if word in self.ones),
            tuple(value for value, _ in self.numbers_in(text)),
            said_words,
            verb,
            head,
        )

    def with_one_ability(self, before: str, after: str) -> tuple[str, str]:
        """Return two texts without “can”, if one of them says the same by a longer phrase."""
        if not any(self._ability.search(text.casefold()) for text in (before, after)):
            return before, after
        choice = "|".join(self.listed["can"]) or "(?!)"
        can = re.compile(rf"(?<!\w)(?:{choice})(?!\w)", re.IGNORECASE)
        return can.sub(" ", before), can.sub(" ", after)

    def _without_ability(self, plain: str) -> str:
        return self._ability.sub(" ", plain)

    def _verb(self, plain: str) -> tuple[str, VerbStep | None]:
        """Return a text without the verb that it begins with, and the verb."""
        start = 0
        for _ in range(_SKIPPED + 1):
            for pattern, step in self.verbs:
                if match := pattern.match(plain, start):
                    rest = plain[:start] + " ".join(filter(None, match.groups())) + " "
                    verb_words = match.group()
                    for middle in filter(None, match.groups()):
                        verb_words = verb_words.replace(middle, f" {GAP} ", 1)
                    return rest + plain[match.end() :], (step, single_spaced(verb_words))
            word = re.compile(r"\s*[^\s,]+\s+").match(plain, start)
            if word is None or word.group().strip() not in self.skipped:
                break
            start = word.end()
        return plain, None

    @property
    def skipped(self) -> frozenset[str]:
        """Words that may precede the verb of a statement."""
        return self.listed["skipped"]

    def _has_meaning(self, word: str) -> bool:
        known = word in self.fillers or word in self.turns or word in self.pronouns
        return not known and not _NUMBER.fullmatch(word)


@dataclass(frozen=True, slots=True, eq=False)
class ReadText:
    """The features of a text: its scale words, numbers and other words."""

    hits: Counter[ScaleStep]
    words_of: Mapping[ScaleStep, str]  # the words for each hit
    content: Counter[str]
    turns: Counter[str]
    ones: Counter[str]
    numbers: tuple[str, ...]
    words: tuple[str, ...]
    verb: VerbStep | None  # that the text begins with, if it is listed
    head: str  # the first word that says something

    @property
    def size(self) -> int:
        """How many words say something."""
        return self.content.total()


@lru_cache(maxsize=16384)
def _stem(listed: JudgingWords, word: str) -> str:
    return stem_of(word, listed.endings, listed.irregular)


@lru_cache(maxsize=4096)
def _read(listed: JudgingWords, text: str) -> ReadText:
    return listed.features(text)


def stem_of(word: str, endings: Iterable[str], irregular: Mapping[str, str]) -> str:
    """Return a word without the longest of some endings, as long as three letters remain.

    Args:
        word: The word, in lower case.
        endings: The endings, longest first.
        irregular: Words with the form that stands for them.
    """
    word = irregular.get(word, word)
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word


def _marked(marks: Mapping[str, str], match: re.Match[str]) -> str:
    """Return the word that stands for a phrase, with what is between its two halves."""
    mark = marks.get(match.group()) or marks[""]
    return f" {mark} {match.group(1) if match.lastindex else ''} "
