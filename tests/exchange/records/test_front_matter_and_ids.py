"""Markdown that is nothing but front matter, ids that name levels, files alone in a folder."""

from pathlib import Path

import pytest

from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.records.importing import import_folder, import_texts
from laddereditor.exchange.records.reading import holds_records
from laddereditor.exchange.registry import import_file
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import statement_examples, statement_text

FRONT = """---
title: Gardeners
layout: ladder
topics:
  - name: soil
    title: Soil
    content:
      - level: 1
        criteria:
          - Digs where the master says
      - level: 2
        criteria:
          - Plans the beds of a season
        exampleCriteria:
          - criteria: Explains to others why soil is turned
            examples:
              - A talk for the neighbours
  - name: trees
    title: Trees
    content:
      - level: 1
        criteria:
          - Waters young trees every evening
---
"""


def said(ladder: Ladder) -> dict[tuple[str, str], list[str]]:
    """The statements of the levels, by the names of level and competency."""
    names = {one.id: one.name for one in ladder.competencies}
    return {
        (level.name or level.id, names[key]): [statement_text(one) for one in texts]
        for level in ladder.levels
        for key, texts in level.expectations.items()
    }


def test_that_markdown_with_nothing_but_front_matter_is_data(tmp_path: Path) -> None:
    path = tmp_path / "gardeners.md"
    path.write_text(FRONT, "utf-8")
    found = said(import_file(path).ladder)
    assert found["Level 1", "Soil"] == ["Digs where the master says"]
    assert found["Level 1", "Trees"] == ["Waters young trees every evening"]


def test_that_lists_of_more_criteria_are_about_the_same_competency() -> None:
    ladder = import_texts([("gardeners.md", FRONT)], "gardeners.md").result.ladder
    assert [one.name for one in ladder.competencies] == ["Soil", "Trees"]
    assert not ladder.families
    statement = ladder.levels[1].expectations["soil"][1]
    assert statement_text(statement) == "Explains to others why soil is turned"
    assert statement_examples(statement) == ("A talk for the neighbours",)


@pytest.mark.parametrize(
    "text",
    [
        FRONT + "\n## Junior\n\n- Digs\n",
        "---\ntitle: Gardeners\ntags: [a, b]\n---\n",
        "# Gardeners\n",
        "---\n: [\n---\n",
    ],
)
def test_that_other_markdown_is_no_data(text: str) -> None:
    assert not holds_records(text.encode(), "gardeners.md")


LEVELS = """- id: G1
  rank: 1
  pay: low
  expectations:
    scope: Works in one bed of the garden
- id: G2
  rank: 2
  pay: high
  expectations:
    scope: Works in all beds of the garden
"""


def test_that_ids_that_are_codes_of_levels_name_them() -> None:
    found = import_texts([("levels.yaml", LEVELS)], "levels.yaml").result.ladder
    assert [one.id for one in found.levels] == ["G1", "G2"]
    assert not any("Level" in one.name for one in found.levels)


HABIT = """name: Keeping order
about:
  description: What others find when they come.
  maturityDescriptions:
    seed: Puts the tools back where they belong
    sprout: Cleans the shed before others ask for it
    bloom: Teaches a whole crew to keep order
"""


def test_that_a_file_alone_in_its_folder_keeps_its_name(tmp_path: Path) -> None:
    (tmp_path / "habits").mkdir()
    (tmp_path / "habits" / "order.yaml").write_text(HABIT, "utf-8")
    (tmp_path / "levels.yaml").write_text(LEVELS, "utf-8")
    ladder = import_folder(tmp_path).result.ladder
    assert [one.name for one in ladder.skills] == ["Keeping order"]
    assert [one.name for one in ladder.proficiencies] == ["Seed", "Sprout", "Bloom"]
    assert [one.id for one in ladder.levels] == ["G1", "G2"]


def test_that_front_matter_with_names_alone_leaves_the_document_to_be_read(tmp_path: Path) -> None:
    for name, duty in (("Junior Rower", "Rows to the beat"), ("Senior Rower", "Steers the boat")):
        front = f"---\ntitle: {name}\nlevel: 1\naliases: [{name}, Rower]\n---\n"
        (tmp_path / f"{name}.md").write_text(f"{front}\n## Rowing\n\n- {duty}\n", "utf-8")
    with pytest.raises(ImportRefused):
        import_folder(tmp_path)


def test_that_a_text_below_front_matter_that_is_data_is_noted() -> None:
    text = f"{FRONT}Read this with your master.\n"
    notes = import_texts([("gardeners.md", text)], "gardeners.md").result.notes
    assert "The text below the front matter of gardeners.md was not read." in notes


def test_that_records_that_say_their_level_are_levels_with_gaps_in_their_numbers() -> None:
    text = """topics:
  - name: Soil
    content:
      - {level: 1, criteria: [Digs where the master says]}
      - {level: 5, criteria: [Plans the beds of a season]}
  - name: Trees
    content:
      - {level: 1, criteria: [Waters young trees every evening]}
      - {level: 5, criteria: [Chooses trees for the next century]}
"""
    found = said(import_texts([("a.yaml", text)], "a.yaml").result.ladder)
    assert found["Level 5", "Trees"] == ["Chooses trees for the next century"]


def test_that_keys_between_those_of_levels_are_levels_too() -> None:
    text = """- name: Soil
  junior: Digs where the master says
  settled: Knows which bed needs water
  senior: Plans the beds of a season
- name: Trees
  junior: Waters young trees every evening
  settled: Prunes old trees without a plan
  senior: Chooses trees for the next century
"""
    found = said(import_texts([("a.yaml", text)], "a.yaml").result.ladder)
    assert found["Settled", "Trees"] == ["Prunes old trees without a plan"]
    assert len(found) == 6
