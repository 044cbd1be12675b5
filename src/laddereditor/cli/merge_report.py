"""The result of a merge, as text and as JSON."""

from typing import Any

from laddereditor.compare.diff.changes.change import Conflict
from laddereditor.compare.diff.changes.value_texts import value_text
from laddereditor.compare.merge.conflict_places import conflict_words
from laddereditor.compare.merge.merging import Merged
from laddereditor.model.counting import plural
from laddereditor.model.fields import field_specs
from laddereditor.model.ladder import Ladder
from laddereditor.model.spacing import single_spaced
from laddereditor.reports.common.json_values import json_text, value_json
from laddereditor.storage.files.merge_text import MergedText
from laddereditor.storage.text.removed_comments import removed_comments_message

_NO_BASE = (
    "The common ancestor is unknown, because BASE is empty; so every difference is a conflict. "
    "Name the version that both come from as BASE, and only what both changed is a conflict."
)
_PROPOSALS = (
    "If both reworded one text, “joined” has the words of both: read it before you use it. "
    "With --join-words it is written."
)


def merge_text(merged: Merged, result: MergedText, name: str, place: str) -> str:
    """Return the result of a merge as text.

    Args:
        merged: The result.
        result: The merged text.
        name: The merged file, or "" if it need not be named.
        place: Where the result is.
    """
    lines = [f"{name}: {_headline(merged, place)}" if name else _headline(merged, place)]
    for conflict in merged.conflicts:
        lines += ["", conflict_words(merged, conflict)]
        lines += [f"  {name:<7}{words}" for name, words in _forms(merged, conflict)]
    if any(_is_joined(conflict) for conflict in merged.conflicts):
        lines += ["", _PROPOSALS]
    if merged.conflicts and not merged.has_base:
        lines += ["", _NO_BASE]
    removed = result.document.removed_comments
    for whose, comments in (("ours", removed), ("theirs", result.left_behind)):
        if comments:
            lines += ["", f"These comments of {whose} are not in the result:"]
            lines += [f"  {line}" for line in comments]
    listed = removed_comments_message(removed)
    notices = [each for each in result.document.notices if each != listed]
    if notices:
        lines += ["", *(f"{notice}." for notice in notices)]
    return "\n".join(lines)


def _headline(merged: Merged, place: str) -> str:
    count = len(merged.conflicts)
    if not count:
        return "Merged without conflicts."
    places = plural(count, "place")
    words = f"Both changed {places} differently."
    if not merged.has_base:
        words = f"The two differ in {places}, and their common ancestor is unknown."
    return f"{words} {place} holds ours there, and all other changes of both."


def _forms(merged: Merged, conflict: Conflict) -> list[tuple[str, str]]:
    known = merged.inputs
    found = [
        ("base", _words(conflict, conflict.base, known.base)),
        ("ours", _words(conflict, conflict.ours, known.ours)),
        ("theirs", _words(conflict, conflict.theirs, known.theirs)),
    ]
    if conflict.proposal is not None:
        label = "joined" if _is_joined(conflict) else "now"
        found.append((label, _words(conflict, conflict.proposal, merged.ladder)))
    return found


def _is_joined(conflict: Conflict) -> bool:
    return conflict.proposal is not None and conflict.field != "id"


def _words(conflict: Conflict, value: Any, ladder: Ladder | None) -> str:
    """Return one side's value of a conflict, with the names of that side's ladder."""
    spec = field_specs(conflict.address.entity_class).get(conflict.field.name)
    return single_spaced(value_text(value, spec, ladder)) or "(nothing)"


def merge_json(merged: Merged, result: MergedText) -> str:
    """Return the result of a merge as JSON."""
    found: dict[str, Any] = {
        "merged": not merged.conflicts,
        "conflicts": [_conflict_json(conflict) for conflict in merged.conflicts],
    }
    if not merged.has_base:
        found["base"] = None
    if result.document.removed_comments:
        found["comments_removed"] = list(result.document.removed_comments)
    if result.left_behind:
        found["comments_left_behind"] = list(result.left_behind)
    return json_text(found)


def _conflict_json(conflict: Conflict) -> dict[str, Any]:
    found: dict[str, Any] = {"address": conflict.address, "field": conflict.field}
    for name in ("base", "ours", "theirs"):
        found[name] = value_json(getattr(conflict, name))
    if conflict.proposal is not None:
        found["proposal"] = value_json(conflict.proposal)
    return found
