"""`laddereditor diff`: exit codes, formats, files, and as git's external diff."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from laddereditor.assets import sample_ladders
from laddereditor.cli.main import run
from laddereditor.cli.output import Output


class CapturedOutput:
    """What a verb wrote."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.errors: list[str] = []

    def run(self, *arguments: str | Path) -> int:
        output = Output(self.lines.append, self.errors.append)
        return run(["diff", *map(str, arguments)], lambda _: 0, output)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@pytest.fixture
def output() -> CapturedOutput:
    return CapturedOutput()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.yaml"
    path.write_bytes(sample_ladders()["technology.yaml"].read_bytes())
    return path


@pytest.fixture
def new(old: Path, tmp_path: Path) -> Path:
    path = tmp_path / "new.yaml"
    text = old.read_text("utf-8").replace("name: Software Engineer\n", "name: Software Maker\n", 1)
    path.write_text(text, "utf-8")
    return path


def test_that_the_same_ladder_in_another_layout_exits_with_0(
    old: Path, output: CapturedOutput
) -> None:
    other = old.with_name("commented.yaml")
    other.write_text(f"# A remark\n\n{old.read_text('utf-8')}\n# The end\n", "utf-8")
    assert output.run(old, other) == 0
    assert output.lines == ["Nothing changed."]


def test_that_a_change_exits_with_1(old: Path, new: Path, output: CapturedOutput) -> None:
    assert output.run(old, new) == 1
    assert "Family renamed: Software Engineer → Software Maker" in output.text


def test_that_an_unreadable_file_exits_with_2_and_one_line(
    old: Path, output: CapturedOutput
) -> None:
    broken = old.with_name("broken.yaml")
    broken.write_text("laddereditor: 1\nfamilies:\n  - id: [\n", "utf-8")
    assert output.run(old, broken) == 2
    assert output.lines == []
    assert output.errors
    assert all(line.startswith(f"laddereditor: {broken}:") for line in output.errors)


def test_that_a_missing_file_exits_with_2(old: Path, output: CapturedOutput) -> None:
    assert output.run(old, old.with_name("none.yaml")) == 2
    assert len(output.errors) == 1


@pytest.mark.parametrize("count", [1, 3])
def test_that_it_compares_two_files(count: int, old: Path, output: CapturedOutput) -> None:
    assert output.run(*[old] * count) == 2
    assert output.errors == ["laddereditor: diff compares two files: laddereditor diff OLD NEW"]


def test_that_json_is_to_the_documented_shape(old: Path, new: Path, output: CapturedOutput) -> None:
    assert output.run(old, new, "--format", "json") == 1
    found = json.loads(output.text)
    assert found["bump"] == "minor"  # people are called by the name of their family
    assert found["changes"] == [
        {
            "kind": "renamed",
            "address": "families/software-engineer",
            "field": "name",
            "before": "Software Engineer",
            "after": "Software Maker",
            "effect": "neutral",
        }
    ]


@pytest.mark.parametrize("format_", ["html", "note-html", "note-table", "note-md", "note-text"])
def test_that_reports_go_to_a_file_that_is_not_overwritten(
    format_: str, old: Path, new: Path, output: CapturedOutput
) -> None:
    target = old.with_name("report")
    assert output.run(old, new, "--format", format_, "-o", target) == 1
    assert "Software Maker" in target.read_text("utf-8")
    target.write_text("mine", "utf-8")
    assert output.run(old, new, "--format", format_, "-o", target) == 2
    assert target.read_text("utf-8") == "mine"
    assert output.run(old, new, "--format", format_, "-o", target, "--force") == 1
    assert "Software Maker" in target.read_text("utf-8")


# -- as git's external diff -----------------------------------------------------------------------

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    plain = {name: held for name, held in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**plain, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **environment},
    )


VERB = f'"{Path(sys.executable).as_posix()}" -m laddereditor diff'


@pytest.fixture
def checkout(tmp_path: Path, old: Path) -> Path:
    folder = tmp_path / "checkout"
    folder.mkdir()
    git(folder, "init", "-q")
    shutil.copy(old, folder / "tech ladder.yaml")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "First")
    return folder


@needs_git
def test_that_git_shows_what_changed_by_meaning(checkout: Path, new: Path) -> None:
    shutil.copy(new, checkout / "tech ladder.yaml")
    (checkout / ".gitattributes").write_text("*.yaml diff=ladder\n")
    git(checkout, "config", "diff.ladder.command", VERB)
    shown = git(checkout, "diff")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "tech ladder.yaml" in shown.stdout
    assert "Family renamed: Software Engineer → Software Maker" in shown.stdout


@needs_git
def test_that_git_continues_over_files_that_came_went_moved_or_are_broken(
    checkout: Path, new: Path
) -> None:
    (checkout / "broken.yaml").write_text("laddereditor: 1\nfamilies: [\n")
    shutil.copy(new, checkout / "came.yaml")
    git(checkout, "mv", "tech ladder.yaml", "moved.yaml")
    git(checkout, "add", "-A")
    shown = git(checkout, "diff", "--cached", "-M", GIT_EXTERNAL_DIFF=VERB)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "broken.yaml: not compared: " in shown.stdout
    assert "the ladder “Technology ladder” was added" in shown.stdout


@needs_git
def test_that_git_reports_a_ladder_that_was_removed(checkout: Path) -> None:
    git(checkout, "rm", "-q", "tech ladder.yaml")
    shown = git(checkout, "diff", "--cached", GIT_EXTERNAL_DIFF=VERB)
    assert shown.returncode == 0
    assert shown.stdout.startswith(
        "tech ladder.yaml: the ladder “Technology ladder” was removed (5 fam"
    )


@needs_git
def test_that_git_learns_of_a_file_that_waits_to_be_merged(checkout: Path, new: Path) -> None:
    text = new.read_text("utf-8")
    git(checkout, "checkout", "-qb", "other")
    (checkout / "tech ladder.yaml").write_text(text, "utf-8")
    git(checkout, "commit", "-qam", "Maker")
    git(checkout, "checkout", "-q", "-")
    third = text.replace("Software Maker", "Software Builder")
    (checkout / "tech ladder.yaml").write_text(third, "utf-8")
    git(checkout, "commit", "-qam", "Builder")
    assert git(checkout, "merge", "other").returncode != 0
    shown = git(checkout, "diff", "--cached", GIT_EXTERNAL_DIFF=VERB)
    assert shown.returncode == 0
    assert "tech ladder.yaml" in shown.stdout
