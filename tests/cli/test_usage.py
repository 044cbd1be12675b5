"""Mistyped verbs, options and files; output that nobody reads or that finds no room."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from laddereditor.assets import sample_ladders
from laddereditor.cli.main import VERBS, run
from laddereditor.cli.output import Output


class Result:
    def __init__(self, code: int, lines: list[str], errors: list[str], opened: list[Path]) -> None:
        self.code, self.lines, self.errors, self.opened = code, lines, errors, opened


def command(*arguments: str | Path) -> Result:
    lines: list[str] = []
    errors: list[str] = []
    opened: list[Path] = []

    def open_window(paths: list[Path]) -> int:
        opened.extend(paths or [Path("nothing")])
        return 0

    code = run([str(one) for one in arguments], open_window, Output(lines.append, errors.append))
    return Result(code, lines, errors, opened)


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    path = tmp_path / "technology.yaml"
    path.write_bytes(sample_ladders()["technology.yaml"].read_bytes())
    return path


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chek", "check"),
        ("Check", "check"),
        ("dif", "diff"),
        ("publsh", "publish"),
        ("version", "versions"),
        ("shema", "schema"),
        ("improt", "import"),
    ],
)
def test_that_a_mistyped_verb_names_the_nearest_and_opens_no_window(
    sample: Path, typed: str, meant: str
) -> None:
    found = command(typed, sample)
    assert (found.code, found.opened) == (2, [])
    assert found.errors == [
        f"laddereditor: there is no verb and no file '{typed}'. Did you mean '{meant}'?"
    ]


def test_that_a_word_like_no_verb_lists_the_verbs(sample: Path) -> None:
    found = command("zzz", sample)
    assert found.code == 2
    assert all(verb in found.errors[0] for verb in VERBS)


def test_that_a_file_named_like_a_verb_nearly_is_opened(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample.parent)
    sample.rename("chek")
    assert command("chek").opened == [Path("chek")]
    assert command("--", "chek").opened == [Path("chek")]
    assert command().opened == [Path("nothing")]


def test_that_a_missing_file_is_reported_with_its_folder_and_opens_no_window(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = sample.parent / "inside"
    folder.mkdir()
    monkeypatch.chdir(folder)
    found = command(sample, "../gone.yaml")
    assert (found.code, found.opened) == (2, [])
    assert found.errors == [f"laddereditor: there is no file gone.yaml in {sample.parent}"]
    checked = command("check", "../gone.yaml")
    assert f"There is no file gone.yaml in {sample.parent}." in checked.errors[0]


OPTIONS = {
    "assess": ("--fromat", "--format"),
    "check": ("--fomat", "--format"),
    "compare": ("--basline", "--baseline"),
    "diff": ("--ouput", "--output"),
    "export": ("--audiense", "--audience"),
    "import": ("--in-to", "--into"),
    "match": ("--titel-column", "--title-column"),
    "merge": ("--formt", "--format"),
    "overview": ("--formt", "--format"),
    "publish": ("--bmp", "--bump"),
    "schema": ("--hlep", "--help"),
    "template": ("--ouput", "--output"),
    "versions": ("--comits=3", "--commits"),
}


@pytest.mark.parametrize("verb", VERBS)
def test_that_an_unknown_option_names_the_nearest(verb: str) -> None:
    typed, meant = OPTIONS[verb]
    found = command(verb, typed, "x.yaml")
    assert (found.code, found.opened, len(found.errors)) == (2, [], 1)
    name = typed.partition("=")[0]
    assert f"there is no option '{name}'. Did you mean '{meant}'?" in found.errors[0]
    assert command(verb, "-?").errors[0].startswith("laddereditor: there is no option '-?' (")


def test_that_an_unknown_option_without_a_verb_opens_no_window(sample: Path) -> None:
    for arguments in (["--versoin"], [sample, "--versoin"]):
        found = command(*arguments)
        assert (found.code, found.opened) == (2, [])
        assert "Did you mean '--version'?" in found.errors[0]


def test_that_known_options_are_taken_shortened_and_joined(sample: Path) -> None:
    assert command("check", sample, "--form", "json", "--fail-on=error").code == 0
    out = sample.with_name("out.html")
    assert command("diff", sample, sample, "--format=html", f"-o{out}").code == 0
    assert out.exists()
    assert command("check", "--", sample).code == 0


def test_that_a_wrong_value_or_missing_argument_is_one_line(sample: Path) -> None:
    for arguments in (["check", sample, "--format", "jsn"], ["check"], ["schema", "x"]):
        found = command(*arguments)
        assert (found.code, len(found.errors)) == (2, 1)
        assert f"laddereditor {arguments[0]} --help" in found.errors[0]


def test_that_a_report_that_cannot_be_written_says_where_to_put_it(sample: Path) -> None:
    found = command("diff", sample, sample, "-o", sample.parent / "gone" / "x.txt")
    assert found.code == 2
    assert found.errors[0].endswith("is gone. Name another file with -o")


# -- standard output ----------------------------------------------------------------------------


def process(
    *arguments: str | Path, stdout: int, stderr: int = subprocess.PIPE
) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "laddereditor", *map(str, arguments)],
        stdout=stdout,
        stderr=stderr,
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )
    return done.returncode, (done.stdout or b"").decode(), (done.stderr or b"").decode()


@pytest.mark.parametrize(
    ("arguments", "code"), [(("schema",), 0), (("--help",), 0), (("diff", "A", "B"), 1)]
)
def test_that_a_reader_that_stops_reading_is_no_error(
    sample: Path, arguments: tuple[str, ...], code: int
) -> None:
    other = sample.with_name("people.yaml")
    other.write_bytes(sample_ladders()["people.yaml"].read_bytes())
    paths = {"A": str(sample), "B": str(other)}
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = process(*(paths.get(one, one) for one in arguments), stdout=writing)
    finally:
        os.close(writing)
    assert ended == (code, "", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_that_a_full_disk_is_reported_and_fails(sample: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        for arguments in (("check", sample), ("--version",)):
            code, _, error = process(*arguments, stdout=full.fileno())
            assert code == 2
            assert error.startswith("laddereditor: standard output cannot be written: no space")
            assert error.count("\n") == 1
        missing = process("check", "gone.yaml", stdout=subprocess.PIPE, stderr=full.fileno())
        assert missing == (2, "", "")
