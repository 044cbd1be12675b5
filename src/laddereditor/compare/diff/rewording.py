"""Judge whether a reworded text asks for more, for less, or for the same in other words.

A small word list decides, and only if it is sure: if other words changed too, the effect is
unknown. The list (`resources/words/effects.yaml`) and the rules are the program's own; on the
labelled ladders of `tests/compare/labelled` they must never state an effect that a reader denies.
A slip of the pen is found by its optimal string alignment distance (Damerau 1964, restricted): one
edit, or two in words of at least eight letters.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from laddereditor.align.tokens import bare
from laddereditor.align.words import word_marks
from laddereditor.compare.diff.change import Bump, Effect
from laddereditor.compare.diff.effect_words import JudgingWords, TextFeatures, judging_words


@dataclass(frozen=True, slots=True)
class Judgement:
    """The effect of a change on people, the reason, and the version step."""

    effect: Effect
    reason: str
    bump: Bump


def raises(reason: str) -> Judgement:
    """Return the judgement that something new is required."""
    return Judgement("raises", reason, "major")


def lowers(reason: str) -> Judgement:
    """Return the judgement that less is required."""
    return Judgement("lowers", reason, "minor")


def clarifies(reason: str) -> Judgement:
    """Return the judgement that the same is said more clearly."""
    return Judgement("clarifies", reason, "minor")


def typo(reason: str) -> Judgement:
    """Return the judgement that only the writing was corrected."""
    return Judgement("clarifies", reason, "patch")


def unclear(reason: str) -> Judgement:
    """Return the judgement that the effect is unknown, which counts as a major step."""
    return Judgement("unclear", reason, "major")


def neutral(reason: str, bump: Bump = "patch") -> Judgement:
    """Return the judgement that nothing else is required."""
    return Judgement("neutral", reason, bump)


SAME_WRITING = "case, spaces or punctuation only"
_PLURALS = ("s", "es", "n", "en", "e", "er")
_UNKNOWN = "other words; it is unknown whether they ask for more"


@lru_cache(maxsize=4096)
def reworded(before: str, after: str, language: str) -> Judgement:
    """Return the effect of a rewording on people, judged by the words of a language.

    Args:
        before: The old text.
        after: The new text.
        language: The language of the ladder, such as `de-CH`; "" means English.
    """
    listed = judging_words(language)
    old, new = listed.read(before), listed.read(after)
    if bare(before) == bare(after) and old.numbers == new.numbers:
        return typo(SAME_WRITING)
    if old.numbers != new.numbers:
        return _number(listed, before, after, old, new)
    if not listed.scales:
        return _spelled(old, new) or unclear("there is no word list for this language")
    ways = _ways(listed, old, new)
    if ways:
        removed, added = _unlike(old.content - new.content, new.content - old.content)
        lost, got = old.turns - new.turns, new.turns - old.turns
        more = set(listed.more)
        return _by_scales(
            ways, {*removed, *lost, *(got.keys() - more)}, {*added, *got, *(lost.keys() - more)}
        )
    return _spelled(old, new) or _by_additions(listed, before, after, old, new)


def cut_otherwise(before: str, after: str, language: str) -> bool:
    """Whether two texts are the same apart from joining words such as “and”.

    Args:
        before: The old text.
        after: The new text.
        language: The ladder's language (BCP 47), whose list of joining words is used.
    """
    listed = judging_words(language)
    old, new = listed.read(before), listed.read(after)
    joining = set(listed.more)
    return (
        old.content.keys() == new.content.keys()
        and old.hits.keys() == new.hits.keys()
        and sorted(old.numbers) == sorted(new.numbers)
        and old.turns.keys() - joining == new.turns.keys() - joining
    )


def _number(
    listed: JudgingWords, before: str, after: str, old: TextFeatures, new: TextFeatures
) -> Judgement:
    same = old.content == new.content and old.hits == new.hits and old.turns == new.turns
    if not (same and len(old.numbers) == len(new.numbers) == 1):
        return unclear("a number changed")
    reason = f"{old.numbers[0]} → {new.numbers[0]}"
    least = listed.is_least(before) and listed.is_least(after)
    if not (least and old.numbers[0].isdigit() and new.numbers[0].isdigit()):
        return unclear(f"a number changed: {reason}")
    return raises(reason) if int(new.numbers[0]) > int(old.numbers[0]) else lowers(reason)


def _ways(listed: JudgingWords, old: TextFeatures, new: TextFeatures) -> list[tuple[int, str]]:
    """Return, for each scale on which the texts differ, the direction (1 or -1) and the words."""
    lost, got = old.hits - new.hits, new.hits - old.hits
    found = []
    for scale in sorted({scale for scale, _ in [*lost, *got]}):
        one = max((step for held, step in lost if held == scale), default=None)
        other = max((step for held, step in got if held == scale), default=None)
        words = (_word_at(old, scale, one), _word_at(new, scale, other))
        one = listed.unsaid[scale] if one is None else one
        other = listed.unsaid[scale] if other is None else other
        if one is None or other is None:
            if (words[0] or words[1]) in listed.fillers:  # an article rather than a number
                continue
            found.append((0, f"“{words[0] or words[1]}”"))
        elif one != other:
            way = 1 if other > one else -1
            found.append((way, " → ".join(f"“{word}”" if word else "unsaid" for word in words)))
    return found


def _word_at(read: TextFeatures, scale: int, step: int | None) -> str:
    return read.words_of.get((scale, step), "") if step is not None else ""


def _unlike(removed: Counter[str], added: Counter[str]) -> tuple[set[str], set[str]]:
    """Return the removed and added words, without those that only changed their number."""
    plurals = {
        (one, other)
        for one in removed
        for other in added
        for short, long in ((one, other), (other, one))
        if long in {short + ending for ending in _PLURALS}
    }
    return removed.keys() - {one for one, _ in plurals}, added.keys() - {one for _, one in plurals}


def _by_scales(ways: list[tuple[int, str]], removed: set[str], added: set[str]) -> Judgement:
    reason = ", ".join(words for _, words in ways)
    signs = {way for way, _ in ways}
    if signs == {1} and not removed:
        return raises(reason)
    if signs == {-1} and not added:
        return lowers(reason)
    if signs == {1, -1}:
        return unclear(f"more in one way, less in another: {reason}")
    if 0 in signs:
        return unclear(f"{reason} was added or removed; it is unknown whether that asks for more")
    return unclear(f"{reason}, and other words changed, too")


def _spelled(old: TextFeatures, new: TextFeatures) -> Judgement | None:
    """Return the judgement that only the spelling of one word changed, or None."""
    old_items, new_items = Counter(old.words), Counter(new.words)
    removed, added = old_items - new_items, new_items - old_items
    if old.turns != new.turns or old.hits != new.hits or removed.total() != 1 or added.total() != 1:
        return None
    one, other = next(iter(removed)), next(iter(added))
    if {one, other} == {shorter := min(one, other, key=len), f"{shorter}s"}:
        # "manage" and "manages" is grammar at the head of a statement; elsewhere, "project" and
        # "projects" may be one or many.
        return typo(f"spelling: “{one}” → “{other}”") if old.words[0] == one else None
    most = 2 if min(len(one), len(other)) >= 8 else 1
    alike = min(len(one), len(other)) >= 4 and one[:2] == other[:2]
    if alike and OSA.distance(one, other) <= most:
        return typo(f"spelling: “{one}” → “{other}”")
    return None


def _by_additions(
    listed: JudgingWords, before: str, after: str, old: TextFeatures, new: TextFeatures
) -> Judgement:
    removed, added = old.content - new.content, new.content - old.content
    if not removed and not added:
        if old.turns == new.turns:
            return clarifies("the same in a few other words")
        return unclear(_UNKNOWN)
    if removed and added:
        return unclear(_UNKNOWN)
    runs = [mark.text for mark in word_marks(before, after) if mark.kind != "same"]
    kinds = {_kind_of_run(listed, run) for run in runs if any(map(str.isalnum, run))}
    if kinds == {"example"}:
        return clarifies("an example added" if added else "an example taken out")
    if kinds == {"more"}:
        text = " ".join(" ".join(runs).split())
        return raises(f"“{text}” added") if added else lowers(f"“{text}” taken out")
    return unclear("words added" if added else "words taken out")


def _kind_of_run(listed: JudgingWords, run: str) -> str:
    plain = re.sub(r"^[\s,;:–—-]+", "", run.casefold())
    if plain.startswith("(") or _begins(plain.lstrip("("), listed.examples):
        return "example"
    return "more" if _begins(plain, listed.more) else ""


def _begins(text: str, phrases: tuple[str, ...]) -> bool:
    return any(re.match(rf"{re.escape(phrase.casefold())}(?!\w)", text) for phrase in phrases)
