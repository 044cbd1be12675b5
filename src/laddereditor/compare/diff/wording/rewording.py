"""Judge whether a reworded text asks for more, for less, or for the same in other words.

Word lists decide (`resources/words/effects.yaml`), and only if they are sure: if other words
changed too, the effect is unknown. The lists and the rules are the program's own; on the labelled
ladders of `tests/compare/labelled` they must never state an effect that a reader denies.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from laddereditor.align.tokens import bare
from laddereditor.compare.diff.changes.change import BumpOrNone, Concern, Effect
from laddereditor.compare.diff.wording.effect_word_lists import judging_words
from laddereditor.compare.diff.wording.effect_words import JudgingWords, ReadText
from laddereditor.compare.diff.wording.number_changes import number_signs
from laddereditor.compare.diff.wording.sign import UNKNOWN, Sign
from laddereditor.compare.diff.wording.word_forms import slips, without_slips
from laddereditor.compare.diff.wording.word_runs import without_clear_runs
from laddereditor.compare.diff.wording.word_signs import (
    changes_owner,
    negation_signs,
    scale_signs,
    unrelated,
    verb_sign,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The effect of a change on people, the reason, and the version step."""

    effect: Effect
    reason: str
    bump: BumpOrNone
    concerns: Concern = ""


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


def neutral(reason: str, bump: BumpOrNone = "patch") -> Judgement:
    """Return the judgement that nothing else is required."""
    return Judgement("neutral", reason, bump)


def concerning(concern: Concern, reason: str, bump: BumpOrNone = "minor") -> Judgement:
    """Return the judgement that nothing else is required, but that people have to know.

    Args:
        concern: What it is about.
        reason: The same in words, which are shown where another change has its effect.
        bump: The version step.
    """
    return Judgement("neutral", reason, bump, concern)


SAME_WRITING = "case, spaces or punctuation only"
_OTHER_WORDS = "other words; it is unknown whether they ask for more"
# Share of the words that stayed from which another verb decides, although others changed.
_MOSTLY = 0.5
_QUOTED = re.compile("“([^”]+)”")


@lru_cache(maxsize=4096)
def reworded(before: str, after: str, language: str) -> Judgement:
    """Return the effect of a rewording on people, judged by the words of a language.

    Args:
        before: The old text.
        after: The new text.
        language: The language of the ladder, such as `de-CH`; "" means English.
    """
    listed = judging_words(language)
    corrected = corrected_writing(listed, before, after)
    if corrected is not None:
        return corrected
    if not listed.scales:
        return unclear("there is no word list for this language")
    judged = _by_words(listed, without_slips(before), without_slips(after))
    return replace(judged, reason=_as_written(judged.reason, f"{after}\n{before}"))


def _as_written(reason: str, texts: str) -> str:
    """Return a reason whose quoted words have the capitals that they have in the texts."""

    def quoted(found: re.Match[str]) -> str:
        place = texts.lower().find(found[1])
        return f"“{texts[place : place + len(found[1])]}”" if place >= 0 else found[0]

    is_same_length = len(texts.lower()) == len(texts)
    return _QUOTED.sub(quoted, reason) if is_same_length else reason


def corrected_writing(listed: JudgingWords, before: str, after: str) -> Judgement | None:
    """Return the judgement that only the writing was corrected; None if more changed.

    Args:
        listed: The words of the language.
        before: The old text.
        after: The new text.
    """
    one, other = without_slips(before), without_slips(after)
    if bare(one) == bare(other) and listed.numbers_in(one) == listed.numbers_in(other):
        return typo(SAME_WRITING if bare(before) == bare(after) else "a slip of the pen")
    written = slips(listed, one, other)
    if not written:
        return None
    pairs = ", ".join(f"“{old}” → “{new}”" for old, new in written)
    return typo(f"spelling: {pairs}")


def differ_only_in_joining_words(before: str, after: str, language: str) -> bool:
    """Whether two texts are the same apart from joining words such as “and”.

    Args:
        before: The text before.
        after: The text after.
        language: The language of both, such as `en`.
    """
    listed = judging_words(language)
    old, new = listed.read(before), listed.read(after)
    removed, added = unrelated(listed, old, new)
    return (
        not (removed or added)
        and old.hits.keys() == new.hits.keys()
        and sorted(old.numbers) == sorted(new.numbers)
        and old.turns.keys() - set(listed.more) == new.turns.keys() - set(listed.more)
    )


def _by_words(listed: JudgingWords, before: str, after: str) -> Judgement:
    before, after = listed.with_one_ability(before, after)
    old, new = listed.read(before), listed.read(after)
    if _is_rearranged(listed, old, new):
        return clarifies("the same in other words")
    before, after, signs = without_clear_runs(listed, before, after)
    old, new = listed.read(before), listed.read(after)
    signs += number_signs(listed, before, after)
    if signs and any(sign.way == UNKNOWN for sign in signs):
        return unclear(", ".join(sign.reason for sign in signs if sign.way == UNKNOWN))
    removed, added = unrelated(listed, old, new)
    verb = verb_sign(old, new, removed, added)
    signs += [verb] if verb else []
    signs += scale_signs(listed, old, new) + negation_signs(listed, old, new)
    lost, got = (set(each) for each in (old.turns - new.turns, new.turns - old.turns))
    more = set(listed.more) | listed.negations
    kept = 1 - max(len(removed) / max(1, old.size), len(added) / max(1, new.size))
    decided = kept >= _MOSTLY and (verb is not None or changes_owner(listed, old, new))
    return _decided(
        signs,
        () if decided else (*removed, *(lost - more)),
        () if decided else (*added, *(got - more)),
    )


def _is_rearranged(listed: JudgingWords, old: ReadText, new: ReadText) -> bool:
    """Whether two texts have the same words in another order."""
    same = (old.hits, old.turns, sorted(old.numbers), old.verb) == (
        new.hits,
        new.turns,
        sorted(new.numbers),
        new.verb,
    )
    return same and not any(unrelated(listed, old, new))


def _decided(  # noqa: PLR0911 - one answer for each case
    signs: list[Sign], removed: tuple[str, ...], added: tuple[str, ...]
) -> Judgement:
    reason = ", ".join(sign.reason for sign in signs if sign.way)
    ways = {sign.way for sign in signs} - {0}
    if ways == {1, -1}:
        return unclear(f"more in one way, less in another: {reason}")
    if UNKNOWN in ways:
        return unclear(f"{reason} was added or removed; it is unknown whether that asks for more")
    if ways == {1} and not removed:
        return raises(reason)
    if ways == {-1} and not added:
        return lowers(reason)
    if ways:
        return unclear(f"{reason}, and other words changed, too")
    if removed and added:
        return unclear(_OTHER_WORDS)
    if removed or added:
        return unclear("words added" if added else "words taken out")
    reasons = [sign.reason for sign in signs if sign.reason]
    return clarifies(reasons[0] if reasons else "the same in other words")
