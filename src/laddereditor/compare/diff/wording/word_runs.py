"""Read what runs of words mean that were added to a text or taken out of it."""

import re
from functools import cache

from laddereditor.align.words import word_marks
from laddereditor.compare.diff.wording.effect_words import JudgingWords
from laddereditor.compare.diff.wording.sign import UNKNOWN, Sign
from laddereditor.compare.diff.wording.word_forms import related
from laddereditor.model.spacing import single_spaced


def without_clear_runs(
    listed: JudgingWords, before: str, after: str
) -> tuple[str, str, list[Sign]]:
    """Return two texts without the runs that are understood, and what these ask for.

    A run is understood if it is an example, a purpose, something that makes the demand smaller
    or larger, or something further that is asked for.

    Args:
        listed: The words of the language.
        before: The old text.
        after: The new text.
    """
    before, after = before.casefold(), after.casefold()
    marks = word_marks(before, after)
    old, new, signs = "", "", []
    for place, mark in enumerate(marks):
        near = {each.kind for each in (*marks[max(0, place - 1) : place], *marks[place + 1 :][:1])}
        sign = None
        if mark.kind != "same" and near <= {"same"}:
            other = after if mark.kind == "gone" else before
            sign = _meaning(listed, mark.text, mark.kind == "new", other)
        if sign is not None:
            signs.append(sign)
        else:
            old += mark.text if mark.kind != "new" else ""
            new += mark.text if mark.kind != "gone" else ""
    return old, new, signs


def _meaning(  # noqa: PLR0911 - one answer for each case
    listed: JudgingWords, run: str, is_new: bool, other: str
) -> Sign | None:
    """Return the sign of a run, or None if it is not understood."""
    plain = re.sub(r"^[\s,;:.–—-]+|[\s,;:.]+$", "", single_spaced(run.casefold()))
    way = 1 if is_new else -1
    reason = f"“{plain}” {'added' if is_new else 'taken out'}"
    if not plain:
        return Sign(0, "")
    read = listed.read(plain)
    if plain.startswith("(") or _begins(plain, listed.examples):
        return Sign(0, "an example added" if is_new else "an example taken out")
    if _begins(plain, listed.purpose):
        return Sign(0, "a purpose added" if is_new else "a purpose taken out")
    if _begins(plain, listed.narrow):
        return Sign(-way, reason)
    if _begins(plain, listed.wide):
        return Sign(way, reason)
    if _begins(plain, listed.more) or _ends(plain, listed.more):
        if any(word in listed.negations for word in read.words):
            return Sign(UNKNOWN, reason)
        content = listed.read(other).content
        repeated = all(
            any(related(listed, word, each) for each in content) for word in read.content
        )
        return Sign(0, "") if repeated and read.content else Sign(way, reason)
    return None


def _begins(text: str, phrases: frozenset[str]) -> bool:
    return bool(_at_start(phrases).match(text))


def _ends(text: str, phrases: frozenset[str]) -> bool:
    return bool(_at_end(phrases).search(text))


@cache
def _at_start(phrases: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(phrases))) or '(?!)'})(?!\w)")


@cache
def _at_end(phrases: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(phrases))) or '(?!)'})$")
