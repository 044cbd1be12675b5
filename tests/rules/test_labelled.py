"""The rules agree with readers who labelled small ladders."""

import pytest

from laddereditor.rules.registry import RULES
from tests.rules.labelled_ladders import judge


@pytest.mark.parametrize("folder", ["open", "held_out"])
def test_that_nearly_all_findings_are_right_and_nearly_all_faults_are_found(folder: str) -> None:
    found = judge(folder)
    assert found.precision >= 0.95, sorted(found.wrong)
    assert found.recall >= 0.95, sorted(found.missed)


@pytest.mark.parametrize("folder", ["open", "held_out"])
def test_that_structure_is_always_right(folder: str) -> None:
    found = judge(folder, ["Structure"])
    assert (found.wrong, found.missed) == (frozenset(), frozenset())


def test_that_labels_name_rules_that_exist_and_no_line_is_both() -> None:
    for folder in ("open", "held_out"):
        found = judge(folder)
        faults = found.right | found.missed
        assert {hit[0] for hit in faults | found.near} <= RULES.keys()
        assert not faults & found.near
