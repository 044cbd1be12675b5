"""The verb that writes files to fill in."""

from pathlib import Path

import pytest

from laddereditor.cli.main import run
from laddereditor.reports.fill_in.templates import FILL_INS


def never(_: list[Path]) -> int:
    raise AssertionError("the window was opened")


def test_that_all_are_listed_without_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template"], never) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [one.name for one in FILL_INS]


def test_that_a_template_is_written_and_imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, ladder = tmp_path / "mine.xlsx", tmp_path / "mine.yaml"
    assert run(["template", "levels-across", "-o", str(out)], never) == 0
    assert run(["import", str(out), "-o", str(ladder)], never) == 0
    assert "Dough and ovens" in ladder.read_text("utf-8")
    assert run(["template", "levels-across", "-o", str(out)], never) == 2
    assert "exists already" in capsys.readouterr().err


def test_that_an_unknown_name_lists_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "nothing"], never) == 2
    assert "levels-across" in capsys.readouterr().err
