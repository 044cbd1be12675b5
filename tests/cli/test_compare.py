"""`laddereditor compare`: what is printed, written and refused."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.compare.ferry_ladder import FERRIES

from laddereditor.align.corrections import PairCorrections
from laddereditor.assets import sample_ladders
from laddereditor.cli.main import run as carry_out
from laddereditor.cli.output import Output
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.files.pair_corrections import write_corrections
from laddereditor.storage.files.state_folder import OVERRIDE

PAIR = ("ai-ml-engineer/P2", "ai-ml-engineer/P3")


@dataclass
class Result:
    returncode: int
    stdout: str
    stderr: str


def as_process(*arguments: str | Path) -> Result:
    done = subprocess.run(
        [sys.executable, "-m", "laddereditor", "compare", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**os.environ, "COLUMNS": "120"},
        stdin=subprocess.DEVNULL,
    )
    return Result(done.returncode, done.stdout, done.stderr)


def run(*arguments: str | Path) -> Result:
    """Carry the command out in this process, which is as good and many times quicker."""
    lines: list[str] = []
    errors: list[str] = []
    output = Output(lambda text: lines.append(f"{text}\n"), lambda text: errors.append(f"{text}\n"))
    code = carry_out(["compare", *map(str, arguments)], lambda _: 0, output)
    return Result(code, "".join(lines), "".join(errors))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ladders") / "technology.yaml"
    path.write_bytes(sample_ladders()["technology.yaml"].read_bytes())
    return path


def refused(result: Result) -> str:
    """Return what a refused command says: one line, no traceback, nothing on standard output."""
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.startswith("laddereditor: ")
    assert result.stderr.count("\n") == 1
    return result.stderr


def test_that_two_profiles_are_shown_side_by_side_without_colour_in_a_pipe(sample: Path) -> None:
    result = as_process(sample, *PAIR)
    assert (result.returncode, result.stderr) == (0, "")
    first = result.stdout.split("\n")[0]
    assert "AI/ML Engineer P2" in first
    assert "AI/ML Engineer P3" in first
    assert "\x1b" not in result.stdout
    assert max(map(len, result.stdout.split("\n"))) <= 120


def test_that_json_has_the_promised_shape(sample: Path) -> None:
    found = json.loads(run(sample, *PAIR, "levels/P3", "--format", "json").stdout)
    assert found["columns"] == [*PAIR, "levels/P3"]
    assert {"field", "heading", "cells"} == set(found["rows"][0])
    fields = {row["field"] for row in found["rows"]}
    assert {"responsibilities", "factors/scope", "skills"} <= fields


def test_that_a_family_stands_for_all_its_levels_by_rank(sample: Path) -> None:
    found = json.loads(run(sample, "software-engineer", "--format", "json").stdout)
    assert found["columns"] == [f"software-engineer/P{n}" for n in range(1, 7)]


def test_that_a_track_can_be_chosen(sample: Path) -> None:
    found = json.loads(run(sample, "levels", "--track", "m", "--format", "json").stdout)
    assert found["columns"] == ["levels/M1", "levels/M2", "levels/M3"]


def test_that_an_address_may_name_another_file(sample: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_bytes(sample.read_bytes().replace(b"name: AI/ML Engineer", b"name: Model Builder"))
    there = f"{other}#families/ai-ml-engineer/P3"
    found = json.loads(run(sample, PAIR[1], there, "--format", "json").stdout)
    assert found["columns"] == [PAIR[1], f"{other}#{PAIR[1]}"]
    text = run(sample, PAIR[1], there)
    assert "Model Builder P3" in text.stdout


def test_that_a_page_is_written_once_and_replaced_only_when_asked_to(
    sample: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    result = run(sample, *PAIR, "--format", "html", "-o", page)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    written = page.read_text("utf-8")
    assert written.startswith("<!doctype html>")
    assert written.endswith("</html>\n")
    assert "--force" in refused(run(sample, *PAIR, "-o", page))
    assert page.read_text("utf-8") == written
    assert run(sample, *PAIR, "-o", page, "--force").returncode == 0
    assert page.read_text("utf-8").startswith("AI/ML Engineer P2")


def test_that_the_ladder_itself_is_never_written_over(sample: Path) -> None:
    before = sample.read_bytes()
    refused(run(sample, *PAIR, "-o", sample))
    assert sample.read_bytes() == before


def test_that_a_folder_that_is_not_there_is_reported_in_one_line(
    sample: Path, tmp_path: Path
) -> None:
    assert "gone" in refused(run(sample, *PAIR, "-o", tmp_path / "no" / "page.html"))


def test_that_differences_only_leaves_out_what_is_the_same(sample: Path) -> None:
    whole = json.loads(run(sample, *PAIR, "--format", "json").stdout)["rows"]
    found = run(sample, *PAIR, "--format", "json", "--differences-only")
    rows = json.loads(found.stdout)["rows"]
    assert 0 < len(rows) < len(whole)
    assert all(any(c is None or c["state"] != "same" for c in row["cells"]) for row in rows)


def test_that_the_baseline_can_be_chosen_from_one(sample: Path) -> None:
    found = json.loads(run(sample, *PAIR, "--baseline", "2", "--format", "json").stdout)
    assert found["columns"] == [PAIR[1], PAIR[0]]
    assert "from 1 to 2" in refused(run(sample, *PAIR, "--baseline", "3"))
    assert "from 1 to 2" in refused(run(sample, *PAIR, "--baseline", "0"))


def test_that_each_column_is_compared_with_its_left_neighbour(sample: Path) -> None:
    columns = [PAIR[0], PAIR[1], PAIR[1]]
    found = json.loads(run(sample, *columns, "--stepwise", "--format", "json").stdout)
    last = [one["cells"][2]["state"] for one in found["rows"] if one["cells"][2]]
    assert set(last) == {"same"}


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("ai-ml-enginer/P3", "There is no “ai-ml-enginer/P3”. Did you mean ai-ml-engineer/P3?"),
        ("ai-ml-engineer/P9", "the levels of AI/ML Engineer are P2, P3, P4"),
        ("levels/P9", "the levels are P1, P2"),
        ("level", "Did you mean levels?"),
        ("zzz", "There are software-engineer, ai-ml-engineer"),
        ("skills/sql", "“skills/sql” is a skill; name a profile, a level or a family"),
        ("families/ai-ml-engineer/P3/summary", "There is no"),
        ("", "An address is missing"),
        ("nowhere.yaml#levels/P1", "nowhere.yaml: There is no file nowhere.yaml"),
    ],
)
def test_that_a_missing_address_says_which_and_what_there_is(
    sample: Path, address: str, words: str
) -> None:
    assert words in refused(run(sample, PAIR[0], address))


def test_that_a_level_called_like_a_field_of_a_family_is_found(tmp_path: Path) -> None:
    ladder = """\
laddereditor: 1
id: x
levels: [{id: member}, {id: owner}]
families:
  - id: a
    profiles: [{level: member, summary: Works}, {level: owner, summary: Owns}]
"""
    path = tmp_path / "x.yaml"
    path.write_text(ladder, "utf-8")
    for address in ("a/owner", "families/a/owner", "a/%6Fwner"):
        output = run(path, "a/member", address)
        assert (output.returncode, "Owns" in output.stdout) == (0, True)


def test_that_one_column_alone_is_refused(sample: Path) -> None:
    assert "name another one" in refused(as_process(sample, PAIR[0]))


def test_that_an_unknown_track_is_refused_with_those_there_are(sample: Path) -> None:
    assert "It has P, M." in refused(run(sample, "software-engineer", "--track", "X"))
    assert "no levels in track" in refused(run(sample, "software-engineer", "--track", "M"))


def test_that_a_broken_file_is_reported_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("laddereditor: 1\nlevels: none\n", "utf-8")
    assert refused(as_process(path, "levels/P1", "levels/P2")).startswith(
        f"laddereditor: {path}:2:"
    )


def test_that_no_qt_is_loaded(sample: Path) -> None:
    code = (
        "import sys; from laddereditor.cli.main import run; "
        f"run(['compare', {str(sample)!r}, *{PAIR!r}], lambda _: 0); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode
        == 0
    )


@pytest.mark.parametrize("form", ["summary-text", "summary-html", "talk-html", "talk-csv"])
def test_that_the_summary_and_the_sheet_for_a_talk_are_printed(sample: Path, form: str) -> None:
    done = run(sample, *PAIR, "--format", form, "--differences-only")
    assert done.returncode == 0
    assert "P3" in done.stdout
    if form.startswith("summary"):
        assert "The same in both" in done.stdout, "what stays is counted, whatever is left out"


def test_that_pairs_corrected_in_the_window_are_used(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OVERRIDE, str(tmp_path / "state"))
    rows = json.loads(run(sample, *PAIR, "--format", "json").stdout)["rows"]
    own = [one["cells"] for one in rows if one["field"] == "responsibilities"]
    left = next(before["text"] for before, after in own if before and not after)
    right = next(after["text"] for before, after in own if after and not before)
    ladder = open_ladder(sample).document.ladder.id
    write_corrections(ladder, PairCorrections().aligned(left, right))
    rows = json.loads(run(sample, *PAIR, "--format", "json").stdout)["rows"]
    texts = [[cell and cell["text"] for cell in row["cells"]] for row in rows]
    assert [left, right] in texts


# -- most alike ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ladders") / "ferries.yaml"
    path.write_text(FERRIES, "utf-8")
    return path


def test_that_what_is_most_alike_is_listed_with_counts(ferries: Path) -> None:
    lines = run(ferries, "--most-alike", "galley/G2").stdout.splitlines()
    assert lines[0] == "Most alike: galley/G2, Galley Cook"
    assert lines[4:8] == [
        "In the same family",
        "------------------",
        "- galley/G1, Galley Hand",
        "  1 of 5 responsibilities and 1 of 2 skills in common, 1 at another proficiency; "
        "it has 2 more",
    ]
    assert "- harbour-canteen/G2, Canteen Cook" in lines


def test_that_a_level_is_named_by_its_name(ferries: Path) -> None:
    lines = run(ferries, "--most-alike", "levels/G2").stdout.splitlines()
    assert lines[0] == "Most alike: levels/G2, Independent"
    assert "- levels/G3, Leading" in lines


def test_that_it_is_said_why_nothing_is_alike(ferries: Path) -> None:
    assert "Nothing else asks" in run(ferries, "--most-alike", "payroll/G2").stdout
    assert "nothing of its own yet" in run(ferries, "--most-alike", "apprentices/G1").stdout


def test_that_what_is_most_alike_is_data_for_programs(ferries: Path) -> None:
    found = json.loads(run(ferries, "--most-alike", "deckhand/G2", "--format", "json").stdout)
    assert found["address"] == "deckhand/G2"
    assert found["same_family"][0]["address"] == "deckhand/G3"
    first = found["other_families"][0]
    assert (first["address"], first["title"]) == ("mooring-crew/G2", "Line Handler")
    assert (first["identical"], first["similarity"]) == (True, 1.0)
    assert first["fields"][0] == {
        "field": "responsibilities",
        "of": 6,
        "same": 6,
        "reworded": 0,
        "other_proficiency": 0,
        "only_there": 0,
    }


def test_that_what_cannot_be_looked_up_is_refused(ferries: Path, tmp_path: Path) -> None:
    assert "such as “deckhand/G1”" in refused(run(ferries, "--most-alike", "deckhand"))
    assert "There is no “deckhand/G9”" in refused(run(ferries, "--most-alike", "deckhand/G9"))
    assert "text or json" in refused(run(ferries, "--most-alike", "galley/G1", "--format", "html"))
    assert "name no others" in refused(run(ferries, "galley/G1", "--most-alike", "galley/G2"))
    assert "--most-alike" in refused(run(ferries))
    assert "missing.yaml" in refused(run(tmp_path / "missing.yaml", "--most-alike", "galley/G2"))
