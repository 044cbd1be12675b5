"""Findings about equivalents."""

from laddereditor.model.base import evolve
from laddereditor.model.equivalent import Equivalent
from laddereditor.model.ladder import Checks, Ladder
from laddereditor.rules.check import check
from laddereditor.rules.finding import Finding
from tests.rules.good import raw


def ladder(*equivalents: Equivalent, known: tuple[str, ...] = ()) -> Ladder:
    made = Ladder.model_validate(raw())
    level = evolve(made.levels[0], equivalents=equivalents)
    checks = Checks(words={"equivalent-scheme": list(known)}) if known else None
    return evolve(made, levels=(level, *made.levels[1:]), checks=checks)


def found(ladder: Ladder) -> list[Finding]:
    return list(check(ladder).findings)


def test_that_an_equivalent_says_a_scheme_and_a_code_or_name() -> None:
    good = Equivalent(scheme="Survey", name="Career", confidence="proposed")
    assert not found(ladder(good))
    one, other = found(ladder(Equivalent(code="P3"), Equivalent(scheme="Survey", note="Soon")))
    assert (one.rule, one.field) == ("equivalent-incomplete", "equivalents/0/scheme")
    assert other.field == "equivalents/1/code"


def test_that_a_scheme_that_the_ladder_does_not_list_is_reported_with_what_may_be_meant() -> None:
    wrong = Equivalent(scheme="Suvey", code="P3")
    assert not found(ladder(wrong))
    bad = ladder(wrong, known=("Survey", "Acme"))
    (one,) = found(bad)
    assert (one.rule, one.address, one.field) == (
        "equivalent-scheme",
        "levels/P1",
        "equivalents/0/scheme",
    )
    assert "Survey" in one.message
    assert not found(one.fixes[0].edit(bad).change(bad))


def test_that_another_word_for_confidence_is_no_choice() -> None:
    (one,) = found(ladder(Equivalent(scheme="Survey", code="P3", confidence="sure")))
    assert (one.rule, one.field) == ("choice", "equivalents/0/confidence")
