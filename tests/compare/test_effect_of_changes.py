"""What changes mean for people, and which version step they ask for."""

from typing import Any

import pytest

from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.changes.change_words import effect_words
from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.diff.effects.bump import bump, bump_reasons
from laddereditor.compare.diff.wording.effect_word_lists import judging_words
from laddereditor.compare.diff.wording.rewording import reworded
from laddereditor.compare.diff.wording.word_forms import related
from laddereditor.edits.references import rename
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from laddereditor.reports.changes.diff_json import diff_json
from laddereditor.reports.changes.diff_text import diff_text
from tests.edits.samples import RAW, sample

REWORDINGS = [
    ("Supports releases", "Leads releases", "raises", "major"),
    ("Leads releases", "Supports releases", "lowers", "minor"),
    ("Contributes to the plan", "Owns the plan", "raises", "major"),
    ("Plans work within the team", "Plans work across teams", "raises", "major"),
    ("Informs the company", "Informs the team", "lowers", "minor"),
    ("Works with guidance", "Works independently", "raises", "major"),
    ("A degree is required", "A degree is preferred", "lowers", "minor"),
    ("A degree is preferred", "A degree is required", "raises", "major"),
    ("Handles some requests", "Handles all requests", "raises", "major"),
    ("Solves routine problems", "Solves complex problems", "raises", "major"),
    ("Supports one team", "Leads a team", "raises", "major"),
    ("Leads the team", "Supports the company", "unclear", "major"),
    ("Writes reports", "Writes reports and audits", "raises", "major"),
    ("Writes reports and audits", "Writes reports", "lowers", "minor"),
    ("Reviews designs", "Reviews designs, such as schemas", "clarifies", "minor"),
    ("Reviews designs (schemas)", "Reviews designs", "clarifies", "minor"),
    ("Reviews the designs of the team", "Reviews designs of their team", "clarifies", "minor"),
    ("Recieves requests", "Receives requests", "clarifies", "patch"),
    ("reviews designs", "Reviews designs.", "clarifies", "patch"),
    ("Manages risks", "Manage risks", "clarifies", "patch"),
    ("Runs a project", "Runs projects", "unclear", "major"),
    ("Builds models", "Creates models", "clarifies", "minor"),
    ("Hires people", "Fires people", "unclear", "major"),
    ("Tests or reviews", "Tests and reviews", "unclear", "major"),
    ("Approves spending", "Does not approve spending", "lowers", "minor"),
    ("At least 3 years in audit", "At least 5 years in audit", "raises", "major"),
    ("At least five years in audit", "At least 2 years in audit", "lowers", "minor"),
    ("Answers within 5 days", "Answers within 2 days", "raises", "major"),
    ("Budget up to 3.5 million", "Budget up to 35 million", "raises", "major"),
    ("Counts stock every month", "Counts stock every day", "raises", "major"),
    ("Counts stock once a week", "Counts stock annually", "lowers", "minor"),
    ("Counts stock each week", "Counts stock once a week", "clarifies", "minor"),
    ("Works at once", "Works as a team on time", "unclear", "major"),
]


@pytest.mark.parametrize(("before", "after", "effect", "step"), REWORDINGS)
def test_that_a_rewording_is_judged_by_its_words(
    before: str, after: str, effect: str, step: str
) -> None:
    found = reworded(before, after, "en")
    assert (found.effect, found.bump) == (effect, step), found.reason


def test_that_the_words_are_those_of_the_ladder_s_language() -> None:
    assert reworded("Unterstützt Kunden", "Leitet Kunden", "de-CH").effect == "raises"
    assert reworded("Supports clients", "Leads clients", "fi").effect == "unclear"
    assert reworded("Auttaa asiakkaita", "auttaa asiakkaita", "fi").bump == "patch"


@pytest.mark.parametrize(
    ("language", "monthly", "weekly"),
    [
        ("de", "Zählt Bestände einmal im Monat", "Zählt Bestände jede Woche"),
        ("fr", "Compte le stock chaque mois", "Compte le stock toutes les semaines"),
        ("es", "Cuenta las existencias cada mes", "Cuenta las existencias cada semana"),
        ("pt", "Conta o estoque todo mês", "Conta o estoque toda semana"),
        ("nl", "Telt de voorraad elke maand", "Telt de voorraad elke week"),
        ("it", "Conta le scorte ogni mese", "Conta le scorte ogni settimana"),
    ],
)
def test_that_a_shorter_interval_asks_for_more(language: str, monthly: str, weekly: str) -> None:
    assert reworded(monthly, weekly, language).effect == "raises"
    assert reworded(weekly, monthly, language).effect == "lowers"


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "pt", "nl", "it"])
def test_that_phrases_that_ask_for_different_things_are_not_the_same(language: str) -> None:
    listed = judging_words(language)
    marks = [word for word in listed.groups if word.endswith("qqqq")]
    assert not any(related(listed, one, other) for one in marks for other in marks if one != other)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "pt", "nl", "it"])
def test_that_no_phrase_is_on_two_scales(language: str) -> None:
    listed = judging_words(language)
    assert listed.steps and not listed.fillers & listed.turns
    sizes = [len({hit for hit in listed.steps.values() if hit[0] == n}) for n in range(5)]
    assert min(sizes) >= 3


def after(change: dict[str, Any] | None = None, **level: Any) -> tuple[LadderChange, ...]:
    """The changes when fields of a profile, and of its level, are others."""
    return diff(sample(), ladder_with(change, **level))


def ladder_with(change: dict[str, Any] | None = None, **level: Any) -> Ladder:
    """The sample with other fields of a profile, and of its level."""
    raw = to_raw(sample())
    raw["families"][0]["profiles"][1].update(change or {})
    raw["levels"][2].update(level)
    return Ladder.model_validate(raw)


def judged(change: dict[str, Any] | None = None, **level: Any) -> list[tuple[str, str, str]]:
    return [(found.effect, found.reason, found.bump) for found in after(change, **level)]


P3 = RAW["families"][0]["profiles"][1]
NEW_DEMAND = ("raises", "new demand", "major")
GONE = ("lowers", "demand gone", "minor")


def test_that_statements_and_skills_raise_when_they_come_and_lower_when_they_go() -> None:
    assert judged({"responsibilities": [*P3["responsibilities"], "Leads"]}) == [NEW_DEMAND]
    assert judged({"qualifications": ["A degree"]}) == [NEW_DEMAND]
    assert judged({"skills": [*P3["skills"], "python"]}) == [NEW_DEMAND]
    assert judged({"skills": P3["skills"][:2]}) == [GONE]
    assert judged({"responsibilities": P3["responsibilities"][:2]}) == [GONE]


def test_that_a_step_of_the_scale_raises_or_lowers() -> None:
    def step(held: str) -> list[dict[str, str] | str]:
        return [{"skill": "mentoring", "proficiency": held}, *P3["skills"][1:]]

    assert judged({"skills": step("expert")}) == [("raises", "a higher step", "major")]
    assert judged({"skills": step("aware")}) == [("lowers", "a lower step", "minor")]
    assert [effect for effect, _, _ in judged({"skills": ["mentoring", *P3["skills"][1:]]})] == [
        "unclear"
    ]


def test_that_another_title_is_more_than_spelling() -> None:
    title = P3["title"]
    assert judged({"title": "Somebody else"}) == [("neutral", "another title", "minor")]
    assert judged({"titles": ["Somebody else"]}) == [("neutral", "another title", "minor")]
    assert judged(title_patterns=["Chief {specialty}"])[0][2] == "minor"
    assert [step for _, _, step in judged({"title": title.upper()})] == ["patch"]


SPAIN = {"market": "Spain", "currency": "EUR", "min": 20000}


def ranges(low: int, *more: dict[str, Any]) -> dict[str, Any]:
    ireland = {"market": "Ireland", "currency": "EUR", "min": low, "max": 60000}
    return {"ranges": [ireland, *more]}


@pytest.mark.parametrize(
    ("before", "after", "concern", "words"),
    [
        ({"pay": ranges(40000)}, {"pay": ranges(36000)}, "pay lowered", "Pay lowered"),
        ({"pay": ranges(40000)}, {"pay": ranges(41000)}, "pay raised", "Pay raised"),
        ({"pay": ranges(40000)}, {"pay": ranges(40000, SPAIN)}, "pay", "Pay added"),
        ({"title": "Agent"}, {"title": "Assistant"}, "title", "Another title"),
        ({"flsa": "exempt"}, {"flsa": "nonexempt"}, "terms", "Another FLSA status"),
    ],
)
def test_that_what_concerns_people_says_what_it_is(
    before: dict[str, Any], after: dict[str, Any], concern: str, words: str
) -> None:
    old, new = ladder_with(before), ladder_with(after)
    (change,) = diff(old, new)
    assert (change.concerns, effect_words(change)[0]) == (concern, words)
    assert (change.effect, change.bump) == ("neutral", "minor")
    assert words.lower() in diff_text([change], old, new).lower()
    assert "no effect" not in diff_text([change], old, new).lower()
    assert diff_json([change])["changes"][0]["concerns"] == concern


def test_that_another_grade_or_code_of_a_level_concerns_people() -> None:
    (change,) = diff(ladder_with(grade="7"), ladder_with(grade="8"))
    assert (change.concerns, effect_words(change)) == ("terms", ("Another pay grade", ""))
    (change,) = diff(sample(), rename(sample(), Address("levels/P3"), "P4").change(sample()))
    assert (change.concerns, effect_words(change)[0]) == ("level code", "Another level code")


def test_that_pay_of_a_level_says_how_many_families_it_reaches() -> None:
    (change,) = diff(*(ladder_with({"pay": None}, pay=ranges(low)) for low in (40000, 36000)))
    assert effect_words(change) == ("Pay lowered", "reaches 1 family")


def test_that_an_example_only_clarifies() -> None:
    statements = [*P3["responsibilities"]]
    statements[1] = {"text": "Reviews work", "examples": ["Design notes", "Contracts"]}
    assert judged({"responsibilities": statements}) == [("clarifies", "only the examples", "minor")]


def test_that_another_place_in_the_list_is_neutral() -> None:
    skills = [*P3["skills"][1:], P3["skills"][0]]
    assert judged({"skills": skills}) == [("neutral", "only the order", "patch")]


def test_that_a_level_says_how_far_it_reaches() -> None:
    expected = {"communication": ["Writes clearly", "Speaks in public"], "delivery": ["Ships"]}
    assert judged(expectations=expected) == [("raises", "new demand; reaches 1 family", "major")]
    factors = {"scope": "Programs", "impact": "Product"}
    assert judged(factors=factors)[0][1].endswith("; every family says this itself")


def test_that_only_the_least_years_count() -> None:
    assert judged(experience={"min": 5, "max": 5}) == [
        ("raises", "3 years → 5 years at least; reaches 1 family", "major")
    ]
    assert judged(experience={"min": 3, "max": 9})[0][0] == "neutral"


def test_that_an_override_is_judged_against_what_it_replaces() -> None:
    assert judged({"experience": {"min": 3, "max": 5}})[0][0] == "neutral"
    assert judged({"experience": {"min": 1}})[0] == (
        "lowers",
        "3 years → 1 year at least",
        "minor",
    )
    expected = {**P3["expectations"], "communication": ["Writes clearly", "Speaks in public"]}
    assert judged({"expectations": expected}) == [NEW_DEMAND]


def test_that_what_readers_never_see_asks_for_no_step() -> None:
    raw = {**to_raw(sample()), "notes": "Ask the works council", "version": "1.0.1"}
    changes = diff(sample(), Ladder.model_validate(raw))
    assert {change.effect for change in changes} == {"neutral"}
    assert bump(changes) == "none"
    assert bump_reasons(changes) == ("2 changes that readers do not see",)


def test_that_names_ids_and_order_are_a_patch() -> None:
    assert (
        bump(diff(sample(), rename(sample(), Address("levels/P3"), "P4").change(sample())))
        == "patch"
    )


def test_that_no_change_is_no_step() -> None:
    assert bump(()) == "none"
    assert bump_reasons(()) == ()


def test_that_an_unknown_effect_counts_as_new_demand() -> None:
    statements = ["Paints pipelines", *P3["responsibilities"][1:]]
    changes = after({"responsibilities": statements})
    assert [change.effect for change in changes] == ["unclear"]
    assert bump(changes) == "major"
    reason = "1 change has an unknown effect and counts as if it raised the bar"
    assert bump_reasons(changes) == (reason,)


def test_that_the_largest_step_holds_and_the_reasons_begin_with_it() -> None:
    changes = after(
        {"skills": [*P3["skills"][:2], "python"], "title": "Other"}, summary="Works alone."
    )
    assert bump(changes) == "major"
    assert bump_reasons(changes) == (
        "1 change raises the bar",
        "1 change asks for less",
        "1 title, entry or description is new, changed or removed",
        "1 other change, such as of a name, an order or spelling",
    )


def test_that_a_new_family_asks_nothing_of_those_described_before() -> None:
    raw = to_raw(sample())
    raw["families"].append({"id": "ops", "name": "Ops", "profiles": [{"level": "P1"}]})
    changes = diff(sample(), Ladder.model_validate(raw))
    assert [(change.effect, change.bump) for change in changes] == [("neutral", "minor")]
