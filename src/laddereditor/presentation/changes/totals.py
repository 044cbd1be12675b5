"""The sum of all changes in a sentence: how many, for whom, and which version they suggest."""

from collections.abc import Sequence

from laddereditor.compare.diff.changes import change_words
from laddereditor.compare.diff.effects.bump import bump
from laddereditor.model.counting import plural
from laddereditor.presentation.changes.basis import Mode
from laddereditor.presentation.changes.change_row import ChangeRow


def totals(rows: Sequence[ChangeRow], mode: Mode) -> str:
    """Return `20 changes: 12 raise the bar in 4 families, 3 clarify · suggests a major version`."""
    if not rows:
        return ""
    changes = [row.change for row in rows]
    count = plural(len(changes), "change")
    words = f"{count}: {change_words.totals(changes)}"
    step = bump(changes)
    if mode in ("review", "merge") or step == "none":
        return words
    return f"{words} · suggests a {step} version"


def nothing_words(mode: Mode, name: str) -> str:
    """Return why there is nothing to show, and what can be compared instead."""
    if mode == "review":
        return f"{name} says the same as your ladder. There is nothing to take."
    if mode == "merge":
        return f"{name} brings nothing that your ladder does not have already."
    if mode == "between":
        return "The two say the same. Comments and layout are not compared."
    return (
        f"Nothing has changed since {name}. Changes appear here while you type. "
        "You can also compare with a published version, another open ladder or a file."
    )
