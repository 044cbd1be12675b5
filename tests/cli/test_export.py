"""`laddereditor export`: what it writes, whole or not at all, and what it refuses."""

import json
from pathlib import Path

import openpyxl
import openpyxl.comments
import pytest

from laddereditor.assets import sample_ladders
from laddereditor.cli.main import run
from laddereditor.cli.output import Output
from laddereditor.model.address import Address
from laddereditor.storage.files.ladder_files import open_ladder


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


def test_that_edits_of_a_workbook_come_back_as_changes(
    exported: Exported, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    book_file, out = exported.folder / "t.xlsx", exported.folder / "out.yaml"
    assert exported.run("--to", "xlsx", "-o", book_file) == 0
    book = openpyxl.load_workbook(book_file)
    cell = book["AI ML Engineer"]["D5"]
    cell.value = "Bakes models"
    cell.comment = openpyxl.comments.Comment("Still true?", "Dana")
    book.save(book_file)
    lines: list[str] = []
    output = Output(lines.append, exported.errors.append)
    into = ["--into", str(exported.ladder), "-o", str(out)]
    assert run(["import", str(book_file), *into], lambda _: 0, output) == 0
    assert exported.errors == []
    text = "\n".join(lines)
    assert "1 change -> " in text and "Bakes" in text
    assert "comment: AI/ML Engineer › P2 › Summary: Still true? (Dana)" in text
    before, after = exported.ladder.read_text("utf-8"), out.read_text("utf-8")
    assert len(set(before.splitlines()) ^ set(after.splitlines())) == 2
    assert "Bakes models" in after


@pytest.mark.parametrize("asked", [True, False])
def test_that_a_deleted_column_is_taken_only_if_asked(exported: Exported, asked: bool) -> None:
    book_file, out = exported.folder / "t.xlsx", exported.folder / "out.yaml"
    assert exported.run("--to", "xlsx", "-o", book_file) == 0
    book = openpyxl.load_workbook(book_file)
    deleted = book["AI ML Engineer"]["D2"].value
    book["AI ML Engineer"].delete_cols(4)
    book.save(book_file)
    output = Output(exported.lines.append, exported.errors.append)
    into = ["--into", str(exported.ladder), "-o", str(out), *(["--deletions"] if asked else [])]
    assert run(["import", str(book_file), *into], lambda _: 0, output) == 0
    assert str(deleted).startswith("families/ai-ml-engineer/")
    there = Address(str(deleted)).has_entry(open_ladder(out).document.ladder)
    assert there is not asked
    assert ("kept in the ladder (--deletions)" in "\n".join(exported.lines)) is not asked


@pytest.mark.parametrize("name", ["xlsx", "csv", "json", "case"])
def test_that_an_export_that_nobody_edited_changes_nothing(exported: Exported, name: str) -> None:
    file, out = exported.folder / f"t.{name}", exported.folder / "out.yaml"
    assert exported.run("--to", name, "-o", file) == 0
    output = Output(exported.lines.append, exported.errors.append)
    into = ["--into", str(exported.ladder), "-o", str(out)]
    assert run(["import", str(file), *into], lambda _: 0, output) == 0
    assert exported.errors == [] and "0 changes" in exported.lines[-1]
    assert out.read_bytes() == exported.ladder.read_bytes()


@pytest.mark.parametrize("name", ["xlsx", "csv", "json", "case"])
def test_that_an_export_alone_is_a_ladder(exported: Exported, name: str) -> None:
    file, out = exported.folder / f"t.{name}", exported.folder / "out.yaml"
    assert exported.run("--to", name, "-o", file, "--audience", "hr") == 0
    output = Output(exported.lines.append, exported.errors.append)
    assert run(["import", str(file), "-o", str(out)], lambda _: 0, output) == 0
    assert len(open_ladder(out).document.ladder.families) == 5


def test_that_an_edit_of_json_is_the_only_change(exported: Exported) -> None:
    file, out = exported.folder / "t.json", exported.folder / "out.yaml"
    assert exported.run("--to", "json", "-o", file, "--family", "ai-ml-engineer") == 0
    text = file.read_text("utf-8").replace('"name": "AI/ML Engineer"', '"name": "ML Engineer"')
    file.write_text(text, "utf-8")
    output = Output(exported.lines.append, exported.errors.append)
    into = ["--into", str(exported.ladder), "-o", str(out)]
    assert run(["import", str(file), *into], lambda _: 0, output) == 0
    assert any("1 change -> " in line for line in exported.lines)
    assert len(open_ladder(out).document.ladder.families) == 5
