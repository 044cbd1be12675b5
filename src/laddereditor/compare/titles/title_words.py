"""What words of titles mean in a language: ranks, abbreviations, words for the same work.

The lists are in `resources/words/titles.yaml`. Titles are read with the words of the ladder's
language and of English together.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from laddereditor.assets import word_list

Keys = tuple[str, ...]  # words as they are compared

_ENGLISH = "en"
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe"})
_PLURAL_ES = ("ches", "shes", "sses", "xes")
_NO_PLURAL = ("ss", "us", "is", "as", "os")
_SHORTEST_PLURAL = 4  # letters from which a last s is taken as a plural
_SHORTEST_MENT = 9  # letters of “recruitment”, which is compared with “recruiting”
_WORD = re.compile(r"\b[^\W_]&[^\W_]\b|[^\W_]+(?:['’]s\b)?[+#]*")  # R&D, driver's, C++


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The words of one language and of English; the words themselves are keys, see `key`."""

    ranks: Mapping[Keys, str]  # words -> the name of the rank
    leading: frozenset[str]  # names of ranks
    alike: tuple[frozenset[str], ...]  # groups of ranks
    abbreviations: Mapping[str, tuple[Keys, ...]]  # a word -> what it may mean
    same: Mapping[str, str]  # a word -> the word that is used for all of its group
    linking: frozenset[str]
    step: frozenset[str]
    feminine: tuple[tuple[str, str], ...]  # endings, longest first
    has_compounds: bool
    longest_rank: int  # in words
    rank_texts: tuple[str, ...]  # the ranks of one word, as they are written
    _keys: dict[str, str] = field(default_factory=dict, repr=False, compare=False)  # by word

    def key(self, word: str) -> str:
        """Return a word as it is compared: no case, accents, plural or form for women."""
        known = self._keys.get(word)
        if known is None:
            known = self._keys[word] = self._key(word)
        return known

    def _key(self, word: str) -> str:
        folded = folded_word(word).removesuffix("'s").removesuffix("’s")
        if self.feminine:
            folded = self._for_both(folded)
        if folded.endswith("ment") and len(folded) >= _SHORTEST_MENT:
            return f"{folded[:-4]}ing"
        if folded.endswith("or"):
            return f"{folded[:-2]}er"  # adviser, advisor
        if folded.endswith("ies") and len(folded) > _SHORTEST_PLURAL:
            return f"{folded[:-3]}y"
        if folded.endswith(_PLURAL_ES):
            return folded[:-2]
        if folded.endswith("s") and not folded.endswith(_NO_PLURAL):
            return folded[:-1] if len(folded) >= _SHORTEST_PLURAL else folded
        return folded

    def _for_both(self, word: str) -> str:
        for ending, other in self.feminine:
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return word[: -len(ending)] + other
        return word


def folded_word(word: str) -> str:
    """Return a word without case and accents; umlauts as two letters."""
    folded = word.casefold().translate(_LETTERS)
    if folded.isascii():
        return folded
    plain = unicodedata.normalize("NFKD", folded)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def words_in(text: str) -> list[str]:
    """Return the words of a text as they are written."""
    return _WORD.findall(text)


def words_for(language: str) -> TitleWords:
    """Return the words for titles of a ladder.

    Args:
        language: The ladder's language, such as `de-AT`; one without a list has English alone.
    """
    short = language.casefold().replace("_", "-").partition("-")[0]
    lists: Mapping[str, Any] = word_list_of_titles()
    return _title_words(short if short in lists else _ENGLISH)


@cache
def word_list_of_titles() -> Mapping[str, Mapping[str, Any]]:
    """Return the lists of all languages."""
    found: Mapping[str, Mapping[str, Any]] = word_list("titles")
    return found


@cache
def _title_words(language: str) -> TitleWords:
    names = (_ENGLISH,) if language == _ENGLISH else (_ENGLISH, language)
    lists = [word_list_of_titles()[name] for name in names]
    endings = [(ending, other) for one in lists for ending, other in one.get("feminine", ())]
    endings.sort(key=lambda pair: -len(pair[0]))
    empty = TitleWords(
        {}, frozenset(), (), {}, {}, frozenset(), frozenset(),
        tuple((folded_word(ending), folded_word(other)) for ending, other in endings), False, 1, (),
    )  # fmt: skip
    ranks: dict[Keys, str] = {}
    abbreviations: dict[str, list[Keys]] = {}
    same: dict[str, str] = {}
    for one in lists:
        for name, texts in one["ranks"].items():
            ranks.update((_keys(empty, text), name) for text in texts)
        for short, meanings in one["abbreviations"].items():
            known = abbreviations.setdefault(folded_word(short), [])
            known.extend(_keys(empty, text) for text in meanings)
        for group in one.get("same", ()):
            same.update((empty.key(word), empty.key(group[0])) for word in group)
    return TitleWords(
        ranks=ranks,
        leading=_joined(lists, "leading"),
        alike=tuple(frozenset(group) for one in lists for group in one.get("alike", ())),
        abbreviations={short: tuple(found) for short, found in abbreviations.items()},
        same=same,
        linking=frozenset(map(folded_word, _joined(lists, "linking"))),
        step=frozenset(map(folded_word, _joined(lists, "step"))),
        feminine=empty.feminine,
        has_compounds=any(one.get("compounds", False) for one in lists),
        longest_rank=max(len(words) for words in ranks),
        rank_texts=tuple(
            text
            for one in lists
            for texts in one["ranks"].values()
            for text in texts
            if len(words_in(text)) == 1
        ),
    )


def _keys(words: TitleWords, text: str) -> Keys:
    return tuple(words.key(word) for word in words_in(text))


def _joined(lists: Iterable[Mapping[str, Any]], name: str) -> frozenset[str]:
    return frozenset(word for one in lists for word in one.get(name, ()))
