"""Determine the version step that a diff calls for, and why.

The step depends on the effect on people: new demand is a major step; a clarification, an example, a
removal, pay, another title or grade a minor one; a typo, an id or an order a patch. An unknown
effect counts as new demand: it is better to announce too much than to raise the bar unannounced.

The names of the steps are those of Semantic Versioning 2.0.0; when each is due is our own rule.
"""

from collections import Counter
from collections.abc import Iterable

from laddereditor.compare.diff.changes.change import BumpOrNone, LadderChange
from laddereditor.model.counting import plural

STEPS: tuple[BumpOrNone, ...] = ("none", "patch", "minor", "major")  # smallest first

# Effect or step, then the words for one change and for several; most important first.
_REASONS = (
    ("raises", "change raises the bar", "changes raise the bar"),
    (
        "unclear",
        "change has an unknown effect and counts as if it raised the bar",
        "changes have unknown effects and count as if they raised the bar",
    ),
    ("lowers", "change asks for less", "changes ask for less"),
    ("pay", "change of pay", "changes of pay"),
    ("terms", "change of a grade or a status", "changes of grades or statuses"),
    ("clarifies", "change clarifies what is meant", "changes clarify what is meant"),
    (
        "minor",
        "title, entry or description is new, changed or removed",
        "titles, entries or descriptions are new, changed or removed",
    ),
    (
        "patch",
        "other change, such as of a name, an order or spelling",
        "other changes, such as of names, order or spelling",
    ),
    ("none", "change that readers do not see", "changes that readers do not see"),
)


def bump(changes: Iterable[LadderChange]) -> BumpOrNone:
    """Return the version step that changes call for; "none" if readers see none of them."""
    return max((change.bump for change in changes), key=STEPS.index, default="none")


def bump_reasons(changes: Iterable[LadderChange]) -> tuple[str, ...]:
    """Return the reasons in plain words, most important first."""
    counts = Counter(_sort(change) for change in changes)
    return tuple(
        plural(counts[sort], one, several) for sort, one, several in _REASONS if counts[sort]
    )


def _sort(change: LadderChange) -> str:
    if change.concerns.startswith("pay"):
        return "pay"
    if change.concerns == "terms":
        return "terms"
    is_demand = change.effect in ("raises", "unclear", "lowers") or (
        change.effect == "clarifies" and change.bump == "minor"
    )
    return change.effect if is_demand else change.bump
