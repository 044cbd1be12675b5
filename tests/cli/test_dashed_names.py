"""Files whose names begin with a dash, given to the verbs."""

from pathlib import Path

import pytest
from tests.cli.test_merge import LADDER

from laddereditor.cli.dashed_names import as_files, marked_off
from laddereditor.cli.main import run
from laddereditor.cli.output import Output


@pytest.fixture
def output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(tmp_path)
    Path("-x.yaml").write_text(LADDER, "utf-8")
    return []


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "-x.yaml"],
        ["diff", "-x.yaml", "-x.yaml"],
        ["merge", "-x.yaml", "-x.yaml", "-x.yaml"],
        ["merge", "-x.yaml", "-x.yaml", "-x.yaml", "-o", "out.yaml"],
        ["compare", "-x.yaml", "sales/P1", "sales/P2"],
        ["versions", "-x.yaml"],
    ],
)
def test_that_every_verb_reads_a_file_whose_name_begins_with_a_dash(
    output: list[str], arguments: list[str]
) -> None:
    done = run(arguments, lambda _: 0, Output(lambda _: None, output.append))
    assert not output
    assert done != 2


def test_that_an_option_stays_one_and_what_is_no_file_is_no_file(output: list[str]) -> None:
    Path("-o").touch()
    given = ["-x.yaml", "-o", "-y.yaml", "--", "-x.yaml"]
    assert as_files(given, ["-o"]) == ["./-x.yaml", "-o", "-y.yaml", "--", "-x.yaml"]


@pytest.mark.parametrize("more", [[], ["-z.yaml", "similarity index 90%"]])
def test_that_what_git_hands_over_is_marked_off(
    monkeypatch: pytest.MonkeyPatch, more: list[str]
) -> None:
    monkeypatch.setenv("GIT_DIFF_PATH_TOTAL", "1")
    own = ["-x.yaml", "/tmp/a", "0" * 40, "100644", "-x.yaml", "1" * 40, "100644", *more]
    assert marked_off(["--format", "json", *own]) == ["--format", "json", "--", *own]
    assert marked_off(["-x.yaml"]) == ["--", "-x.yaml"]
