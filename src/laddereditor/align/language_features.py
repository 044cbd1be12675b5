"""The features of a statement: its words and parts of words, each with a weight.

The weights and lengths here are the program's own, chosen on the labelled lists of
`tests/align/labelled`. The list of endings is short and serves several languages; it is
not a published stemmer.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from laddereditor.align.common_words import GENERAL, LINKING
from laddereditor.align.tokens import bare, is_unspaced, words

Features = dict[str, float]  # part of a word -> weight

_LONG_WORD = 9  # letters from which a word counts by its parts
_PART = 5  # letters of a part
_GENERAL_WEIGHT = 0.3
_EVEN_GENERAL_WEIGHT = 0.5
_HEAD = 2.0  # words from the start of a statement that count in full
_TAIL = 0.2  # how fast words after them lose weight
# Texts that one is compared with if there are very many; a limit for speed (docs/speed.md).
_LIKELY = 64
_ENDINGS = ("ings", "ly", "ing", "ies", "ed", "es", "en", "er", "e", "s", "y")


WordIndex = dict[
    str, list[tuple[int, float]]
]  # part of a word -> the texts that have it, with its weight there


@lru_cache(maxsize=8192)
def features(text: str) -> Features:
    """Return the features of a text; the caller must not change them.

    The subject of a statement is at its start, so words have less weight towards its end.
    """
    found: Features = {}
    weight_so_far = 0.0
    last = ""
    for word in _distinctive(words(text)):
        place = 1.0 / (1.0 + _TAIL * max(0.0, weight_so_far - _HEAD))
        for part, weight in _parts(word):
            found[part] = found.get(part, 0.0) + weight * place
            weight_so_far += weight
        sign = word if is_unspaced(word) else ""
        if sign and last:
            found[last + sign] = found.get(last + sign, 0.0) + 0.5 * place
        last = sign
    if found:
        found[f"={bare(text)}"] = 0.0  # so that texts with other spaces between words still match
    return found


@lru_cache(maxsize=8192)
def even_features(text: str) -> Features:
    """Return the features of a text with equal weights for all places and lengths of words.

    The features are in the order of the text.
    """
    found: Features = {}
    for word in _distinctive(words(text)):
        parts = _parts(word)
        weight = (_EVEN_GENERAL_WEIGHT if word in GENERAL else 1.0) / len(parts)
        for part, _ in parts:
            found[part] = found.get(part, 0.0) + weight
    return found


def spelled(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the words of a text, each with the parts that are its features."""
    return [(word, tuple(part for part, _ in _parts(word))) for word in words(text)]


def indexed(texts: Mapping[int, Features]) -> WordIndex:
    """Return for each part of a word the texts that have it."""
    index: WordIndex = {}
    for place, known in texts.items():
        for part, weight in known.items():
            index.setdefault(part, []).append((place, weight))
    return index


def shared(known: Features, index: WordIndex) -> dict[int, float]:
    """Return the weight of the common features of a text with each other text, if any."""
    weights: dict[int, float] = {}
    for part, weight in known.items():
        for place, other in index.get(part, ()):
            weights[place] = weights.get(place, 0.0) + (weight if weight < other else other)  # noqa: FURB136 (a call to min takes twice the time)
    return weights


def shared_rarely(known: Features, index: WordIndex, texts: Sequence[Features]) -> dict[int, float]:
    """Return the same as `shared`, for at most `_LIKELY` texts: those that share a rare part.

    Parts are looked up from the rarest on, because common parts do not distinguish texts.

    Args:
        known: The features of the text that is looked up.
        index: The parts with the texts that have them.
        texts: The features of the indexed texts.

    Returns:
        The weight in common with each text, by its index.
    """
    likely: dict[int, float] = {}
    looked_at = 0
    for part in sorted(known, key=lambda one: (len(index.get(one, ())), one)):
        there = index.get(part, ())
        looked_at += len(there)
        if looked_at > _LIKELY:
            break
        likely.update(dict.fromkeys((place for place, _ in there), 0.0))
    return {place: _in_common(known, texts[place]) for place in likely}


def _in_common(known: Features, other: Features) -> float:
    return sum(min(weight, other[part]) for part, weight in known.items() if part in other)


def _distinctive(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the words that only connect the sentence, if there are others."""
    return tuple(word for word in words if word not in LINKING) or words


@lru_cache(maxsize=16384)
def _parts(word: str) -> tuple[tuple[str, float], ...]:
    """Return the parts that are a word's features, and the weight of each.

    A long word counts by its parts, so that it still matches with another ending, or with another
    half of a compound word. It has more weight, because it says more.
    """
    if is_unspaced(word):
        return ((word, 0.15 if "\u3040" <= word <= "\u309f" else 0.4),)
    weight = _GENERAL_WEIGHT if word in GENERAL else 1.0
    root = stem(word)
    if len(root) < _LONG_WORD:
        return ((root, weight),)
    weight *= max(1.0, len(root) / 12)
    parts = [root[start : start + _PART] for start in range(len(root) - _PART + 1)]
    return tuple((part, weight / len(parts)) for part in parts)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Remove inflectional endings, as long as four letters remain."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
