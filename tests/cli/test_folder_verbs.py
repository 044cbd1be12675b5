"""Verbs that are given a folder that is a ladder."""

from pathlib import Path

import pytest
from tests.exchange.levelpage.conftest import BAKER
from tests.storage.folder.splitting import contents, put
from tests.storage.folder.test_folders import FILES, HEAD

from laddereditor.cli.main import run
from laddereditor.cli.output import Output
from laddereditor.storage.files.ladder_files import open_ladder

LEVELS = f"""{HEAD}
tracks:
  - {{id: professional, code: P, name: Professional}}
levels:
  - id: P1
    name: Associate
    track: professional
""".encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put(tmp_path / "technology", FILES)


def verb(*arguments: object) -> tuple[int, list[str], list[str]]:
    lines: list[str] = []
    errors: list[str] = []
    code = run([str(one) for one in arguments], lambda _: 99, Output(lines.append, errors.append))
    return code, lines, errors


def test_that_check_names_the_file_of_each_finding(folder: Path) -> None:
    put(folder, {"skills.yaml": f"{HEAD}skills:\n- id: sql\n".encode()})
    _, lines, errors = verb("check", folder, "--fail-on", "info")
    assert not errors
    assert any(line.startswith(f"{folder / 'skills.yaml'}:4:") for line in lines)


def test_that_check_names_both_places_of_what_is_in_two_files(folder: Path) -> None:
    put(folder, {"more.yaml": f"{HEAD}levels:\n- id: P2\n".encode()})
    code, _, errors = verb("check", folder)
    assert code == 2
    assert errors[0].startswith(f"laddereditor: {folder / 'more.yaml'}:4:3: levels › P2: is in two")
    assert "line 6 of levels.yaml" in errors[0]


def test_that_a_folder_is_compared_with_the_same_ladder_in_one_file(
    folder: Path, tmp_path: Path
) -> None:
    target = tmp_path / "one.json"
    assert verb("export", folder, "--to", "json", "-o", target)[0] == 0
    other = put(tmp_path / "other", FILES)
    assert verb("diff", folder, other)[0] == 0
    (other / "levels.yaml").write_text(f"{HEAD}levels:\n- id: P1\n", "utf-8")
    code, lines, _ = verb("diff", folder, other)
    assert code == 1
    assert "P2" in "\n".join(lines)


def test_that_a_merge_of_folders_is_written_as_one_file(folder: Path, tmp_path: Path) -> None:
    ours, theirs = put(tmp_path / "ours", FILES), put(tmp_path / "theirs", FILES)
    levels = FILES["levels.yaml"].replace(b"- id: P1", b"- id: P1\n    name: Junior")
    put(ours, {"levels.yaml": levels})
    baker = FILES["families/baker.yaml"].replace(b"Baker", b"Bread Baker")
    put(theirs, {"families/baker.yaml": baker})
    target = tmp_path / "merged.yaml"
    assert verb("merge", folder, ours, theirs, "-o", target)[0] == 0
    ladder = open_ladder(target).document.ladder
    assert ladder.levels[0].name == "Junior"
    assert ladder.families[0].name == "Bread Baker"
    assert "# who bakes" in target.read_text("utf-8")
    code, _, errors = verb("merge", folder, ours, theirs, "-o", ours, "--force")
    assert code == 2
    assert "is a folder" in errors[0]


def test_that_publish_freezes_one_copy_inside_the_folder(folder: Path) -> None:
    files = FILES | {"levels.yaml": LEVELS}
    put(folder, files)
    code, lines, errors = verb("publish", folder, "--bump", "major", "--summary", "First")
    assert (code, errors) == (0, [])
    copy = folder / "technology.versions" / "1.0.0.yaml"
    assert str(copy) in lines[-1]
    frozen, now = open_ladder(copy).document.ladder, open_ladder(folder).document.ladder
    assert frozen == now
    assert now.version == "1.0.0"
    changed = {name for name, data in contents(folder).items() if files.get(name, data) != data}
    assert changed == {"ladder.yaml"}
    code, lines, _ = verb("versions", folder)
    assert code == 0
    assert "1.0.0" in "\n".join(lines)


def test_that_an_import_goes_into_the_files_of_a_folder(folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(BAKER, "utf-8")
    code, _, errors = verb("import", page, "--into", folder, "-o", folder)
    assert (code, errors) == (0, [])
    now = contents(folder)
    changed = [name for name, data in FILES.items() if now[name] != data]
    assert changed
    assert "families/baker.yaml" not in changed
    assert now.keys() == FILES.keys()
