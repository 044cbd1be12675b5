"""The verb `check`: explaining rules, and its formats for other programs."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.test_usage import command

from laddereditor.rules.registry import RULES

PATH = "my ladder é.yaml"
LADDER = (
    "laddereditor: 1\nid: x\nname: X\nfamilies:\n- id: work\n  name: Work\n  summary: TBD\n"
    "  profiles:\n  - level: P9\n"
)


@pytest.fixture
def ladder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / PATH).write_text(LADDER, "utf-8")
    return Path(PATH)


def _sarif(*files: Path) -> Any:
    return json.loads("\n".join(command("check", *files, "--format", "sarif").lines))


def test_that_a_rule_is_explained_without_a_file() -> None:
    found = command("check", "--explain", "unused-skill")
    text = "\n".join(found.lines)
    assert found.code == 0
    assert RULES["unused-skill"].remedy in text and "    skills:" in text


def test_that_an_unknown_rule_gets_the_nearest_one() -> None:
    found = command("check", "--explain", "unused-skil")
    assert found.code == 2
    assert found.errors == [
        "laddereditor: there is no rule 'unused-skil'. Did you mean 'unused-skill'?"
    ]


def test_that_marked_words_are_printed_for_other_programs(ladder: Path) -> None:
    found = json.loads("\n".join(command("check", ladder, "--format", "json").lines))
    (marked,) = [one for one in found["findings"] if one["rule"] == "placeholder"]
    assert marked["spans"] == [[0, 3]]


def test_that_a_sarif_log_names_rule_level_file_and_place(ladder: Path) -> None:
    (run,) = _sarif(ladder)["runs"]
    (hit,) = [one for one in run["results"] if one["ruleId"] == "unknown-level"]
    assert run["tool"]["driver"]["rules"][hit["ruleIndex"]]["id"] == "unknown-level"
    assert hit["level"] == "error"
    (location,) = hit["locations"]
    place = location["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20ladder%20%C3%A9.yaml"
    assert place["region"]["startLine"] == 9
    assert location["logicalLocations"] == [{"fullyQualifiedName": "families/work/P9/level"}]


def test_that_a_sarif_log_holds_the_findings_of_all_files(ladder: Path) -> None:
    (one,) = _sarif(ladder)["runs"]
    (both,) = _sarif(ladder, ladder)["runs"]
    assert len(both["results"]) == 2 * len(one["results"]) > 0
    assert both["tool"] == one["tool"]
