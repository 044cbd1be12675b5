"""Read whether a number or a limit moved up or down, and what that asks for."""

import re

from laddereditor.compare.diff.wording.effect_words import JudgingWords
from laddereditor.compare.diff.wording.sign import UNKNOWN, Sign

_BEFORE = 24  # letters before a number in which its meaning is sought


def number_signs(listed: JudgingWords, before: str, after: str) -> list[Sign]:
    """Return a sign for each number that changed between two texts.

    A least number, a limit of what somebody may decide, and a count of what is done ask for more
    if they grow; a time within which something is done asks for more if it shrinks.

    Args:
        listed: The words of the language.
        before: The old text.
        after: The new text.
    """
    old, new = listed.numbers_in(before), listed.numbers_in(after)
    if [value for value, _ in old] == [value for value, _ in new]:
        return []
    if len(old) != len(new):
        old, new = (listed.numbers_in(text, with_ones=True) for text in (before, after))
    if len(old) != len(new):
        return [Sign(UNKNOWN, "a number changed")]
    return [
        _sign(listed, (one, before[:at]), (other, after[:there]), after[there:])
        for (one, at), (other, there) in zip(old, new, strict=True)
        if one != other
    ]


def _sign(listed: JudgingWords, old: tuple[str, str], new: tuple[str, str], rest: str) -> Sign:
    reason = f"{old[0]} → {new[0]}"
    one, other = _value(old[0]), _value(new[0])
    ways = [_way(listed, head) for _, head in (old, new)]
    counted = re.match(r"\S+\s+[^\W\d_]", rest) is not None or rest.rstrip()[-1:] == "%"
    if one is None or other is None or ways[0] != ways[1] or not (ways[0] or counted):
        return Sign(UNKNOWN, f"a number changed: {reason}")
    return Sign((1 if other > one else -1) * (ways[0] or 1), reason)


def _way(listed: JudgingWords, head: str) -> int:
    """Return 1 if more asks for more, -1 if less does, 0 if nothing before a number says so."""
    near = head[-_BEFORE:].casefold()
    found = [
        (match.end(), way)
        for phrases, way in ((listed.at_most, -1), (listed.least, 1), (listed.limits, 1))
        for phrase in phrases
        for match in re.finditer(rf"(?<!\w){re.escape(phrase)}\s*\S*\s*$", near)
    ]
    return max(found)[1] if found else 0


def _value(number: str) -> float | None:
    try:
        return float(number.replace(",", "."))
    except ValueError:
        return None
