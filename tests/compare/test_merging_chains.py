"""Merges where ids moved on: chains such as P1 to P2 to P3, and ids that were exchanged."""

from collections.abc import Callable, Mapping

import pytest

from laddereditor.compare.merge.merging import Merged, merge, resolve
from laddereditor.edits.edit import Edit
from laddereditor.edits.fields import set_field
from laddereditor.edits.lists import insert_items
from laddereditor.edits.references import rename_all
from laddereditor.edits.structure import delete
from laddereditor.model.address import Address, walk
from laddereditor.model.base import evolve
from laddereditor.model.kinds import KINDS, kind_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.terms import Skill
from laddereditor.storage.files.document import read_text
from tests.finding import entity_at, find

BASE = read_text(
    """\
laddereditor: 1
id: bakery
name: Bakery ladder
tracks:
  - {id: craft, code: P, name: Craft}
  - {id: lead, code: M, name: Leading}
  - {id: sales, code: S, name: Selling}
factors:
  - {id: scope, name: Scope}
  - {id: reach, name: Reach}
  - {id: guests, name: Guests}
proficiencies:
  - {id: basic, name: Basic}
  - {id: working, name: Working}
  - {id: expert, name: Expert}
competencies:
  - {id: service, name: Service}
  - {id: care, name: Care}
  - {id: order, name: Order}
levels:
  - id: P1
    name: Mid
    track: craft
    summary: Does the daily work
    factors: {scope: Own table, reach: The room}
    expectations: {service: [Is friendly], care: [Keeps clean]}
  - {id: P2, name: Senior, track: craft, summary: Leads others}
  - {id: P3, name: Lead, track: lead, factors: {scope: The house}}
skills:
  - {id: baking, name: Baking}
  - {id: selling, name: Selling, proficiencies: {basic: Sells, expert: Sells to all}}
  - {id: counting, name: Counting}
families:
  - id: bread
    name: Bread
    competencies:
      - {id: dough, name: Dough}
      - {id: heat, name: Heat}
      - {id: crust, name: Crust}
    profiles:
      - level: P1
        responsibilities: [Bakes the bread, Cleans the oven]
        expectations: {dough: [Kneads], order: [Is on time]}
        skills: [{skill: baking, proficiency: basic}, counting]
      - level: P2
        responsibilities: [Trains new bakers, Plans the week]
        skills: [{skill: baking, proficiency: expert}]
  - id: cake
    name: Cake
    profiles:
      - level: P1
        responsibilities: [Whips the cream]
  - {id: till, name: Till}
"""
).ladder
LISTS = {
    "track": ("tracks", "craft", "lead", "sales"),
    "factor": ("factors", "scope", "reach", "guests"),
    "proficiency": ("proficiencies", "basic", "working", "expert"),
    "competency": ("competencies", "service", "care", "order"),
    "level": ("levels", "P1", "P2", "P3"),
    "skill": ("skills", "baking", "selling", "counting"),
    "family": ("families", "bread", "cake", "till"),
    "own competency": ("families/bread/competencies", "dough", "heat", "crust"),
}
Change = Callable[[Ladder], Edit]


def moved_up(kind: str) -> dict[Address, str]:
    """Ids that all go on to the next entry, and the last to a new one."""
    where, *ids = LISTS[kind]
    last = "P4" if kind == "level" else "newest"
    return {Address(f"{where}/{old}"): new for old, new in zip(ids, [*ids[1:], last], strict=True)}


def turned(kind: str) -> dict[Address, str]:
    """Ids that all go on to the next entry, and the last to the first."""
    where, *ids = LISTS[kind]
    return {
        Address(f"{where}/{old}"): new for old, new in zip(ids, [*ids[1:], ids[0]], strict=True)
    }


def exchanged(kind: str) -> dict[Address, str]:
    where, one, other, _ = LISTS[kind]
    return {Address(f"{where}/{one}"): other, Address(f"{where}/{other}"): one}


def with_first(ladder: Ladder, kind: str) -> Ladder:
    """A ladder with a new entry at the head of a list, under the id that became free."""
    where, first, *_ = LISTS[kind]
    if "/" in where:
        return ladder
    name = KINDS[kind].collection
    made = KINDS[kind].entity.model_validate({"id": first, "name": "Brand new"})
    return evolve(ladder, **{name: (made, *getattr(ladder, name))})


def edited(*changes: Change, ladder: Ladder = BASE) -> Ladder:
    for change in changes:
        ladder = change(ladder).change(ladder)
    return ladder


def note(address: str) -> Change:
    return lambda ladder: set_field(ladder, Address(address), "notes", f"About {address}")


def add(address: str, text: str) -> Change:
    return lambda ladder: insert_items(ladder, Address(address), "responsibilities", 1, [text])


def everywhere() -> Ladder:
    """The base with a note at every entry, and a line more in every profile."""
    entries = [address for address, entity in walk(BASE) if kind_of(entity)]
    profiles = ["families/bread/P1", "families/bread/P2", "families/cake/P1"]
    notes = [note(address) for address in entries]
    return edited(*notes, *(add(address, f"New at {address}") for address in profiles))


def sorted_as(ladder: Ladder, kind: str) -> Ladder:
    """A ladder with a list in the order of its ids, as people keep levels."""
    where = LISTS[kind][0]
    if "/" in where:
        return ladder
    entries = getattr(ladder, where)
    return evolve(ladder, **{where: tuple(sorted(entries, key=lambda entry: str(entry.id)))})


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("ids", [moved_up, turned, exchanged])
def test_that_an_edit_stays_at_its_entry_when_ids_move_on(
    kind: str, ids: Callable[[str], Mapping[Address, str]]
) -> None:
    renamed, other = rename_all(BASE, ids(kind)), everywhere()
    if ids is moved_up:
        renamed = with_first(renamed, kind)
    wanted = rename_all(other, ids(kind))
    if ids is moved_up:
        wanted = with_first(wanted, kind)
    for merged in (merge(BASE, renamed, other), merge(BASE, other, renamed)):
        assert not merged.conflicts
        assert merged.ladder == wanted


@pytest.mark.parametrize("kind", LISTS)
def test_that_ids_that_were_turned_in_a_sorted_list_are_known_again(kind: str) -> None:
    renamed = sorted_as(rename_all(BASE, turned(kind)), kind)
    where, first, second, _ = LISTS[kind]
    other = edited(note(f"{where}/{first}"))
    for merged in (merge(BASE, renamed, other), merge(BASE, other, renamed)):
        assert not merged.conflicts
        entry = entity_at(merged.ladder, f"{where}/{second}")
        assert entry.notes == f"About {where}/{first}"  # type: ignore[attr-defined]


MID, SENIOR = Address("families/bread/P1"), Address("families/bread/P2")


def shifted() -> Ladder:
    """The base with a new level below: Mid is P2, Senior P3, Lead P4."""
    return with_first(rename_all(BASE, moved_up("level")), "level")


def test_that_a_line_for_a_level_is_at_it_under_its_new_code() -> None:
    merged = merge(BASE, shifted(), edited(add(MID, "Orders the flour")))
    assert not merged.conflicts
    assert find(merged.ladder, "families/bread/P2").responsibilities[1] == "Orders the flour"
    assert find(merged.ladder, "families/bread/P3").responsibilities == (
        "Trains new bakers",
        "Plans the week",
    )


def test_that_levels_are_known_again_though_their_texts_changed_too() -> None:
    ours = edited(
        lambda now: set_field(now, Address("levels/P2"), "summary", "Does whatever is to be done"),
        add("families/bread/P2", "Salts the dough"),
        ladder=shifted(),
    )
    merged = merge(BASE, ours, edited(note("levels/P1"), add(MID, "Orders the flour")))
    assert not merged.conflicts
    assert entity_at(merged.ladder, "levels/P2").notes == "About levels/P1"  # type: ignore[attr-defined]
    lines = find(merged.ladder, "families/bread/P2").responsibilities
    assert set(lines) >= {"Orders the flour", "Salts the dough", "Bakes the bread"}


def test_that_names_that_moved_alone_are_not_renamed_ids() -> None:
    ours = edited(
        lambda now: set_field(now, Address("skills/baking"), "name", "Selling"),
        lambda now: set_field(now, Address("skills/selling"), "name", "Baking"),
    )
    merged = merge(BASE, ours, edited(note("skills/selling")))
    assert not merged.conflicts
    selling = find(merged.ladder, "skills/selling")
    assert (selling.name, selling.notes) == ("Baking", "About skills/selling")
    assert find(merged.ladder, MID).skills == find(BASE, MID).skills


def test_that_both_may_put_in_a_level_below() -> None:
    theirs = edited(add("families/bread/P3", "Checks the ovens"), ladder=shifted())
    merged = merge(BASE, shifted(), theirs)
    assert not merged.conflicts
    assert merged.ladder == theirs


def _no_internal_keys(merged: Merged) -> bool:
    reported = [
        *(c.address for c in merged.conflicts),
        *(address for address, _ in walk(merged.ladder)),
    ]
    return not any("~" in address for address in reported)


def _with_top(ladder: Ladder) -> Ladder:
    """A ladder with a new level at the top, under the next code, and a profile for it."""
    level = KINDS["level"].entity.model_validate({"id": "P4", "name": "Master", "track": "craft"})
    bread, *rest = ladder.families
    profile = KINDS["profile"].entity.model_validate(
        {"level": "P4", "responsibilities": ["Judges loaves"]}
    )
    grown = evolve(bread, profiles=(*bread.profiles, profile))
    return evolve(ladder, levels=(*ladder.levels, level), families=(grown, *rest))


@pytest.mark.parametrize("swapped", [False, True])
def test_that_a_code_that_both_gave_to_another_entry_is_asked(swapped: bool) -> None:
    sides = (shifted(), _with_top(BASE))
    merged = merge(BASE, *(reversed(sides) if swapped else sides))
    (conflict,) = merged.conflicts
    names = {level.id: level.name for level in merged.ladder.levels}
    assert names == {"P1": "Brand new", "P2": "Mid", "P3": "Senior", "P4": "Lead", "P5": "Master"}
    assert find(merged.ladder, "families/bread/P5").responsibilities == ("Judges loaves",)
    assert (conflict.address, conflict.field, conflict.proposal) == ("levels/P5", "id", "P5")
    assert "P4" in (conflict.ours, conflict.theirs)
    assert _no_internal_keys(merged)
    resolved = resolve(merged, conflict, "P9")
    assert not resolved.conflicts
    assert find(resolved.ladder, "families/bread/P9").responsibilities == ("Judges loaves",)
    kept = resolve(merged, conflict, "P4")  # which Lead has
    assert kept.ladder == merged.ladder


def test_that_two_renames_to_one_id_are_asked() -> None:
    ours = rename_all(BASE, {Address("skills/baking"): "craft"})
    theirs = rename_all(BASE, {Address("skills/selling"): "craft"})
    merged = merge(BASE, ours, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.base, conflict.ours, conflict.theirs) == ("selling", "selling", "craft")
    assert [skill.id for skill in merged.ladder.skills] == ["craft", "selling", "counting"]
    assert _no_internal_keys(merged)


def test_that_codes_moved_differently_on_both_sides_are_asked_and_resolved_together() -> None:
    theirs = rename_all(
        BASE, {Address("levels/P1"): "P3", Address("levels/P2"): "P4", Address("levels/P3"): "P5"}
    )
    theirs = edited(add("families/bread/P3", "Orders the flour"), ladder=theirs)
    merged = merge(BASE, shifted(), theirs)
    assert {conflict.base for conflict in merged.conflicts} == {"P1", "P2", "P3"}
    assert "Orders the flour" in find(merged.ladder, "families/bread/P2").responsibilities
    assert _no_internal_keys(merged)
    for _ in range(3):
        last = max(merged.conflicts, key=lambda conflict: conflict.base)
        merged = resolve(merged, last, last.theirs)
    assert [level.id for level in merged.ladder.levels] == ["P1", "P3", "P4", "P5"]
    assert "Orders the flour" in find(merged.ladder, "families/bread/P3").responsibilities


def test_that_an_entry_that_one_side_took_out_does_not_stand_for_its_follower() -> None:
    """Ours takes Mid out, so that Senior and Lead go one down; theirs adds to both."""
    gone = [Address("levels/P1"), Address("families/bread/P1"), Address("families/cake/P1")]
    ours = edited(lambda now: delete(now, gone))
    ours = rename_all(ours, {Address("levels/P2"): "P1", Address("levels/P3"): "P2"})
    theirs = edited(add(SENIOR, "Signs the orders"), note("levels/P2"))
    merged = merge(BASE, ours, theirs)
    assert not merged.conflicts
    assert "Signs the orders" in find(merged.ladder, "families/bread/P1").responsibilities
    assert find(merged.ladder, "levels/P1").notes == "About levels/P2"
    asked = merge(BASE, ours, edited(note("levels/P1")))
    assert [conflict.ours for conflict in asked.conflicts] == [None]
    assert [level.name for level in asked.ladder.levels] == ["Senior", "Lead"]
    assert _no_internal_keys(asked)


def test_that_two_entries_that_both_added_under_one_id_are_not_mixed() -> None:
    ours, theirs = (
        evolve(BASE, skills=(*BASE.skills, Skill(id="new", name=name, notes=notes)))
        for name, notes in (("Weaving", ""), ("Sewing", "About sewing"))
    )
    merged = merge(BASE, ours, theirs)
    assert merged.ladder == ours
    assert {conflict.field for conflict in merged.conflicts} == {"name", "notes"}
