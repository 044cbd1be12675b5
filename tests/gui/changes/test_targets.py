"""Going to a change never leads to another item than the one that the change is about."""

from laddereditor.compare.diff.diffing import diff
from laddereditor.edits.lists import insert_items, set_item
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.changes.targets import target_of
from tests.gui.forms.ladders import rich_ladder

P3 = Address("families/models/P3")
LIST = FieldPath("responsibilities")


def target(old: Ladder, new: Ladder, shown: Ladder) -> tuple[Address, FieldPath]:
    (change,) = diff(old, new)
    return target_of(change, shown)


def test_that_an_addition_that_was_not_taken_leads_to_its_list() -> None:
    ladder = rich_ladder()
    new = insert_items(ladder, P3, LIST, 0, ["Sings in the choir of the town"]).change(ladder)
    assert target(ladder, new, ladder) == (P3, LIST)
    assert target(ladder, new, new) == (P3, f"{LIST}/0")


def test_that_a_rewording_leads_to_the_statement_wherever_it_is() -> None:
    ladder = rich_ladder()
    old = insert_items(ladder, P3, LIST, 0, ["Plans the whole work of two teams"]).change(ladder)
    new = set_item(old, P3, LIST, 0, "Plans the whole work of three teams").change(old)
    moved = insert_items(old, P3, LIST, 0, ["Sings in the choir of the town"]).change(old)
    assert target(old, new, new) == (P3, f"{LIST}/0")
    assert target(old, new, moved) == (P3, f"{LIST}/1")
