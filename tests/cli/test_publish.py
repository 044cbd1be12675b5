"""`laddereditor publish` and `laddereditor versions`."""

import datetime as dt
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from tests.storage.versions.ladders import LADDER, forced, frozen, list_versions, written

from laddereditor.cli.main import run
from laddereditor.cli.output import Output
from laddereditor.session.session import Session
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.files.version_calls import CALLS
from laddereditor.storage.text.records import VerificationFailed


class CapturedOutput:
    """What was written to standard output and standard error."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.errors: list[str] = []


@pytest.fixture
def output() -> CapturedOutput:
    return CapturedOutput()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path)


def called(output: CapturedOutput, *arguments: object) -> int:
    def no_window(_: list[Path]) -> int:
        raise AssertionError

    output.lines, output.errors = [], []
    return run(
        [str(a) for a in arguments], no_window, Output(output.lines.append, output.errors.append)
    )


def published(output: CapturedOutput, path: Path, bump: str = "minor", *more: str) -> int:
    return called(output, "publish", path, "--bump", bump, "--summary", "What changed", *more)


def test_that_a_ladder_is_published(path: Path, output: CapturedOutput) -> None:
    assert published(output, path, "minor", "--author", "Ann") == 0
    copy = path.parent / "data.versions" / "1.1.0.yaml"
    assert output.lines == [f"{path}: published as version 1.1.0: {copy}"]
    assert output.errors == []
    ladder = open_ladder(path).document.ladder
    assert (ladder.version, ladder.status) == ("1.1.0", "published")
    (entry,) = ladder.history
    assert (entry.author, entry.summary, entry.date) == ("Ann", "What changed", dt.date.today())


def test_that_the_author_is_the_person_unless_said_otherwise(
    path: Path, output: CapturedOutput, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("laddereditor.cli.publish.user_name", lambda: "Somebody Here")
    published(output, path)
    published(output, path, "minor", "--author", "")
    assert [v.author for v in list_versions(path)] == ["", "Somebody Here"]


@pytest.mark.parametrize(("bump", "version"), [("major", "2.0.0"), ("patch", "1.1.1")])
def test_that_the_number_counts_on_from_what_was_published(
    path: Path, output: CapturedOutput, bump: str, version: str
) -> None:
    published(output, path)
    path.write_text(path.read_text().replace("version: 1.1.0", "version: 1.5.0", 1))
    assert published(output, path, bump) == 0
    assert list_versions(path)[0].version == version


def test_that_a_ladder_without_version_begins_with_the_first(
    tmp_path: Path, output: CapturedOutput
) -> None:
    path = written(tmp_path, LADDER.replace("version: 1.0.0\n", ""))
    assert published(output, path, "patch") == 0
    assert open_ladder(path).document.ladder.version == "1.0.0"


def test_that_auto_takes_what_the_changes_ask_for_and_says_why(
    path: Path, output: CapturedOutput
) -> None:
    assert published(output, path, "auto") == 0
    assert output.lines[0] == f"{path}: 1.0.0: No version was published yet"
    forced(path, path.read_text() + "skills:\n  - {id: sql, name: SQL}\n")
    assert published(output, path, "auto") == 0
    assert list_versions(path)[0].version == "1.1.0"
    assert (
        output.lines[0]
        == f"{path}: 1.1.0: 1 title, entry or description is new, changed or removed"
    )
    assert published(output, path, "auto") == 1
    assert output.errors == [f"laddereditor: {path}: Nothing changed since version 1.1.0"]


def test_that_auto_takes_the_number_that_the_ladder_is_going_to_have(
    path: Path, output: CapturedOutput
) -> None:
    published(output, path, "auto")
    forced(
        path,
        path.read_text().replace("version: 1.0.0", "version: 2.0.0-rc.1", 1)
        + "skills:\n  - {id: sql, name: SQL}\n",
    )
    assert published(output, path, "auto") == 0
    assert list_versions(path)[0].version == "2.0.0"
    assert "already says that it is going to be 2.0.0" in output.lines[1]


def test_that_auto_does_not_guess_without_a_copy(path: Path, output: CapturedOutput) -> None:
    published(output, path, "auto")
    (path.parent / "data.versions" / "1.0.0.yaml").unlink()
    assert published(output, path, "auto") == 1
    assert "Choose between major, minor and patch yourself" in output.errors[0]


def test_that_a_trial_writes_nothing(path: Path, output: CapturedOutput) -> None:
    assert published(output, path, "major", "--dry-run") == 0
    assert output.lines == [f"{path}: would be published as version 2.0.0"]
    assert path.read_text() == LADDER and list(path.parent.iterdir()) == [path]


def test_that_a_trial_is_refused_as_the_publication_would_be(
    path: Path, output: CapturedOutput
) -> None:
    (path.parent / "data.versions").write_text("a file")
    assert published(output, path, "major", "--dry-run") == 1
    assert "a file has that name" in output.errors[0]


def test_that_errors_are_named_with_line_and_column(tmp_path: Path, output: CapturedOutput) -> None:
    path = written(tmp_path, LADDER.replace("profiles: []", "profiles: [{level: P9}]"))
    assert published(output, path) == 1
    assert output.errors[0].startswith(f"laddereditor: {path}:18:")
    assert output.errors[-1] == f"laddereditor: {path}: not published: fix the errors above first"
    assert output.lines == [] and list(tmp_path.iterdir()) == [path]


def test_that_a_refusal_is_one_line(path: Path, output: CapturedOutput) -> None:
    path.write_text(LADDER.replace("version: 1.0.0", "version: v2"))
    assert published(output, path) == 1
    assert len(output.errors) == 1 and "change it to 2.0.0 first" in output.errors[0]
    path.write_text(LADDER)
    assert called(output, "publish", path, "--bump", "major", "--summary", "") == 1
    assert output.errors == [
        f"laddereditor: {path}: Say in a sentence what changed: people will read it in the list"
    ]


@pytest.mark.parametrize("verb", ["publish", "versions"])
def test_that_an_unreadable_ladder_is_reported(
    path: Path, output: CapturedOutput, verb: str
) -> None:
    path.write_text("laddereditor: [")
    more = ("--bump", "major", "--summary", "x") if verb == "publish" else ()
    assert called(output, verb, path, *more) == 2
    assert output.errors[0].startswith(f"laddereditor: {path}:1:15: the bracket '['")
    assert called(output, verb, path.with_name("gone.yaml"), *more) == 2


def test_that_versions_are_listed_as_text(path: Path, output: CapturedOutput) -> None:
    assert called(output, "versions", path) == 0
    assert output.lines == [f"{path}: no version was published yet"]
    for version in ("1.0.0", "1.1.0"):
        frozen(path, version)
    forced(path.parent / "data.versions" / "1.0.0.yaml", LADDER)
    assert called(output, "versions", path) == 0
    assert output.lines == [
        "1.1.0  2026-11-01  Ann · What 1.1.0 brought",
        "1.0.0  2026-11-01  Ann · What 1.0.0 brought",
        "    The copy was changed after it was published",
    ]


def test_that_versions_are_listed_as_json(path: Path, output: CapturedOutput) -> None:
    frozen(path, "1.0.0")
    assert called(output, "versions", path, "--format", "json") == 0
    found = json.loads("\n".join(output.lines))
    assert found["file"] == str(path)
    assert found["versions"] == [
        {
            "version": "1.0.0",
            "date": "2026-11-01",
            "author": "Ann",
            "summary": "What 1.0.0 brought",
            "path": str(path.parent / "data.versions" / "1.0.0.yaml"),
            "state": "intact",
            "why": "As it was published",
            "in_history": True,
        }
    ]


@pytest.mark.parametrize("verb", ["publish", "versions"])
def test_that_a_publication_that_was_interrupted_is_finished_first(
    path: Path, output: CapturedOutput, verb: str
) -> None:
    def stop(*_: Path) -> None:
        raise OSError(5, "gone")

    frozen(path, "1.0.0", calls=replace(CALLS, link=stop, rename=stop))
    assert list_versions(path)[0].state == "missing"
    more = ("--bump", "major", "--summary", "x") if verb == "publish" else ()
    assert called(output, verb, path, *more) == 0
    assert "was interrupted; it is finished now" in output.errors[0]
    assert {v.state for v in list_versions(path)} == {"intact"}


def test_that_commits_are_listed_where_they_are_asked_for(
    path: Path, output: CapturedOutput
) -> None:
    frozen(path, "1.0.0")
    assert called(output, "versions", path, "--commits", "5") == 0
    assert output.errors == [f"laddereditor: {path}: data.yaml is not in a git checkout"]
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    who = ["-c", "user.name=Bo", "-c", "user.email=bo@example.org"]
    for command in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "Add it"]):
        subprocess.run(["git", "-C", path.parent, *command], check=True)
    assert called(output, "versions", path, "--commits", "5") == 0
    assert output.lines[-1].endswith("  Bo · Add it") and output.errors == []
    called(output, "versions", path, "--commits", "5", "--format", "json")
    (commit,) = json.loads("\n".join(output.lines))["commits"]
    assert (commit["author"], commit["subject"], len(commit["hash"])) == ("Bo", "Add it", 40)


# -- a ladder whose file was renamed ---------------------------------------------------------------


@pytest.fixture
def renamed(path: Path, output: CapturedOutput) -> Path:
    """A published ladder under another name."""
    assert published(output, path, "minor") == 0
    return path.rename(path.with_name("analysts.yaml"))


def test_that_a_renamed_ladder_finds_its_versions_and_takes_them_over(
    renamed: Path, output: CapturedOutput
) -> None:
    assert called(output, "versions", renamed) == 0
    assert "data.versions" in output.errors[0]
    assert "no copy" in output.lines[1]
    assert called(output, "versions", renamed, "--take-over") == 0
    assert output.errors == []
    (version,) = list_versions(renamed)
    assert (version.state, version.path) == (
        "intact",
        renamed.with_name("analysts.versions") / "1.1.0.yaml",
    )
    assert not renamed.with_name("data.versions").exists()


def test_that_a_renamed_ladder_is_not_published_away_from_its_versions(
    renamed: Path, output: CapturedOutput
) -> None:
    before = renamed.read_bytes()
    assert published(output, renamed) == 1
    assert "--take-over" in output.errors[0]
    assert renamed.read_bytes() == before
    assert not renamed.with_name("analysts.versions").exists()


@pytest.mark.parametrize("reason", ["a copy of it", "another ladder", "changed copies"])
def test_that_versions_of_others_are_not_offered(
    path: Path, output: CapturedOutput, reason: str
) -> None:
    assert published(output, path) == 0
    if reason == "a copy of it":
        other = Path(shutil.copy(path, path.with_name("copy.yaml")))
    elif reason == "another ladder":
        path.unlink()
        other = written(path.parent, LADDER.replace("id: data", "id: sales"), "sales.yaml")
    else:
        other = path.rename(path.with_name("analysts.yaml"))
        copy = path.parent / "data.versions" / "1.1.0.yaml"
        copy.chmod(0o644)
        copy.write_bytes(copy.read_bytes().replace(b"Analysis", b"Analyses"))
    assert called(output, "versions", other, "--take-over") == 0
    assert output.errors == []
    assert (path.parent / "data.versions").is_dir()


def test_that_a_copy_that_was_mailed_alone_says_whose_version_it_is(
    path: Path, output: CapturedOutput, tmp_path: Path
) -> None:
    assert published(output, path) == 0
    (tmp_path / "mail").mkdir()
    alone = Path(shutil.copy(path.parent / "data.versions" / "1.1.0.yaml", tmp_path / "mail"))
    assert called(output, "versions", alone) == 0
    assert output.lines[0] == f"{alone}: this is Data ladder 1.1.0 (1.1.0.yaml)"
    assert Session.from_file(open_ladder(alone)).name == "Data ladder 1.1.0 (1.1.0.yaml)"


def test_that_a_file_that_had_to_be_reformatted_is_reported(
    path: Path, output: CapturedOutput, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise VerificationFailed("head")

    path.write_text("# ours\n" + path.read_text("utf-8"), "utf-8")
    monkeypatch.setattr("laddereditor.storage.text.update.edit_head", refuse)
    assert published(output, path) == 0
    assert any("reformatted" in line for line in output.errors)
    assert any("# ours" in line for line in output.errors)
