"""Open and save without a change, and with one: bytes and lines stay."""

import shutil
import subprocess
from pathlib import Path

import pytest

from laddereditor.assets import sample_ladders
from laddereditor.storage.files.document import new_document, read_bytes, to_bytes, update
from laddereditor.storage.files.ladder_files import open_ladder, save_ladder
from tests.storage.fixtures import STYLES
from tests.storage.helpers import edited, numstat, with_value

FIELDS = [
    ("two spaces", "name", "Numbers ladder"),
    ("two spaces", "description", "Everybody who works with figures,\nno"),
    ("two spaces", "levels/P1/grade", "8"),
    ("two spaces", "families/analysis/P1/title", "Analyst: junior"),
    ("two spaces", "families/analysis/P1/responsibilities/1", "Answers hard questions"),
    ("two spaces", "families/analysis/P1/skills/0", "mysql, really"),
    ("two spaces", "families/analysis/P2/factors/scope", "NO"),
    ("zero indent", "families/sales/P1/expectations/craft/0", "Knows the prices"),
    ("zero indent", "families/support/P1/title", "- Agent"),
    ("double quoted", "families/legal/P1/title", 'Clerk "one"'),
    ("double quoted", "families/legal/P1/experience/max", 4),
    ("double quoted", "families/legal/P1/responsibilities/0", "Files blue folders: daily"),
    ("folded", "families/nursing/P1/titles/0", "a quoted title over two rows"),
    ("folded", "families/nursing/P1/responsibilities/1", "plain text over three lines of the file"),
    ("windows", "families/analysis/P1/title", "Analyst: junior"),
    ("other scripts", "families/engineering/P1/responsibilities/1", "Пишет тесты 🧪 и код"),
    ("other scripts", "name", "キャリア 👨‍👩‍👧 ラダー"),
    ("flow", "families/a/P1/title", "Second"),
    ("heavy comments", "name", "Works' ladder"),
    ("heavy comments", "levels/S1/name", "Machine operator"),
    ("heavy comments", "levels/S1/grade", "4"),
    ("heavy comments", "levels/S1/experience/max", 3),
    ("heavy comments", "families/assembly/summary", "Builds and mends the machines."),
    ("heavy comments", "families/assembly/specialties/1", "Paint: red"),
    ("heavy comments", "families/assembly/S1/responsibilities/0", "Mounts all parts"),
    ("heavy comments", "families/assembly/S1/responsibilities/1", "Checks faults"),
    ("no final newline", "families/a/name", "Very last line"),
]


@pytest.mark.parametrize("style", STYLES)
def test_that_an_unchanged_file_keeps_its_bytes(style: str, tmp_path: Path) -> None:
    path = tmp_path / "ladder.yaml"
    path.write_bytes(STYLES[style].encode())
    opened = open_ladder(path)
    save_ladder(path, opened.document, opened.digest)
    assert path.read_bytes() == STYLES[style].encode()
    again = update(opened.document, opened.document.ladder.model_copy())
    assert to_bytes(again) == STYLES[style].encode()


@pytest.mark.parametrize("name", sample_ladders())
def test_that_samples_keep_their_bytes_and_their_canonical_layout_reads_the_same(name: str) -> None:
    data = sample_ladders()[name].read_bytes()
    document = read_bytes(data)
    assert to_bytes(document) == data
    assert new_document(document.ladder).ladder == document.ladder


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_that_the_byte_order_mark_and_encoding_stay(mark: bytes) -> None:
    codec = {b"\xef": "utf-8", b"\xff": "utf-16-le", b"\xfe": "utf-16-be"}[mark[:1]]
    data = mark + STYLES["other scripts"].encode(codec)
    document = read_bytes(data)
    assert to_bytes(document) == data
    after = update(document, with_value(document.ladder, "name", "ラダー 👩‍💻"))
    assert to_bytes(after) == mark + edited(STYLES["other scripts"], "name", "ラダー 👩‍💻").encode(
        codec
    )


@pytest.mark.parametrize(("style", "address", "value"), FIELDS)
def test_that_a_changed_field_is_one_changed_line(style: str, address: str, value: object) -> None:
    before = STYLES[style]
    after = edited(before, address, value)
    if "\n" in str(value):
        return
    assert numstat(before, after) == (1, 1)
    assert after.count("\r\n") == before.count("\r\n")
    assert after.endswith("\n") == before.endswith("\n")


def numstats(folder: Path, before: dict[str, str], after: dict[str, str]) -> dict[str, str]:
    """Return what `git diff --numstat` says of each file that changed."""

    def git(*words: str) -> str:
        command = ["git", "-c", "core.autocrlf=false", *words]
        result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
        return result.stdout

    def write(files: dict[str, str]) -> None:
        for name, text in files.items():
            (folder / name).write_bytes(text.encode())

    git("init", "--quiet")
    write(before)
    git("add", ".")
    write(after)
    lines = git("diff", "--numstat").splitlines()
    return {name: f"{plus}/{minus}" for plus, minus, name in (line.split("\t") for line in lines)}


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_that_git_sees_one_line_for_one_field(tmp_path: Path) -> None:
    summary = (
        "People who look after patients at any hour of the day. They work in turns and keep the "
        "record complete. They speak with relatives."
    )
    fields = [*FIELDS, ("folded", "families/nursing/summary", summary)]
    one_line = [field for field in fields if "\n" not in str(field[2])]
    before = {f"{number}.yaml": STYLES[style] for number, (style, *_) in enumerate(one_line)}
    after = {f"{n}.yaml": edited(STYLES[s], at, value) for n, (s, at, value) in enumerate(one_line)}
    found = numstats(tmp_path, before, after)
    assert found == dict.fromkeys(before, "1/1")
    assert len({style for style, *_ in one_line}) >= 8
