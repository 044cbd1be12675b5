"""A new entry's id follows its name until the ladder is saved or the id is set by hand."""

import pytest

from laddereditor.edits.fields import set_field
from laddereditor.edits.naming import id_follows_name, set_name
from laddereditor.edits.references import rename
from laddereditor.edits.structure import add
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document
from tests.edits.samples import sample
from tests.finding import find

KINDS = ("track", "factor", "proficiency", "competency", "skill", "family")


def added(kind: str) -> tuple[Ladder, str]:
    ladder = sample()
    edit = add(ladder, Address(), kind)
    return edit.change(ladder), edit.select


@pytest.mark.parametrize("kind", KINDS)
def test_that_the_id_of_a_new_entry_follows_its_name(kind: str) -> None:
    ladder, address = added(kind)
    assert id_follows_name(ladder, sample(), Address(address))
    edit = set_name(ladder, Address(address), "Bäckerei & Café")
    now = edit.change(ladder)
    wanted = f"{address.rpartition('/')[0]}/backerei-and-cafe"
    assert edit.moved == {address: wanted}
    assert find(now, wanted).name == "Bäckerei & Café"
    assert id_follows_name(now, sample(), Address(wanted))
    assert not id_follows_name(now, now, Address(wanted))  # saved


def test_that_an_id_set_by_hand_stays() -> None:
    ladder, address = added("family")
    now = rename(ladder, Address(address), "bakery").change(ladder)
    assert not id_follows_name(now, sample(), Address("families/bakery"))


def test_that_an_entry_that_was_saved_keeps_its_id() -> None:
    assert not id_follows_name(sample(), sample(), Address("skills/sql"))


def test_that_an_emptied_name_takes_a_plain_id_and_is_followed_on() -> None:
    ladder, address = added("skill")
    empty = set_name(ladder, Address(address), "")
    now, place = empty.change(ladder), next(iter(empty.moved.values()))
    assert id_follows_name(now, sample(), place)
    taken = set_name(now, place, "SQL")
    assert next(iter(taken.moved.values())) == "skills/sql-2"  # there is one already


def test_that_references_follow_and_undo_takes_all_back() -> None:
    session = Session(new_document(sample()))
    before = session.ladder
    edit = add(before, Address(), "factor")
    session.apply(edit)
    session.apply(
        set_field(session.ladder, Address("levels/P2"), "factors", {"new-leveling-factor": "Much."})
    )
    session.end_typing()
    address = edit.select
    for text in ("S", "Sc", "Scope of work"):
        step = set_name(session.ladder, address, text, typing=True)
        session.apply(step)
        address = step.moved.get(address, address)
    assert address == "factors/scope-of-work"
    assert find(session.ladder, "levels/P2").factors["scope-of-work"] == "Much."
    session.undo()
    assert find(session.ladder, "factors/new-leveling-factor").name == "New leveling factor"
    session.undo()
    session.undo()
    assert session.ladder == before
