"""`laddereditor import` with spreadsheets and text files with columns."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook as Book
from tests.exchange.tables.shapes.corpus import Shape
from tests.exchange.tables.shapes.reading import SHAPES

from laddereditor.cli.main import run
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.ladder_files import open_ladder

BEGINS = "Washes and feeds patients with guidance"


def _run(*arguments: object) -> int:
    return run([str(one) for one in arguments], lambda _: 0)


def _opened(path: Path) -> Ladder:
    return open_ladder(path).document.ladder


def _files(folder: Path, name: str) -> list[Path]:
    shape: Shape = SHAPES[name]()
    paths = []
    for file, content in shape.files.items():
        path = folder / file
        if isinstance(content, Book):
            content.save(path)
        else:
            path.write_bytes(content)
        paths.append(path)
    return paths


def test_that_a_workbook_becomes_a_ladder_with_an_account(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (book,) = _files(tmp_path, "notes_below")
    assert _run("import", book, "-o", tmp_path / "out.yaml") == 0
    output = capsys.readouterr().out
    assert "note: 25 taken · 3 left out · 0 unknown" in output
    assert "left out: 3 cells, it is a note above or below the table: A7 “Notes”" in output
    family = _opened(tmp_path / "out.yaml").families[0]
    assert (family.name, family.profiles[0].level) == ("Ward Nursing", "P1")
    assert family.profiles[0].expectations["patient-care"] == (BEGINS,)


def test_that_a_level_of_the_same_name_is_the_one_that_is_there(tmp_path: Path) -> None:
    (first,) = _files(tmp_path, "comment_columns")
    (second,) = _files(tmp_path, "notes_below")
    (again,) = _files(tmp_path, "across_plain")
    out = tmp_path / "out.yaml"
    assert _run("import", first, "-o", out) == 0
    assert _run("import", second, "--into", out, "-o", out) == 0
    assert _run("import", again, "--into", out, "-o", out) == 0
    ladder = _opened(out)
    names = [one.name for one in ladder.levels]
    assert len(names) == len(set(names)) == 8
    levels = {one.id: one.name for one in ladder.levels}
    for family, first_level in (("Pastry", "Apprentice"), ("Ward Nursing", "Novice Nurse")):
        found = next(one for one in ladder.families if one.name == family)
        assert levels[found.profiles[0].level] == first_level


def test_that_text_files_that_refer_to_each_other_are_read_as_one(tmp_path: Path) -> None:
    paths = _files(tmp_path, "normalised_csv")
    assert _run("import", *paths, "-o", tmp_path / "out.yaml") == 0
    ladder = _opened(tmp_path / "out.yaml")
    assert ladder.levels[0].name == "Novice Nurse"
    assert ladder.levels[0].expectations["patient-care"] == (BEGINS,)


def test_that_a_mapping_decides_and_can_be_saved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (book,) = _files(tmp_path, "proficiencies_across_spanish")
    mapping, saved = tmp_path / "map.json", tmp_path / "saved.json"
    pins = [{"part": "answer", "doubt": "steps", "answer": "levels"}]
    mapping.write_text(json.dumps({"laddereditor-mapping": 1, "shape": "other", "pins": pins}))
    out = tmp_path / "out.yaml"
    arguments = ("import", book, "-o", out, "--mapping", mapping, "--save-mapping", saved)
    assert _run(*arguments) == 0
    assert _opened(out).levels[0].name == "Básico"
    assert "file of another shape" in capsys.readouterr().err
    assert json.loads(saved.read_text("utf-8"))["pins"] == pins
    assert _run("import", book, "-o", tmp_path / "again.yaml", "--mapping", saved) == 0
    assert capsys.readouterr().err == ""


def test_that_the_family_of_a_workbook_can_be_given(tmp_path: Path) -> None:
    (book,) = _files(tmp_path, "across_plain")
    assert _run("import", book, "-o", tmp_path / "out.yaml", "--family", "Rye") == 0
    assert [one.name for one in _opened(tmp_path / "out.yaml").families] == ["Rye"]


def test_that_a_list_of_people_is_refused_with_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (book,) = _files(tmp_path, "people_table")
    assert _run("import", book, "-o", tmp_path / "out.yaml") == 2
    error = capsys.readouterr().err
    assert error.endswith("as a ladder (“Staff”: it is a list of people).\n")
    assert error.count("\n") == 1
    assert not (tmp_path / "out.yaml").exists()


def test_that_a_damaged_mapping_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (book,) = _files(tmp_path, "across_plain")
    (tmp_path / "map.json").write_text("[]")
    arguments = ("import", book, "-o", tmp_path / "out.yaml", "--mapping", tmp_path / "map.json")
    assert _run(*arguments) == 2
    assert "map.json" in capsys.readouterr().err
