"""What the merge of two ladders does with each kind of change."""

from collections.abc import Callable
from typing import Any

import pytest

from laddereditor.compare.merge.merging import Merged, merge, resolve, resolve_all
from laddereditor.edits.edit import Edit
from laddereditor.edits.fields import set_field
from laddereditor.edits.lists import insert_items, move_items, remove_items, set_item
from laddereditor.edits.references import rename
from laddereditor.edits.structure import delete
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder, PublishedVersion
from laddereditor.model.level import Experience
from laddereditor.model.statement import statement_text
from laddereditor.model.terms import Skill
from laddereditor.storage.files.document import read_text
from tests.finding import find

Change = Callable[[Ladder], Edit]
BASE = read_text(
    """\
laddereditor: 1
id: shop
name: Shop ladder
tracks:
  - {id: professional, code: P, name: Professional}
factors:
  - {id: scope, name: Scope}
proficiencies:
  - {id: working, name: Working}
  - {id: expert, name: Expert}
competencies:
  - {id: service, name: Service}
levels:
  - id: P1
    name: Junior
    track: professional
    summary: Learns the trade from colleagues in the shop and asks when in doubt
    factors: {scope: Own till}
    expectations:
      service: [Is friendly to everybody]
  - {id: P2, name: Senior, track: professional}
skills:
  - {id: selling, name: Selling}
  - {id: counting, name: Counting}
families:
  - id: sales
    name: Sales
    profiles:
      - level: P1
        summary: Sells bread and cake to the people of the quarter
        responsibilities:
          - Greets customers at the door
          - Keeps the shelves in good order all day
          - Counts the till in the evening
        skills: [selling, {skill: counting, proficiency: working}]
      - level: P2
        responsibilities:
          - Trains new colleagues
  - id: stock
    name: Stock
    profiles:
      - level: P1
        responsibilities:
          - Unloads deliveries
"""
).ladder
P1 = Address("families/sales/P1")


def after(*changes: Change, ladder: Ladder = BASE) -> Ladder:
    for change in changes:
        ladder = change(ladder).change(ladder)
    return ladder


def text(address: str, name: str, value: str) -> Change:
    return lambda ladder: set_field(ladder, Address(address), name, value)


def add(place: int, *items: str, name: str = "responsibilities") -> Change:
    return lambda ladder: insert_items(ladder, P1, name, place, items)


def put(place: int, item: Any, name: str = "responsibilities") -> Change:
    return lambda ladder: set_item(ladder, P1, name, place, item)


def take_out(place: int, address: str = P1) -> Change:
    return lambda ladder: remove_items(ladder, Address(address), "responsibilities", [place])


def move(place: int, to: int) -> Change:
    return lambda ladder: move_items(ladder, P1, "responsibilities", [place], to)


def duties(merged: Merged | Ladder, address: str = P1) -> list[str]:
    ladder = merged.ladder if isinstance(merged, Merged) else merged
    return [statement_text(one) for one in find(ladder, address).responsibilities]


def clean(ours: Ladder, theirs: Ladder) -> Merged:
    """Merge, and make sure that nobody is asked, in either direction."""
    merged, other = merge(BASE, ours, theirs), merge(BASE, theirs, ours)
    assert not merged.conflicts
    assert not other.conflicts
    return merged


GREETS, KEEPS, COUNTS = duties(BASE)


def test_that_additions_of_both_are_kept_with_ours_first() -> None:
    merged = clean(after(add(3, "Orders flowers")), after(add(3, "Answers the telephone")))
    assert duties(merged) == [GREETS, KEEPS, COUNTS, "Orders flowers", "Answers the telephone"]


def test_that_the_same_addition_is_kept_once() -> None:
    side = after(add(1, "Orders flowers"))
    merged = clean(side, after(add(1, "Orders flowers"), add(4, "Answers the telephone")))
    assert duties(merged).count("Orders flowers") == 1


def test_that_a_new_order_and_a_rewording_are_both_done() -> None:
    merged = clean(after(move(2, 0)), after(put(2, "Counts the till at noon and in the evening")))
    assert duties(merged) == ["Counts the till at noon and in the evening", GREETS, KEEPS]


def test_that_a_removal_and_a_rewording_of_another_are_both_done() -> None:
    merged = clean(after(take_out(0)), after(put(1, "Keeps the shelves in perfect order all day")))
    assert duties(merged) == ["Keeps the shelves in perfect order all day", COUNTS]


def test_that_what_one_took_out_and_the_other_reworded_is_asked() -> None:
    reworded = "Keeps the shelves and the window in good order all day"
    merged = merge(BASE, after(take_out(1)), after(put(1, reworded)))
    (conflict,) = merged.conflicts
    assert (conflict.base, conflict.ours, conflict.theirs) == (KEEPS, None, reworded)
    assert duties(merged) == [GREETS, COUNTS]
    assert duties(resolve(merged, conflict, reworded)) == [GREETS, reworded, COUNTS]
    assert not resolve(merged, conflict, None).conflicts


def test_that_a_statement_taken_to_another_list_and_reworded_is_both() -> None:
    reworded = "Keeps the shelves and the window in good order all day"

    def to_p2(ladder: Ladder) -> Edit:
        return insert_items(ladder, Address("families/sales/P2"), "responsibilities", 0, [KEEPS])

    for ours, theirs in (
        (after(take_out(1), to_p2), after(put(1, reworded))),
        (after(put(1, reworded)), after(take_out(1), to_p2)),
    ):
        merged = merge(BASE, ours, theirs)
        assert not merged.conflicts
        assert duties(merged) == [GREETS, COUNTS]
        assert duties(merged, "families/sales/P2") == [reworded, "Trains new colleagues"]


@pytest.mark.parametrize(
    ("before", "ours", "theirs", "both"),
    [
        (
            "Sells bread and cake to the people of the quarter",
            "Sells bread and pies to the people of the quarter",
            "Sells bread and cake to all the people of the quarter",
            "Sells bread and pies to all the people of the quarter",
        ),
        (
            "Spends up to 10,000 EUR a year",
            "Spends up to 20,000 EUR a year",
            "Spends up to 10,000 EUR a month",
            "Spends up to 20,000 EUR a month",
        ),
    ],
)
def test_that_two_rewordings_of_one_text_are_asked_with_the_joined_words_as_a_proposal(
    before: str, ours: str, theirs: str, both: str
) -> None:
    base = after(text(P1, "summary", before), add(0, before))
    mine, other = (
        after(text(P1, "summary", words), put(0, words), ladder=base) for words in (ours, theirs)
    )
    merged = merge(base, mine, other)
    assert [conflict.proposal for conflict in merged.conflicts] == [both, both]
    assert merged.ladder == mine
    first, second = merged.conflicts
    resolved = resolve(resolve(merged, first, first.proposal), second, second.theirs)
    assert not resolved.conflicts
    assert find(resolved.ladder, P1).summary == both
    assert duties(resolved)[0] == theirs
    joined = merge(base, mine, other, join_words=True)
    assert not joined.conflicts
    assert (find(joined.ladder, P1).summary, duties(joined)[0]) == (both, both)


def years(low: int | None, high: int | None) -> Change:
    return lambda ladder: set_field(
        ladder, Address("levels/P2"), "experience", {"min": low, "max": high}
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "joined"),
    [
        ((4, 5), (2, 6), (4, 6)),
        ((2, None), (3, 5), (3, None)),
        ((5, 5), (2, 3), None),  # 5 to 3 years make no sense
    ],
)
def test_that_a_range_of_years_of_which_each_changed_one_end_is_asked(
    ours: tuple[int, int | None], theirs: tuple[int, int | None], joined: tuple[int, int] | None
) -> None:
    base = after(years(2, 5))
    merged = merge(base, *(after(years(*each), ladder=base) for each in (ours, theirs)))
    (conflict,) = merged.conflicts
    assert (conflict.address, conflict.field) == ("levels/P2", "experience")
    proposal = conflict.proposal and (conflict.proposal.min, conflict.proposal.max)
    assert proposal == joined
    assert merged.ladder.levels[1].experience == Experience(min=ours[0], max=ours[1])


def test_that_a_pay_range_of_which_each_changed_a_part_is_asked() -> None:
    def paid(low: int, high: int, source: str = "survey") -> Change:
        amounts = {"market": "US", "currency": "USD", "min": low, "max": high, "source": source}
        return lambda ladder: set_field(ladder, P1, "pay", {"ranges": [amounts]})

    base = after(paid(100, 160))
    ours = after(paid(110, 160), ladder=base)
    for theirs in (paid(100, 180), paid(100, 160, "union")):
        merged = merge(base, ours, after(theirs, ladder=base))
        assert [str(each.field) for each in merged.conflicts] == ["pay/ranges/0"]
        assert merged.ladder == ours
    crossed = merge(base, after(paid(150, 160)), after(paid(100, 140)), join_words=True)
    assert len(crossed.conflicts) == 1


def test_that_a_moved_statement_that_both_reworded_is_asked_where_it_is_now() -> None:
    moved = "Keeps the shelves in good order all night"

    def to_p2(ladder: Ladder) -> Edit:
        return insert_items(ladder, Address("families/sales/P2"), "responsibilities", 0, [moved])

    ours = after(take_out(1), to_p2)
    theirs = after(put(1, "Keeps the big shelves in good order all day"))
    (conflict,) = merge(BASE, ours, theirs).conflicts
    assert conflict.address == "families/sales/P2"
    assert conflict.proposal == "Keeps the big shelves in good order all night"


def test_that_examples_of_one_statement_merge_one_by_one() -> None:
    def examples(*lines: str) -> Ladder:
        return after(put(0, {"text": GREETS, "examples": list(lines)}))

    base = examples("at nine", "at noon", "at five")
    merged = merge(
        base,
        examples("at nine", "at noon sharp", "at five", "at six"),
        examples("at noon", "at five o'clock"),
    )
    assert not merged.conflicts
    (first, *_) = find(merged.ladder, P1).responsibilities
    assert first.examples == ("at noon sharp", "at five o'clock", "at six")
    asked = merge(
        base, examples("at noon", "at half past five"), examples("at noon", "at five sharp")
    )
    assert [conflict.field for conflict in asked.conflicts] == ["responsibilities/0"]


@pytest.mark.parametrize(
    "theirs",
    [
        "Sells bread and buns to the people of the quarter",
        "Offers customers whatever the bakery has left over at night",
    ],
)
def test_that_rewordings_that_meet_are_asked(theirs: str) -> None:
    ours = "Sells bread and pies to the people of the quarter"
    merged = merge(BASE, after(text(P1, "summary", ours)), after(text(P1, "summary", theirs)))
    (conflict,) = merged.conflicts
    assert (conflict.address, conflict.field) == (P1, "summary")
    assert find(merged.ladder, P1).summary == ours
    assert find(resolve(merged, conflict, theirs).ladder, P1).summary == theirs


def test_that_names_are_never_mixed_word_by_word() -> None:
    ours, theirs = (
        text("families/sales", "name", "Shop Sales"),
        text("families/sales", "name", "Sales and Service"),
    )
    assert len(merge(BASE, after(ours), after(theirs)).conflicts) == 1


def test_that_proficiencies_set_differently_are_asked() -> None:
    one = after(lambda ladder: set_item(ladder, P1, "skills", 0, _rated("working")))
    other = after(lambda ladder: set_item(ladder, P1, "skills", 0, _rated("expert")))
    (conflict,) = merge(BASE, one, other).conflicts
    assert conflict.field == "skills/0"


def _rated(proficiency: str) -> dict[str, str]:
    return {"skill": "selling", "proficiency": proficiency}


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("levels/P1", "P3"),
        ("skills/selling", "customer-care"),
        ("families/sales", "shop-floor"),
        ("competencies/service", "care"),
        ("factors/scope", "reach"),
        ("proficiencies/working", "able"),
        ("tracks/professional", "career"),
    ],
)
def test_that_a_rename_and_edits_under_the_old_id_go_together(address: str, key: str) -> None:
    edited = after(
        text("levels/P1", "summary", "Learns the trade"),
        add(0, "Smiles"),
        text(address, "notes" if address != "levels/P1" else "grade", "7"),
    )
    merged = clean(after(lambda ladder: rename(ladder, Address(address), key)), edited)
    renamed = f"{address.rpartition('/')[0]}/{key}"
    assert find(merged.ladder, renamed)
    assert merged.ladder == after(
        lambda ladder: rename(ladder, Address(address), key), ladder=edited
    )


def test_that_a_new_reference_to_a_renamed_id_follows() -> None:
    ours = after(lambda ladder: rename(ladder, Address("skills/counting"), "sums"))
    theirs = after(
        lambda ladder: insert_items(ladder, Address("families/stock/P1"), "skills", 0, ["counting"])
    )
    merged = clean(ours, theirs)
    assert find(merged.ladder, "families/stock/P1").skills == ("sums",)


def test_that_an_id_that_both_renamed_is_asked() -> None:
    ours = after(lambda ladder: rename(ladder, Address("levels/P1"), "P3"))
    theirs = after(add(0, "Smiles"), lambda ladder: rename(ladder, Address("levels/P1"), "P4"))
    merged = merge(BASE, ours, theirs)
    (conflict,) = merged.conflicts
    assert duties(merged, "families/sales/P3")[0] == "Smiles"
    assert (conflict.base, conflict.ours, conflict.theirs) == ("P1", "P3", "P4")
    resolved = resolve(merged, conflict, "P4").ladder
    assert [level.id for level in resolved.levels] == ["P4", "P2"]
    assert resolved.families[0].profiles[0].level == "P4"


def test_that_an_entry_taken_out_and_edited_is_asked() -> None:
    ours = after(lambda ladder: delete(ladder, [Address("families/stock")]))
    theirs = after(text("families/stock", "name", "Warehouse"))
    merged = merge(BASE, ours, theirs)
    (conflict,) = merged.conflicts
    assert conflict.address == "families/stock"
    assert conflict.ours is None
    back = resolve(merged, conflict, conflict.theirs).ladder
    assert [family.name for family in back.families] == ["Sales", "Warehouse"]


def test_that_an_entry_taken_out_that_the_other_newly_uses_is_asked() -> None:
    base = evolve(BASE, skills=(*BASE.skills, BASE.skills[0].model_copy(update={"id": "baking"})))
    ours = after(lambda ladder: delete(ladder, [Address("skills/baking")]), ladder=base)
    theirs = after(
        lambda ladder: insert_items(ladder, Address("families/stock/P1"), "skills", 0, ["baking"]),
        ladder=base,
    )
    (conflict,) = merge(base, ours, theirs).conflicts
    assert conflict.address == "skills/baking"


def test_that_versions_of_both_stand_newest_first() -> None:
    def published(*versions: str) -> Ladder:
        entries = tuple(PublishedVersion(version=version) for version in versions)
        return evolve(BASE, history=entries)

    merged = merge(published("1.0.0"), published("1.1.0", "1.0.0"), published("2.0.0", "1.0.0"))
    assert [entry.version for entry in merged.ladder.history] == ["2.0.0", "1.1.0", "1.0.0"]


def test_that_keys_nobody_knows_are_merged_too() -> None:
    ours = Ladder.model_validate({**dict(BASE), "mascot": "owl"})
    theirs = Ladder.model_validate({**dict(BASE), "motto": "fresh"})
    extra = merge(BASE, ours, theirs).ladder.model_extra
    assert extra == {"mascot": "owl", "motto": "fresh"}


def test_that_without_a_base_every_difference_is_asked_and_ours_stands() -> None:
    theirs = after(
        add(0, "Smiles"),
        put(2, "Keeps the shelves in good order every day"),
        text("levels/P1", "name", "Beginner"),
        text("levels/P2", "grade", "7"),
        lambda ladder: delete(ladder, [Address("families/stock")]),
    )
    ours = after(take_out(2), lambda ladder: delete(ladder, [Address("proficiencies/expert")]))
    merged = merge(None, ours, theirs)
    assert merged.ladder == ours
    asked = {(c.address, c.field) for c in merged.conflicts}
    assert asked == {
        ("proficiencies/expert", ""),
        ("families/sales/P1", "responsibilities/0"),
        ("families/sales/P1", "responsibilities/1"),
        ("families/sales/P1", "responsibilities/2"),
        ("families/stock", ""),
        ("levels/P1", "name"),
        ("levels/P2", "grade"),
    }
    while merged.conflicts:
        merged = resolve(merged, merged.conflicts[0], merged.conflicts[0].theirs)
    assert merged.ladder == theirs


@pytest.mark.parametrize(
    ("address", "key"),
    [("levels/P1", "P3"), ("skills/selling", "sales"), ("families/sales", "shop-floor")],
)
def test_that_without_a_base_nothing_that_was_renamed_is_doubled(address: str, key: str) -> None:
    theirs = after(lambda ladder: rename(ladder, Address(address), key))
    merged = merge(None, BASE, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.address, conflict.field) == (address, "id")
    assert merged.ladder == BASE
    assert resolve(merged, conflict, key).ladder == theirs


def test_that_a_conflict_that_is_not_open_cannot_be_resolved() -> None:
    merged = merge(BASE, after(take_out(1)), after(put(1, "Keeps the shelves in order at night")))
    (conflict,) = merged.conflicts
    with pytest.raises(ValueError, match="no open conflict"):
        resolve(resolve(merged, conflict, None), conflict, None)


def _with_skill(key: str, name: str) -> Ladder:
    """The base with a skill like the others, used at P1."""
    said = {"id": key, "name": name, "description": "A framework for pages in the browser"}
    skills = (*BASE.skills, Skill.model_validate(said))
    return after(add(0, key, name="skills"), ladder=evolve(BASE, skills=skills))


def test_that_a_skill_replaced_by_another_is_never_carried_into_a_colleagues_text() -> None:
    base = _with_skill("react", "React")
    theirs = after(
        lambda ladder: insert_items(ladder, Address("families/stock/P1"), "skills", 0, ["react"]),
        text("skills/react", "description", "A framework for pages in the browser, by components"),
        ladder=base,
    )
    for merged in (
        merge(base, _with_skill("vue", "Vue"), theirs),
        merge(base, theirs, _with_skill("vue", "Vue")),
    ):
        assert find(merged.ladder, "families/stock/P1").skills == ("react",)
        assert find(merged.ladder, P1).skills[0] == "vue"
        assert "components" not in find(merged.ladder, "skills/vue").description
        assert [conflict.address for conflict in merged.conflicts] == ["skills/react"]


def test_that_a_skill_with_the_old_name_among_its_other_names_is_the_same() -> None:
    base = _with_skill("react", "React")
    ours = after(
        lambda ladder: rename(ladder, Address("skills/react"), "react-js"),
        text("skills/react-js", "name", "React.js"),
        lambda ladder: insert_items(ladder, Address("skills/react-js"), "aliases", 0, ["React"]),
        ladder=base,
    )
    theirs = after(
        lambda ladder: insert_items(ladder, Address("families/stock/P1"), "skills", 0, ["react"]),
        ladder=base,
    )
    merged = merge(base, ours, theirs)
    assert not merged.conflicts
    assert find(merged.ladder, "families/stock/P1").skills == ("react-js",)


def test_that_conflicts_resolved_at_once_come_to_the_same_as_one_by_one() -> None:
    ours = set_field(BASE, Address(), "name", "Our shop").change(BASE)
    ours = delete(ours, [Address("skills/counting")], uses="remove").change(ours)
    theirs = set_field(BASE, Address(), "name", "Their shop").change(BASE)
    theirs = set_field(theirs, Address("skills/counting"), "name", "Cash services").change(theirs)
    merged = merge(BASE, ours, theirs)
    assert len(merged.conflicts) > 1
    singly = merged
    for conflict in merged.conflicts:
        singly = resolve(singly, conflict, conflict.theirs)
    at_once = resolve_all(merged, {one.key: one.theirs for one in merged.conflicts})
    assert at_once == singly
    with pytest.raises(ValueError, match="no open conflict"):
        resolve_all(at_once, {merged.conflicts[0].key: None})
