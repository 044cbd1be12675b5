"""The verb that shows a ladder on one page."""

import re
from pathlib import Path

import pytest
from tests.storage.versions.ladders import LADDER, written

from laddereditor.cli.main import run


def never(_: list[Path]) -> int:
    raise AssertionError("the window was opened")


def test_that_the_overview_counts_from_the_last_published_version(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, LADDER)
    assert run(["overview", str(path)], never) == 0
    assert "Since version" not in capsys.readouterr().out
    assert run(["publish", str(path), "--bump", "major", "--summary", "First"], never) == 0
    capsys.readouterr()
    path.write_text(path.read_text("utf-8").replace("name: Analysis", "name: Analytics"), "utf-8")
    assert run(["overview", str(path)], never) == 0
    out = capsys.readouterr().out
    assert re.search(r"^Since version \d+\.\d+\.\d+$", out, re.MULTILINE)
    assert "What stands out" in out


def test_that_a_page_and_a_word_file_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, LADDER)
    page, word = tmp_path / "page.html", tmp_path / "page.docx"
    assert run(["overview", str(path), "--format", "html", "-o", str(page)], never) == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert run(["overview", str(path), "--format", "docx", "-o", str(word)], never) == 0
    assert word.read_bytes().startswith(b"PK")
    assert run(["overview", str(path), "--format", "docx"], never) == 2
    assert "-o OUT.docx" in capsys.readouterr().err
    assert run(["overview", str(tmp_path / "gone.yaml")], never) == 2
