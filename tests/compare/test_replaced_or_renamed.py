"""What was replaced, moved or put in is told from what was only renamed or reworded."""

import pytest

from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.changes.change_words import headline
from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.diff.effects.bump import bump
from laddereditor.compare.merge.merging import merge
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.document import read_text


def two(marked: str) -> tuple[Ladder, Ladder]:
    lines = marked.strip("\n").splitlines()
    old, new = (
        "laddereditor: 1\n" + "".join(f"{line[2:]}\n" for line in lines if line[:1] != other)
        for other in "><"
    )
    return read_text(old).ladder, read_text(new).ladder


def told(changes: tuple[LadderChange, ...]) -> list[tuple[str, str]]:
    return [(change.kind, str(change.address.at(change.field))) for change in changes]


SKILL = """
  skills:
< - {id: oven-care, name: Oven care, description: Cleans and checks the ovens}
> - {id: order-planning, name: %s, description: %s}
  families:
  - id: baker
    name: Baker
    profiles:
    - level: P1
<     skills: [oven-care]
>     skills: [order-planning]
    - level: P2
<     skills: [oven-care]
>     skills: [order-planning]
"""


def test_that_a_skill_in_the_place_of_another_one_is_no_rename() -> None:
    changes = diff(*two(SKILL % ("Order planning", "Says what to buy for a week")))
    assert told(changes) == [
        ("removed", "skills/oven-care"),
        ("added", "skills/order-planning"),
        ("added", "families/baker/P1/skills/0"),
        ("removed", "families/baker/P1/skills/0"),
        ("added", "families/baker/P2/skills/0"),
        ("removed", "families/baker/P2/skills/0"),
    ]
    assert bump(changes) == "major"


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("Oven care", "Says what to buy for a week"),
        ("Care of ovens", "Cleans the ovens and checks them"),
        ("Order planning", "Cleans and checks all the ovens"),
    ],
)
def test_that_a_skill_alike_in_name_or_text_was_renamed(name: str, description: str) -> None:
    changes = diff(*two(SKILL % (name, description)))
    assert ("renamed", "skills/order-planning/id") in told(changes)
    assert bump(changes) in ("patch", "minor")


def test_that_a_skill_with_the_old_name_among_its_others_was_renamed() -> None:
    marked = SKILL % ("Order planning, aliases: [Oven Care]", "Says what to buy for a week")
    assert ("renamed", "skills/order-planning/id") in told(diff(*two(marked)))


DOUBTFUL = """
  skills:
< - {id: oven-care}
> - {id: order-planning}
  families:
  - id: baker
    name: Baker
    profiles:
    - level: P1
<     skills: [oven-care]
>     skills: [order-planning]
"""


def test_that_a_doubtful_rename_is_reported_as_one_and_its_effect_is_unknown() -> None:
    old, new = two(DOUBTFUL)
    (change,) = diff(old, new)
    assert (change.kind, change.effect, change.bump) == ("renamed", "unclear", "major")
    assert headline(change, old, new).startswith("Skill oven-care perhaps renamed to order-plan")


@pytest.mark.parametrize(
    "marked", [DOUBTFUL, SKILL % ("Order planning", "Says what to buy for a week")]
)
def test_that_a_replaced_skill_is_not_carried_into_what_a_colleague_wrote(marked: str) -> None:
    base, theirs = two(marked)
    raw = base.model_dump(mode="json", exclude_defaults=True)
    raw["families"][0]["profiles"].append({"level": "P3", "skills": ["oven-care"]})
    ours = Ladder.model_validate(raw)
    merged = merge(base, ours, theirs).ladder
    (added,) = (each for each in merged.families[0].profiles if each.level == "P3")
    assert added.skills == ("oven-care",)


LISTS = """
  families:
  - id: teacher
    name: Teacher
    profiles:
    - level: P1
      responsibilities:
      - Prepares lessons
>     - Considers the plans of the district when choosing books
    - level: P2
      responsibilities:
<     - Considers the plans of the district when choosing books
>     - Shapes the plans of the district
"""


def test_that_an_equal_text_elsewhere_beats_a_similar_one_here() -> None:
    old, new = two(LISTS)
    down = diff(old, new)
    assert told(down) == [
        ("moved", "families/teacher/P1/responsibilities/1"),
        ("added", "families/teacher/P2/responsibilities/0"),
    ]
    assert told(diff(new, old)) == [
        ("moved", "families/teacher/P2/responsibilities/0"),
        ("removed", "families/teacher/P2/responsibilities/0"),
    ]


def test_that_a_similar_text_here_is_reworded_if_no_equal_one_came_elsewhere() -> None:
    marked = LISTS.replace(">     - Considers", "      - Considers", 1)
    assert told(diff(*two(marked))) == [("changed", "families/teacher/P2/responsibilities/0")]


PUT_IN = """
  levels:
< - {id: P1, name: Baker, experience: {min: 1, max: 2}}
< - {id: P2, name: Master, experience: {min: 3, max: 5}}
> - {id: P1, name: Apprentice, experience: {min: 1, max: 2}}
> - {id: P2, name: Baker, experience: {min: 1, max: 2}}
> - {id: P3, name: Master, experience: {min: 3, max: 5}}
  families:
  - id: baker
    name: Baker
    profiles:
    - level: P1
<     responsibilities: [Bakes]
>     responsibilities: [Learns]
    - level: P2
<     responsibilities: [Leads]
>     responsibilities: [Bakes]
>   - level: P3
>     responsibilities: [Leads]
"""


def test_that_a_level_put_in_below_leaves_the_others_their_people() -> None:
    old, new = two(PUT_IN)
    changes = diff(old, new)
    assert told(changes) == [
        ("added", "levels/P1"),
        ("renamed", "levels/P2/id"),
        ("renamed", "levels/P3/id"),
        ("added", "families/baker/P1"),
    ]
    assert bump(changes) == "minor"
    assert {kind for kind, _ in told(diff(new, old))} == {"removed", "renamed"}


PAY = """
  families:
  - id: baker
    name: Baker
    profiles:
    - level: P1
<     pay: {ranges: [{market: Berlin, currency: EUR, min: 40000, mid: 45000, max: 50000}]}
>     pay: {ranges: [{market: %s, currency: %s, min: 36000, mid: 40000, max: 45000}]}
"""


@pytest.mark.parametrize(
    ("market", "currency", "reason"),
    [
        ("Berlin", "EUR", "pay lowered"),
        ("Bremen", "EUR", "pay lowered"),
        ("Bremen", "USD", "pay in another currency"),
    ],
)
def test_that_other_figures_are_one_changed_range(market: str, currency: str, reason: str) -> None:
    old, new = two(PAY % (market, currency))
    (change,) = diff(old, new)
    assert (change.kind, change.reason, change.bump) == ("changed", reason, "minor")


def test_that_a_range_says_whether_it_was_raised() -> None:
    old, new = two(PAY % ("Berlin", "EUR"))
    assert [change.reason for change in diff(new, old)] == ["pay raised"]


@pytest.mark.parametrize(
    ("before", "after", "step"),
    [("Chief Baker", "Chef Baker", "minor"), ("Head baker", "Head Baker", "patch")],
)
def test_that_another_title_is_no_spelling(before: str, after: str, step: str) -> None:
    old, new = two(f"""
  families:
  - id: baker
    name: Baker
    profiles:
    - level: P1
<     title: {before}
>     title: {after}
""")
    assert bump(diff(old, new)) == step


@pytest.mark.parametrize(("name", "step"), [("Confectioner", "minor"), ("BAKER", "patch")])
def test_that_another_name_of_a_family_is_more_than_spelling(name: str, step: str) -> None:
    old, new = two(f"""
  families:
  - id: baker
<   name: Baker
>   name: {name}
    profiles:
    - {{level: P1}}
""")
    assert bump(diff(old, new)) == step


def test_that_nothing_changed_asks_for_no_version() -> None:
    old, _ = two(PUT_IN)
    assert bump(diff(old, old.model_copy(deep=True))) == "none"
