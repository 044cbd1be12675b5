"""`laddereditor match`: a list of titles finds its profiles."""

import csv
import json
from pathlib import Path

import pytest
from tests.compare.test_titles import BAKERY

from laddereditor.cli.main import run


@pytest.fixture
def ladder(tmp_path: Path) -> Path:
    path = tmp_path / "bakery.yaml"
    path.write_text(BAKERY, "utf-8")
    return path


@pytest.fixture
def titles(tmp_path: Path) -> Path:
    path = tmp_path / "titles.csv"
    rows = ("Name;Stelle;Team", "Jörg;Sr. Rye Baker;Bread", "Anna;Bread Baker;", "Eva;Nurse;", "")
    path.write_bytes("\r\n".join(rows).encode("cp1252"))
    return path


def _run(*arguments: object) -> int:
    return run([str(one) for one in arguments], lambda _: 0)


def test_that_the_list_is_written_with_answers(
    titles: Path, ladder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.csv"
    before = (titles.read_bytes(), ladder.read_bytes())
    assert _run("match", titles, ladder, "-o", out) == 0
    with out.open(encoding="cp1252", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [row["answer"] for row in rows] == ["match", "review", "none"]
    assert rows[0]["profile"] == "bread/P3"
    assert rows[0]["Name"] == "Jörg"
    assert rows[1]["candidates"].split(" | ") == ["bread/P1", "bread/P2", "bread/P3"]
    assert "rank word Senior" in rows[0]["evidence"]
    assert (titles.read_bytes(), ladder.read_bytes()) == before
    said = capsys.readouterr().out
    assert "3 titles: 1 match, 1 for review, 1 without a profile" in said
    assert "title from “Stelle”, department from “Team”" in said


def test_that_answers_can_be_had_as_json(titles: Path, ladder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert _run("match", titles, ladder, "-o", out, "--format", "json") == 0
    found = json.loads(out.read_text("utf-8"))
    assert found["columns"] == {"title": 2, "department": 3}
    assert found["heading"] == ["Name", "Stelle", "Team"]
    first, second, _ = found["rows"]
    assert first["cells"] == ["Jörg", "Sr. Rye Baker", "Bread"]
    assert (first["answer"], first["profile"], first["confirmed"]) == ("match", "bread/P3", False)
    assert second["candidates"] == ["bread/P1", "bread/P2", "bread/P3"]
    assert out.read_text("utf-8").endswith("}\n")


def test_that_columns_can_be_named(titles: Path, ladder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert _run("match", titles, ladder, "-o", out, "--title-column", "Team") == 0
    assert _run("match", titles, ladder, "-o", out, "--force", "--department-column", "3") == 0


@pytest.mark.parametrize(
    ("text", "options", "words"),
    [
        ("a;b\nx;y\n", (), "Name it with --title-column; the columns are: 1 (a); 2 (b)"),
        ("Title;b\nx;y\n", ("--years-column", "Years"), "there is no column “Years”"),
        ("", (), "is empty"),
    ],
)
def test_that_what_is_missing_is_said_in_one_line(
    titles: Path,
    ladder: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    text: str,
    options: tuple[str, ...],
    words: str,
) -> None:
    out = titles.parent / "out.csv"
    titles.write_text(text, "utf-8")
    assert _run("match", titles, ladder, "-o", out, *options) == 2
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1
    assert not out.exists()


def test_that_a_list_without_headings_can_be_matched(
    titles: Path, ladder: Path, tmp_path: Path
) -> None:
    titles.write_text("Nurse\nSenior Rye Baker\n", "utf-8")
    out = tmp_path / "out.csv"
    named = ("--title-column", "1", "--no-heading")
    assert _run("match", titles, ladder, "-o", out, *named) == 0
    assert out.read_text("utf-8").startswith("Nurse,none,")


def test_that_a_file_is_replaced_only_if_asked(titles: Path, ladder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert _run("match", titles, ladder, "-o", out) == 0
    assert _run("match", titles, ladder, "-o", out) == 2
    assert _run("match", titles, ladder, "-o", titles) == 2
    assert _run("match", titles, ladder, "-o", ladder, "--force") == 2
    first = out.read_bytes()
    assert _run("match", out, ladder, "-o", out, "--force") == 0
    assert out.read_bytes() == first


def test_that_another_encoding_is_reported(
    titles: Path, ladder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ladder.write_text(BAKERY.replace("- Sourdough Baker", "- Chałka Baker"), "utf-8")
    ladder.write_text(BAKERY.replace("Sourdough Baker", "Chałka Baker"), "utf-8")
    titles.write_bytes("Titel;Ort\nSenior Chalka Baker;Köln\n".encode("cp1252"))
    out = tmp_path / "out.csv"
    assert _run("match", titles, ladder, "-o", out) == 0
    if "Chałka" in out.read_text("utf-8-sig", "replace"):
        assert "out.csv: is in UTF-8" in capsys.readouterr().err


def test_that_a_broken_ladder_is_reported(
    titles: Path, ladder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ladder.write_text("levels: [\n", "utf-8")
    assert _run("match", titles, ladder, "-o", tmp_path / "out.csv") == 2
    assert "bakery.yaml" in capsys.readouterr().err
