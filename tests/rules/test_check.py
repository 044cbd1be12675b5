"""The check as a whole: severities, accepted findings, order, and what is checked again."""

from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from laddereditor.edits.edit import EditRefused
from laddereditor.model.base import evolve
from laddereditor.model.family import Family
from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import CheckCancelled, CheckReport, check
from laddereditor.rules.finding import Severity
from laddereditor.rules.registry import RULES
from tests.edits.random_edits import BUILDERS
from tests.examples import examples
from tests.finding import entity_at
from tests.rules.good import found, raw, spoiled
from tests.strategies import ladders

TEA = ("skills/+", {"id": "tea", "name": "Tea"})


def _with_checks(**checks: Any) -> Ladder:
    return spoiled(TEA, ("checks", checks))


# -- severities -----------------------------------------------------------------------------------


def test_that_severities_are_ordered() -> None:
    assert Severity.ERROR.rank > Severity.WARNING.rank > Severity.INFO.rank


@pytest.mark.parametrize("severity", list(Severity))
def test_that_a_ladder_sets_the_severity_of_a_rule(severity: Severity) -> None:
    (finding,) = check(_with_checks(rules={"unused-skill": severity.value})).findings
    assert (finding.rule, finding.severity) == ("unused-skill", severity)


def test_that_a_rule_can_be_switched_off_and_on_again() -> None:
    off = _with_checks(rules={"unused-skill": "off"})
    report = check(off)
    assert report.findings == ()
    assert report.accepted == ()
    again = check(evolve(off, checks=None), report)
    assert [one.rule for one in again.findings] == ["unused-skill"]


def test_that_a_word_that_is_no_severity_leaves_the_rule_as_it_is() -> None:
    findings = check(_with_checks(rules={"unused-skill": "loud"})).findings
    assert [(one.rule, one.severity) for one in findings] == [
        ("unknown-check", Severity.WARNING),
        ("unused-skill", Severity.WARNING),
    ]


def test_that_a_long_text_makes_no_long_message_or_label() -> None:
    version = check(spoiled(("version", "Second edition " * 2000))).findings[0]
    assert version.message.startswith('The version "Second edition')
    assert version.message.endswith('" should be three numbers, such as 2.1.0.')
    assert len(version.message) < 320
    skill = check(spoiled(("families/0/profiles/0/skills/+", "w" * 5000))).findings[0]
    assert all(len(fix.label) < 120 for fix in skill.fixes)
    assert any(fix.label.endswith("to the skill library") for fix in skill.fixes)


# -- accepted findings ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "accepted"),
    [
        ("families/data/P1", True),
        ("data/P1", True),
        ("families/data/P1/responsibilities", True),
        ("families/data/P1/responsibilities/0", True),
        ("families/data/P1/responsibilities/1", False),
        ("families/data/P2", False),
        ("families/data", False),
        ("", False),
    ],
)
def test_that_an_accepted_finding_is_listed_with_its_reason(at: str, accepted: bool) -> None:
    ladder = spoiled(
        ("families/0/profiles/0/responsibilities/0", " "),
        ("checks", {"accepted": [{"rule": "blank-item", "at": at, "reason": "A spacer"}]}),
    )
    report = check(ladder)
    assert [reason for _, reason in report.accepted] == ["A spacer"] * accepted
    assert [one.rule for one in report.findings] == (
        [] if accepted else ["accepted-gone", "blank-item"]
    )


def test_that_accepting_holds_for_the_rule_it_names_only() -> None:
    ladder = _with_checks(accepted=[{"rule": "empty-name", "at": "skills/tea", "reason": "x"}])
    assert found(ladder) == [
        ("accepted-gone", "", "checks/accepted/0"),
        ("unused-skill", "skills/tea", ""),
    ]


def test_that_an_acceptance_that_is_gone_can_be_taken_out() -> None:
    ladder = _with_checks(accepted=[{"rule": "empty-name", "at": "skills/tea", "reason": "x"}])
    after = check(ladder).findings[0].fixes[0].edit(ladder).change(ladder)
    assert found(after) == [("unused-skill", "skills/tea", "")]


def test_that_what_was_accepted_of_a_rule_that_is_off_is_kept() -> None:
    entry = {"rule": "unused-skill", "at": "skills/tea", "reason": "x"}
    assert found(_with_checks(accepted=[entry], rules={"unused-skill": "off"})) == []


# -- order and place ------------------------------------------------------------------------------


def test_that_findings_come_in_tree_order_with_errors_first() -> None:
    ladder = spoiled(
        ("families/1/profiles/0/skills", []),
        ("families/0/summary", ""),
        ("families/0/profiles/0/skills/+", "nothing"),
        ("families/0/profiles/0/responsibilities", []),
        ("skills/0/kind", "x"),
        ("skills/0/name", ""),
        ("levels/0/summary", ""),
        ("version", "1"),
    )
    places = [(one.address, one.severity.value) for one in check(ladder).findings]
    assert places == [
        ("", "warning"),
        ("levels/P1", "warning"),
        ("skills/sql", "error"),
        ("skills/sql", "warning"),
        ("families/data", "warning"),
        ("families/data/P1", "error"),
        ("families/ops/M2", "warning"),
    ]


def test_that_every_rule_says_what_it_is_about() -> None:
    for rule in RULES.values():
        assert rule.title and rule.reason.endswith(".") and rule.group, rule.id
        assert "|" not in rule.title + rule.reason, rule.id


# -- what is checked again ------------------------------------------------------------------------


def _rechecked(before: CheckReport, ladder: Ladder) -> set[str]:
    return {address for _, address in check(ladder, before).cache.checked}


def _profile_with(ladder: Ladder, family: int, place: int, **changes: Any) -> Ladder:
    chosen = ladder.families[family]
    profiles = list(chosen.profiles)
    profiles[place] = evolve(profiles[place], **changes)
    families = list(ladder.families)
    families[family] = evolve(chosen, profiles=tuple(profiles))
    return evolve(ladder, families=tuple(families))


def test_that_the_same_ladder_is_not_checked_again() -> None:
    report = check(spoiled())
    assert check(report.ladder, report) is report


def test_that_a_text_of_a_profile_checks_its_family_and_neighbours_only() -> None:
    report = check(spoiled())
    ladder = _profile_with(report.ladder, 0, 0, summary="New")
    assert _rechecked(report, ladder) == {
        "",
        "levels/P1",  # which needs no summary any more for its only profile
        "families/data",
        "families/data/P1",
        "families/data/P2",  # which is compared with the one below
    }


def test_that_a_text_of_a_level_or_skill_checks_nothing_else() -> None:
    report = check(spoiled())
    first = report.ladder.levels[0]
    levels = (evolve(first, summary="New"), *report.ladder.levels[1:])
    assert _rechecked(report, evolve(report.ladder, levels=levels)) == {
        "",
        "levels/P1",
        "levels/P2",
    }
    skills = (evolve(report.ladder.skills[0], name="New"), *report.ladder.skills[1:])
    assert _rechecked(report, evolve(report.ladder, skills=skills)) == {"", "skills/sql"}


def test_that_a_family_of_its_own_does_not_check_the_others() -> None:
    report = check(spoiled())
    families = (*report.ladder.families, Family(id="new", name="New", summary="New"))
    checked = _rechecked(report, evolve(report.ladder, families=families))
    assert "families/new" in checked
    assert not any(address.startswith(("families/data", "families/ops")) for address in checked)


def test_that_another_use_of_a_skill_checks_that_skill_only() -> None:
    report = check(spoiled(TEA))
    ladder = _profile_with(report.ladder, 1, 0, skills=("sql", "mentoring", "tea"))
    checked = _rechecked(report, ladder)
    assert {one for one in checked if one.startswith("skills")} == {"skills/tea"}
    assert not any(address.startswith("families/data") for address in checked)


def test_that_a_scale_in_another_order_is_noticed() -> None:
    sql = [{"skill": "sql", "proficiency": step} for step in ("working", "expert")]
    report = check(
        spoiled(
            ("families/0/profiles/0/skills/0", sql[0]), ("families/0/profiles/1/skills/0", sql[1])
        )
    )
    assert "working, expert" in report.findings[0].message
    turned = evolve(report.ladder, proficiencies=tuple(reversed(report.ladder.proficiencies)))
    assert "expert, working" in check(turned, report).findings[0].message


def test_that_settings_are_applied_without_checking_again() -> None:
    report = check(spoiled(TEA))
    ladder = evolve(report.ladder, checks={"rules": {"unused-skill": "off"}})
    again = check(ladder, report)
    assert again.findings == ()
    assert {address for _, address in again.cache.checked} == {""}


# -- incremental equals full ----------------------------------------------------------------------

_WORDS = st.sampled_from(["", " ", "sql", "mentoring", "tea", "P1", "P2", "P3", "M1", "M2", "TBD"])
_YEARS = st.fixed_dictionaries(
    {}, optional={"min": st.integers(-1, 12), "max": st.integers(0, 12) | st.none()}
)
_CHANGES = st.one_of(
    st.tuples(st.just("version"), _WORDS),
    st.tuples(st.sampled_from(["levels/0/summary", "levels/4/track", "levels/2/id"]), _WORDS),
    st.tuples(st.sampled_from(["levels/1/experience", "levels/2/experience"]), _YEARS),
    st.tuples(st.sampled_from(["skills/0/id", "skills/1/id", "skills/0/kind"]), _WORDS),
    st.tuples(st.just("skills/1/proficiencies"), st.dictionaries(_WORDS, _WORDS, max_size=2)),
    st.tuples(st.sampled_from(["families/0/id", "families/1/id", "families/0/summary"]), _WORDS),
    st.tuples(st.sampled_from([f"families/0/profiles/{n}/level" for n in range(3)]), _WORDS),
    st.tuples(st.just("families/0/profiles/0/experience"), _YEARS | st.none()),
    st.tuples(st.just("families/0/profiles/1/skills"), st.lists(_WORDS, max_size=3)),
    st.tuples(st.just("families/1/profiles/0/responsibilities"), st.lists(_WORDS, max_size=3)),
    st.tuples(st.just("families/0/competencies/0/id"), _WORDS),
    st.tuples(st.just("proficiencies/0/id"), _WORDS),
    st.tuples(st.just("factors"), st.just([{"id": "scope", "name": "Scope"}])),
    st.tuples(
        st.just("checks"),
        st.fixed_dictionaries(
            {},
            optional={
                "rules": st.dictionaries(
                    st.sampled_from(sorted(RULES)), st.sampled_from(["off", "info", "error"])
                ),
                "words": st.fixed_dictionaries({"placeholder": st.lists(_WORDS, max_size=2)}),
            },
        ),
    ),
    st.tuples(st.sampled_from(["families", "levels", "skills"]), st.just("reversed")),
)


def _set(value: Any, path: list[str], new: Any) -> Any:
    """Return `value` with `new` at the path; all else keeps its identity."""
    if not path:
        if new == "reversed":
            return tuple(reversed(value))
        return tuple(new) if isinstance(value, tuple) else new
    if isinstance(value, tuple):
        if not value:
            return value
        place = int(path[0]) % len(value)
        return (*value[:place], _set(value[place], path[1:], new), *value[place + 1 :])
    return evolve(value, **{path[0]: _set(getattr(value, path[0]), path[1:], new)})


def _all(report: CheckReport) -> tuple[Any, ...]:
    return report.findings, report.accepted


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(_CHANGES, min_size=1, max_size=8))
def test_that_an_incremental_check_finds_what_a_full_one_finds(
    changes: list[tuple[str, Any]],
) -> None:
    seen = [check(Ladder.model_validate(raw()))]
    for path, value in changes:
        ladder = _set(seen[-1].ladder, path.split("/"), value)
        seen.append(check(ladder, seen[-1]))
        assert _all(seen[-1]) == _all(check(ladder))
    for report in reversed(seen):  # as undo does, on from what came later
        assert _all(check(report.ladder, seen[-1])) == _all(report)


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), ladders())
def test_that_random_edits_are_checked_as_a_full_check_would(
    data: st.DataObject, ladder: Ladder
) -> None:
    report = check(ladder)
    assert [one for one in report.findings if one.severity is Severity.ERROR] == []
    for build in data.draw(st.lists(st.sampled_from(BUILDERS), min_size=1, max_size=6)):
        try:
            ladder = build(cast("st.DrawFn", data.draw), ladder).change(ladder)
        except EditRefused:
            continue
        report = check(ladder, report)
        assert _all(report) == _all(check(ladder))


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(_CHANGES, min_size=1, max_size=8))
def test_that_a_fix_removes_its_finding_or_is_refused(changes: list[tuple[str, Any]]) -> None:
    ladder = Ladder.model_validate(raw())
    for path, value in changes:
        ladder = _set(ladder, path.split("/"), value)
    report = check(ladder)
    for finding in report.findings:
        assert entity_at(ladder, finding.address)
        for fix in finding.fixes:
            try:
                mended = fix.edit(ladder).change(ladder)
            except EditRefused as refused:
                assert str(refused)
            else:
                assert _count(check(mended, report), finding.rule) < _count(report, finding.rule)


def _count(report: CheckReport, rule: str) -> int:
    return sum(finding.rule == rule for finding in report.findings)


def test_that_a_fix_is_refused_once_its_place_has_changed() -> None:
    (finding,) = check(spoiled(("status", "drft"))).findings
    with pytest.raises(EditRefused):
        finding.fixes[0].edit(spoiled(("status", "publishd")))


# -- long work ------------------------------------------------------------------------------------


def test_that_progress_is_reported_up_to_the_end() -> None:
    reported: list[float] = []
    check(spoiled(), progress=reported.append)
    assert reported == sorted(reported) and reported[-1] == 1.0


def test_that_a_check_that_is_not_wanted_any_more_stops() -> None:
    with pytest.raises(CheckCancelled):
        check(spoiled(), cancelled=lambda: True)
