"""What will come of imported pages, given the family and the level that a person chose."""

from laddereditor.edits.importing.pages import NamedPage, join_pages, part_for_pages
from laddereditor.exchange.registry import import_text
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import PageChoice
from laddereditor.presentation.importing.plan import ImportPlan

BAKER = """\
P2P2 — Journey
Journey Baker
What you'd do
- Bakes bread
Common titles
Bread IIBread 2
"""
ENTRY = BAKER.replace("Journey Baker", "Entry").split("Common titles")[0]


def _plan(pages: dict[str, str], ladder: Ladder | None = None) -> ImportPlan:
    read = [(name, import_text(text, name)) for name, text in pages.items()]
    return ImportPlan.of(read, ladder, "bakery.yaml" if ladder else "")


def _ladder() -> Ladder:
    return import_text(BAKER, "page.txt").ladder


def _outcomes(plan: ImportPlan, *choices: PageChoice) -> tuple[str, ...]:
    return plan.judge(choices, False).outcomes


def test_that_a_page_says_what_will_come_of_it() -> None:
    changed = BAKER.replace("Bakes bread", "Cleans the oven at night")
    higher = BAKER.replace("P2", "P3")
    nurse = BAKER.replace("Baker", "Nurse").replace("Bread", "Ward")
    pages = {"changed": changed, "higher": higher, "nurse": nurse}
    plan = _plan(pages, _ladder())
    choices = [page.choice for page in plan.review().pages]
    assert _outcomes(plan, *choices) == (
        "replaces P2 of Baker: review the changes",
        "adds P3 to Baker",
        "adds the family Nurse with P2",
    )
    assert plan.judge(choices, False).here == ("Baker P2",)
    same = _plan({"same": BAKER}, _ladder())
    assert _outcomes(same, PageChoice("Baker", "P2")) == ("Baker P2 has all of it already",)


def test_that_the_family_is_asked_for_where_it_cannot_be_known() -> None:
    plan = _plan({"page.txt": ENTRY}, _ladder())
    (page,) = plan.review().pages
    assert page.choice == PageChoice("", "P2")
    assert page.families == ("Baker",)
    judged = plan.judge((page.choice,), False)
    assert not judged.is_complete
    assert judged.outcomes[0].startswith("Which family")
    assert plan.judge((PageChoice("Baker", "P2"),), False).is_complete


def test_that_family_and_level_can_be_corrected() -> None:
    plan = _plan({"page.txt": ENTRY}, _ladder())
    assert _outcomes(plan, PageChoice("baker", "P3")) == ("adds P3 to Baker",)
    (family,) = plan.joined((PageChoice("baker", "P3"),), plan.ladder).ladder.families
    assert [(one.level, one.title) for one in family.profiles] == [
        ("P2", "Journey Baker"),
        ("P3", "Entry"),
    ]
    new = plan.joined((PageChoice("Dish Washing", "S1"),), None).ladder
    assert (new.families[0].name, new.levels[0].id) == ("Dish Washing", "S1")


def test_that_a_level_of_the_ladder_decides_the_track() -> None:
    manager = import_text(BAKER.replace("P2P2 — Journey", "M2M2 — Head"), "page.txt").ladder
    plan = _plan({"page.txt": ENTRY}, manager)
    joined = plan.joined((PageChoice("Baker", "M2"),), manager, "join").ladder
    assert [level.track for level in joined.levels] == ["management"]


def test_that_what_differs_is_asked() -> None:
    plan = _plan({"b.txt": BAKER.replace("P2P2 — Journey", "P2P2 — Skilled")}, _ladder())
    (page,) = plan.review().pages
    assert plan.judge((page.choice,), False).differing == (
        "Level P2 › Name: “Skilled” (b.txt) in place of “Journey”",
    )
    assert plan.judge((page.choice,), True).differing == ()


def test_that_a_large_ladder_is_judged_by_what_the_pages_are_about() -> None:
    other = import_text(BAKER.replace("Baker", "Nurse").replace("Bread", "Ward"), "n").ladder
    ladder = join_pages(_ladder(), [NamedPage("n", other)]).ladder
    changed = BAKER.replace("P2P2 — Journey", "P2P2 — Developing").replace("Bakes", "Sells")
    plan = _plan({"changed": changed, "nurse": changed.replace("Baker", "Nurse")}, ladder)
    pages = plan.pages(())
    part = part_for_pages(ladder, pages[:1])
    assert [family.name for family in part.families] == ["Baker"]
    choices = [page.choice for page in plan.review().pages]
    judged = plan.judge(choices, False)
    assert judged.here == ("Baker P2", "Nurse P2")
    assert len(judged.differing) == len(plan.differing(choices)) == 2


def test_that_two_pages_about_one_profile_are_named() -> None:
    other = BAKER.replace("Bakes bread", "Cleans the oven at night")
    plan = _plan({"a.txt": BAKER, "b.txt": other})
    choices = tuple(page.choice for page in plan.review().pages)
    judged = plan.judge(choices, True)
    assert not judged.is_complete
    assert judged.outcomes[1].startswith("a.txt is about P2 of Baker too.")
    apart = (choices[0], PageChoice("Baker", "P3"))
    assert plan.judge(apart, True).is_complete


def test_that_a_table_of_levels_adds_what_the_ladder_does_not_say() -> None:
    table = "Factor\tP1 — Learner\tP2 — Journey\nScope\tOne task\tOne oven\n"
    plan = _plan({"table.txt": table}, _ladder())
    (page,) = plan.review().pages
    assert page.is_fixed
    assert _outcomes(plan, page.choice) == (
        "adds what P1, P2 mean, where the ladder does not say it",
    )
    joined = plan.joined((page.choice,), plan.ladder).ladder
    assert [(one.id, one.factors) for one in joined.levels] == [
        ("P1", {"scope": "One task"}),
        ("P2", {"scope": "One oven"}),
    ]
    assert joined.families[0].name == "Baker"
