"""Several edits as one step."""

from collections.abc import Callable, Mapping, Sequence

from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.model.ladder import Ladder

Builder = Callable[[Ladder], Edit]


def in_sequence(ladder: Ladder, label: str, builders: Sequence[Builder]) -> Edit:
    """Return one edit that makes the edits of the builders in turn, each on the last one's result.

    Raises EditRefused when one of them is refused, or when there are none.
    """
    if not builders:
        raise EditRefused("There is nothing to change.")
    now, moved, select = ladder, dict[str, str](), ""
    for build in builders:
        edit = build(now)
        now = edit.change(now)
        moved = _composed(moved, edit.moved)
        select = edit.select or moved.get(select, select)
    after = now
    return Edit(label, lambda _: after, select, moved)


def _composed(first: Mapping[str, str], second: Mapping[str, str]) -> dict[str, str]:
    """Return where addresses are after two edits; what only the second moves is in it too."""
    found = {old: second.get(new, new) for old, new in first.items()}
    arrived = set(first.values())
    return found | {old: new for old, new in second.items() if old not in arrived | found.keys()}
