"""`laddereditor export`: what it writes, whole or not at all, and what it refuses."""

import json
from pathlib import Path

import pytest

from laddereditor.assets import sample_ladders
from laddereditor.cli.main import run
from laddereditor.cli.output import Output


class Exported:
    """A ladder file, and what the verb wrote about it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ladder = folder / "technology.yaml"
        self.ladder.write_bytes(sample_ladders()["technology.yaml"].read_bytes())
        self.lines: list[str] = []
        self.errors: list[str] = []

    def run(self, *arguments: str | Path) -> int:
        output = Output(self.lines.append, self.errors.append)
        return run(["export", str(self.ladder), *map(str, arguments)], lambda _: 0, output)


@pytest.fixture
def exported(tmp_path: Path) -> Exported:
    return Exported(tmp_path)


def test_that_a_part_of_a_ladder_is_written_as_json(exported: Exported) -> None:
    out = exported.folder / "out.json"
    code = exported.run("--to", "json", "-o", out, "--at", "ai-ml-engineer/P3")
    assert (code, exported.errors) == (0, [])
    found = json.loads(out.read_text("utf-8"))
    assert [one["id"] for one in found["levels"]] == ["P3"]
    assert found["exported"]["at"] == ["ai-ml-engineer/P3"]
    assert found["exported"]["audience"] == "everybody"


def test_that_an_existing_file_is_kept_unless_forced(exported: Exported) -> None:
    out = exported.folder / "out.json"
    out.write_text("mine")
    assert exported.run("--to", "json", "-o", out) == 2
    assert out.read_text() == "mine" and "exists already" in exported.errors[0]
    assert exported.run("--to", "json", "-o", out, "--force") == 0
    assert json.loads(out.read_text("utf-8"))["id"] == "technology"


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (("--family", "nobody"), "no family “nobody”"),
        (("--at", "ai-ml-engineer/P99"), "no entry at"),
        (("--section", "notes"), "no section"),
    ],
)
def test_that_an_unknown_choice_is_one_line_and_writes_nothing(
    exported: Exported, option: tuple[str, str], words: str
) -> None:
    out = exported.folder / "out.json"
    assert exported.run("--to", "json", "-o", out, *option) == 2
    assert len(exported.errors) == 1 and words in exported.errors[0]
    assert not out.exists()


def test_that_the_ladder_itself_is_never_written_to(exported: Exported) -> None:
    before = exported.ladder.read_bytes()
    assert exported.run("--to", "json", "-o", exported.ladder, "--force") == 2
    assert exported.ladder.read_bytes() == before


def test_that_a_file_that_is_no_ladder_is_refused(exported: Exported) -> None:
    exported.ladder.write_text("a: [")
    assert exported.run("--to", "json", "-o", exported.folder / "out.json") == 2
    assert "technology.yaml" in exported.errors[0]
