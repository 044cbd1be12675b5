"""The examples of every rule: each fires on its own one, and is silent on the other."""

from datetime import date

import pytest

from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import check
from laddereditor.rules.explain import as_text, explanation
from laddereditor.rules.registry import RULES
from laddereditor.rules.rule import Rule
from laddereditor.storage.files.document import read_bytes
from tests.finding import find

TODAY = date(2026, 11, 27)
ALL = pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))


def _ladder(example: str) -> Ladder:
    return read_bytes(f"laddereditor: 1\nid: example\nname: Example\n{example}".encode()).ladder


def _fires(rule: Rule, example: str) -> bool:
    return any(one.rule == rule.id for one in check(_ladder(example), today=TODAY).findings)


@ALL
def test_that_a_rule_fires_on_its_example(rule: Rule) -> None:
    assert _fires(rule, rule.fires)


@ALL
def test_that_a_rule_is_silent_on_its_other_example(rule: Rule) -> None:
    assert not _fires(rule, rule.silent)


@ALL
def test_that_a_rule_says_all_that_its_explanation_shows(rule: Rule) -> None:
    assert all(section.text.strip() for section in explanation(rule))
    assert rule.title in as_text(rule) and rule.reason in as_text(rule)
    for sentence in (rule.reason, rule.remedy):
        assert sentence[0].isupper() and sentence.endswith(".")
    assert set(rule.yields_to) <= RULES.keys()


@ALL
def test_that_marked_words_are_inside_the_text_that_has_them(rule: Rule) -> None:
    ladder = _ladder(rule.fires)
    for finding in check(ladder).findings:
        if finding.spans:
            text = str(find(ladder, finding.address.at(finding.field)))
            assert all(0 <= start < end <= len(text) for start, end in finding.spans)
