"""The words of a ladder's titles, and which of them a word of another title may mean."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from laddereditor.compare.titles.title_words import Keys, TitleWords, folded_word, words_in
from laddereditor.model.occupations.codes import onet_titles

_SHORTEST_TYPO, _LONG_WORD = 5, 8  # letters from which a word may have one slip, and two
_ACRONYM = (2, 5)  # letters
_SHORTEST_SOFT = 4  # letters that are left of a word without its ending
_SOFT_ENDINGS = ("ing", "er")


class LadderWords:
    """The words that a ladder's names and titles consist of."""

    def __init__(self, words: TitleWords) -> None:
        self._words = words
        self.known: set[str] = set()  # keys
        self._together: dict[str, Keys] = {}  # two words written as one -> the two
        self._acronyms: dict[str, set[Keys]] = {}
        self._soft: dict[str, set[str]] = {}
        self._spellings: dict[str, str] = {}  # of long words: as they are written -> key
        self._corrected: dict[str, str] = {}
        self._added: set[tuple[Keys, bool]] = set()  # as they are written

    def add(self, texts: Sequence[str], *, is_name: bool = True) -> None:
        """Note the words of a name or a title, in their order.

        Args:
            texts: The words.
            is_name: Whether they follow each other in a name, so that they may be abbreviated.
        """
        added = tuple(texts), is_name
        if added in self._added:
            return
        self._added.add(added)
        keys = tuple(self._words.key(text) for text in texts)
        self.known.update(keys)
        self._add_spellings(texts)
        if not is_name:
            return
        for first, second in pairwise(keys):
            self._together.setdefault(first + second, (first, second))
        for start in range(len(keys)):
            for end in range(start + 2, min(len(keys), start + _ACRONYM[1]) + 1):
                short = "".join(word[0] for word in keys[start:end])
                self._acronyms.setdefault(short, set()).add(keys[start:end])

    def finish(self) -> None:
        """Prepare what depends on all words."""
        for word in self.known:
            self._soft.setdefault(self.soft(word), set()).add(word)
        self._add_spellings(self._words.rank_texts)
        self._added.clear()

    def _add_spellings(self, texts: Iterable[str]) -> None:
        for text in texts:
            if len(text) >= _SHORTEST_TYPO:
                self._spellings.setdefault(folded_word(text), self._words.key(text))

    def meanings(self, word: str) -> tuple[Keys, ...]:
        """Return what an abbreviation of the language may mean, () for another word."""
        return self._words.abbreviations.get(folded_word(word), ())

    def acronym(self, word: str) -> tuple[Keys, ...]:
        """Return the words of the ladder that a word is the initials of: SRE."""
        folded = folded_word(word)
        if not _ACRONYM[0] <= len(folded) <= _ACRONYM[1]:
            return ()
        return tuple(sorted(self._acronyms.get(folded, ())))

    def parts(self, key: str) -> Keys:
        """Return two words of the ladder that are written as one, () if they are not."""
        return self._together.get(key, ())

    def soft(self, key: str) -> str:
        """Return a word without its ending, so that Engineering and Developer are alike."""
        word = self._words.same.get(key, key)
        while True:
            ending = next((one for one in _SOFT_ENDINGS if word.endswith(one)), "")
            if not ending or len(word) - len(ending) < _SHORTEST_SOFT:
                return word
            word = word[: -len(ending)]

    def alike(self, key: str) -> frozenset[str]:
        """Return the words of the ladder for the same work: developer, engineering, engineer."""
        return frozenset(self._soft.get(self.soft(key), ())) - {key}

    def corrected(self, word: str) -> str:
        """Return the key of the word that a word is a slip of, "" for no word.

        Words of the ladder and of ranks are considered.
        """
        folded = folded_word(word)
        if len(folded) < _SHORTEST_TYPO or folded in known_words():
            return ""
        if folded not in self._corrected:
            self._corrected[folded] = self._nearest(folded)
        return self._corrected[folded]

    def _nearest(self, folded: str) -> str:
        """Return the key of the nearest word that begins alike, "" if two are as near."""
        slips = 2 if len(folded) >= _LONG_WORD else 1
        found = process.extract(
            folded, self._spellings.keys(), scorer=OSA.distance, score_cutoff=slips, limit=4
        )
        near = [(distance, word) for word, distance, _ in found if word[0] == folded[0]]
        least = min(near, default=(0, ""))[0]
        keys = {self._spellings[word] for distance, word in near if distance == least}
        return keys.pop() if len(keys) == 1 else ""


@cache
def known_words() -> frozenset[str]:
    """Return words of occupations, which are not slips of others: “banker” is not “baker”."""
    return frozenset(_folded(onet_titles().values()))


def _folded(titles: Iterable[str]) -> Iterable[str]:
    for title in titles:
        for word in words_in(title):
            folded = folded_word(word)
            yield folded
            yield folded.removesuffix("s")
