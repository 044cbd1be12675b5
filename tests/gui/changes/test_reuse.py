"""A rebuilt ladder keeps the entries that say the same as before."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from laddereditor.compare.diff.applying.applying import apply, without
from laddereditor.compare.diff.diffing import diff
from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.edits.fields import set_field
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.changes.reuse import reusing
from laddereditor.storage.files.document import read_text
from tests.edits.random_edits import random_edit
from tests.examples import examples
from tests.gui.samples import SMALL
from tests.strategies import ladders


def _edited(draw: Any, ladder: Ladder) -> Ladder:
    try:
        edit: Edit = draw(random_edit(ladder))
        return edit.change(ladder)
    except EditRefused:
        return ladder


@given(st.data())
@settings(max_examples=examples(50), deadline=None, suppress_health_check=list(HealthCheck))
def test_that_it_says_the_same_as_what_was_rebuilt(data: Any) -> None:
    one = data.draw(ladders())
    other = _edited(data.draw, _edited(data.draw, one))
    assert reusing(one, other) == other
    assert reusing(other, one) == one


def test_that_only_what_differs_is_new() -> None:
    old = read_text(SMALL).ladder
    now = old
    for address in ("levels/P1", "levels/P2", "families/design", "families/software/P1"):
        now = set_field(now, Address(address), "summary", "New words.").change(now)
    changes = diff(old, now)
    back = [change for change in changes if change.address == "families/software/P1"]
    after = reusing(now, without(changes, back, old))
    assert all(one is other for one, other in zip(after.levels, now.levels, strict=True))
    assert after.families[1] is now.families[1]
    assert after.families[0].profiles[1] is now.families[0].profiles[1]
    assert after.families[0] == old.families[0]
    assert after == apply([c for c in changes if c not in back], old)
