"""The command line as a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.exchange.levelpage.pages import page_text

from laddereditor.assets import sample_ladders

BROKEN = "laddereditor: 1\nname: Broken\nfamilies:\n  - id: work\n    profiles: none\n"
DANGLING = (
    "laddereditor: 1\nid: x\nname: X\nfamilies:\n  - id: work\n    name: Work\n"
    "    profiles:\n      - level: P9\n"
)


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    plain = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    return subprocess.run(
        [sys.executable, "-m", "laddereditor", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**plain, **environment},
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "technology.yaml"
    path.write_bytes(sample_ladders()["technology.yaml"].read_bytes())
    return path


@pytest.mark.parametrize("name", list(sample_ladders()))
def test_that_the_samples_have_nothing_to_find(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(sample_ladders()[name].read_bytes())
    result = run("check", path, "--fail-on", "warning")
    assert (result.returncode, result.stderr) == (0, ""), result.stdout


def test_that_check_names_the_line_of_a_finding_and_fails(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(DANGLING, "utf-8")
    result = run("check", path)
    assert result.returncode == 1
    assert f"{path}:8:" in result.stdout
    found = json.loads(run("check", path, "--format", "json").stdout)
    assert found["file"] == str(path)
    lines = {finding["line"] for finding in found["findings"]}
    assert 8 in lines
    assert set(found["findings"][0]) == {
        "rule",
        "severity",
        "address",
        "field",
        "message",
        "line",
        "column",
        "file",
        "spans",
    }


def test_that_check_lists_several_files(tmp_path: Path, sample: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(DANGLING, "utf-8")
    result = run("check", sample, path, "--format", "json")
    assert result.returncode == 1
    assert [item["file"] for item in json.loads(result.stdout)["files"]] == [str(sample), str(path)]


def test_that_a_broken_file_gives_one_line_with_its_place_and_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(BROKEN, "utf-8")
    result = run("check", path)
    assert result.returncode == 2
    assert result.stderr.startswith(f"laddereditor: {path}:5:")
    assert result.stderr.count("\n") == 1
    assert "should be a list" in result.stderr
    assert path.read_text("utf-8") == BROKEN


def test_that_a_missing_file_is_reported_in_one_line(tmp_path: Path) -> None:
    result = run("check", tmp_path / "nowhere.yaml")
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert result.stderr.count("\n") == 1


def test_that_without_a_display_the_program_says_so_and_names_the_verbs() -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only X11 and Wayland can be missing; other systems always have a display")
    result = run(DISPLAY="", WAYLAND_DISPLAY="")
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    for verb in ("check", "import", "schema"):
        assert verb in result.stderr


def test_that_verbs_do_not_load_qt(sample: Path) -> None:
    code = (
        "import sys; from laddereditor.cli.main import run; "
        f"run(['check', {str(sample)!r}], lambda _: 0); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert done.returncode == 0


@pytest.fixture(params=["own", "real"])
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A saved level page, our own and the real one."""
    path = tmp_path / "page.txt"
    path.write_text(page_text(request.param), "utf-8")
    return path


def test_that_a_page_becomes_a_ladder_that_checks(tmp_path: Path, page: Path) -> None:
    out = tmp_path / "out.yaml"
    result = run("import", page, "-o", out)
    assert (result.returncode, result.stderr) == (0, "")
    assert run("check", out).returncode == 0
    again = run("import", page, "-o", out)
    assert again.returncode == 2
    assert "exists already" in again.stderr


def test_that_a_page_can_be_added_to_a_ladder_without_touching_that_ladder(
    tmp_path: Path, sample: Path, page: Path
) -> None:
    before = sample.read_bytes()
    out = tmp_path / "joined.yaml"
    result = run("import", page, "--into", sample, "-o", out, "--existing", "beside")
    assert (result.returncode, result.stderr) == (0, "")
    assert sample.read_bytes() == before
    assert len(out.read_bytes()) > len(before)


def test_that_a_file_that_is_no_page_is_refused(tmp_path: Path, sample: Path) -> None:
    out = tmp_path / "out.yaml"
    result = run("import", sample, "-o", out)
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert not out.exists()


def test_that_the_schema_describes_families() -> None:
    schema = json.loads(run("schema").stdout)
    assert "families" in schema["properties"]


def test_that_a_program_that_opens_the_window_imports_no_verb() -> None:
    code = (
        "import sys; from laddereditor.__main__ import main; "
        "print([name for name in sys.modules if name in ('pydantic', 'laddereditor.edits')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
