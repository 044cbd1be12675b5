"""What all changes come to, in a sentence: how many, for whom, and which version they make."""

from collections.abc import Sequence

from laddereditor.gui.changes.basis import Mode
from laddereditor.gui.changes.rows import ChangeRow

_VERBS = {
    "raises": ("raises the bar", "raise the bar"),
    "lowers": ("lowers it", "lower it"),
    "clarifies": ("clarifies", "clarify"),
}


def totals(rows: Sequence[ChangeRow], mode: Mode) -> str:
    """Return `20 changes · 12 raise the bar in 4 families, 3 clarify`."""
    if not rows:
        return ""
    count = "1 change" if len(rows) == 1 else f"{len(rows)} changes"
    told = [_told(effect, rows) for effect in _VERBS]
    return " · ".join([count, *([", ".join(filter(None, told))] if any(told) else [])])


def _told(effect: str, rows: Sequence[ChangeRow]) -> str:
    found = [row for row in rows if row.change.effect == effect]
    if not found:
        return ""
    one, many = _VERBS[effect]
    words = f"{len(found)} {one if len(found) == 1 else many}"
    families = {row.group.key for row in found if row.group.key.startswith("g:families/")}
    if effect == "raises" and families:
        words += " in 1 family" if len(families) == 1 else f" in {len(families)} families"
    return words


def nothing_words(mode: Mode, name: str) -> str:
    """Return why there is nothing to see, and what else there is."""
    if mode == "review":
        return f"{name} says the same as your ladder. There is nothing to take."
    if mode == "between":
        return "The two say the same. Comments and layout are not compared."
    return (
        f"Nothing has changed since {name}. Changes appear here while you type. "
        "You can also compare with a published version, another open ladder or a file."
    )
