"""The list of versions: joined from history and copies, whatever lies in the folder."""

import hashlib
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.model.semver import parse_version
from laddereditor.storage.files.document import read_text
from laddereditor.storage.files.frozen_digests import text_digest
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.freezing import PublishFailed
from laddereditor.storage.versions.listing import (
    ListedVersion,
    highest_version,
    open_version,
    versions_of,
)
from tests.storage.versions.ladders import LADDER, entry, forced, frozen, list_versions, written


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ladder with three published versions."""
    path = written(tmp_path)
    for version in ("1.0.0", "1.9.0", "1.10.0"):
        frozen(path, version)
    return path


def folder_of(path: Path) -> Path:
    return path.parent / "data.versions"


def listed(path: Path) -> dict[str, ListedVersion]:
    found = list_versions(path)
    by_name = {version.version: version for version in found}
    assert len(by_name) == len(found)
    return by_name


def state(path: Path, version: str) -> str:
    return listed(path)[version].state


def test_that_versions_are_joined_from_history_and_copies(path: Path) -> None:
    first = list_versions(path)[0]
    assert [v.version for v in list_versions(path)] == ["1.10.0", "1.9.0", "1.0.0"]
    assert (first.author, first.summary) == ("Ann", "What 1.10.0 brought")
    assert first.date and first.date.isoformat() == "2026-11-01"
    assert (first.state, first.in_history) == ("intact", True)
    assert first.path == folder_of(path) / "1.10.0.yaml"


def test_that_listing_writes_nothing(path: Path) -> None:
    before = {e: e.stat().st_mtime_ns for e in path.parent.rglob("*")}
    for version in list_versions(path):
        open_version(version)
    assert {e: e.stat().st_mtime_ns for e in path.parent.rglob("*")} == before


def test_that_a_version_opens_as_it_was_and_read_only(path: Path) -> None:
    document = open_version(listed(path)["1.9.0"])
    assert document.ladder.version == "1.9.0"
    assert document.text == (folder_of(path) / "1.9.0.yaml").read_text()
    assert "version 1.9.0 as it was published" in document.read_only


@pytest.mark.parametrize(
    "tampered",
    [
        lambda text: text.replace("Associate", "Director"),
        lambda text: text + "# one more line\n",
        lambda text: text.replace("# entry", "# Entry"),
        lambda text: text[:-1],
    ],
)
def test_that_a_copy_that_was_changed_is_noticed(path: Path, tampered) -> None:  # type: ignore[no-untyped-def]
    copy = folder_of(path) / "1.9.0.yaml"
    forced(copy, tampered(copy.read_text()))
    assert listed(path)["1.9.0"].why == "The copy was changed after it was published"
    assert [v.state for v in list_versions(path)] == ["intact", "changed", "intact"]
    assert open_version(listed(path)["1.9.0"]).read_only


@pytest.mark.parametrize("damaged", ["", "laddereditor: [", "\0\0", "just a text", "%PDF-1.4"])
def test_that_a_damaged_copy_is_unreadable_and_hurts_no_other(path: Path, damaged: str) -> None:
    forced(folder_of(path) / "1.9.0.yaml", damaged)
    version = listed(path)["1.9.0"]
    assert version.state == "unreadable" and version.why.startswith("The copy cannot be read: ")
    assert version.summary == "What 1.9.0 brought"
    assert state(path, "1.10.0") == "intact"
    with pytest.raises(UnreadableLadder):
        open_version(version)


def test_that_a_missing_copy_is_reported(path: Path) -> None:
    (folder_of(path) / "1.9.0.yaml").unlink()
    version = listed(path)["1.9.0"]
    assert (version.state, version.path) == ("missing", None)
    with pytest.raises(UnreadableLadder, match=r"no copy of version 1.9.0"):
        open_version(version)
    shutil.rmtree(folder_of(path))
    assert {v.state for v in list_versions(path)} == {"missing"}


def test_that_a_copy_without_entry_is_described(path: Path) -> None:
    path.write_text(LADDER)
    assert {v.in_history for v in list_versions(path)} == {False}
    lone = listed(path)["1.10.0"]
    assert (lone.state, lone.summary, lone.author) == ("intact", "What 1.10.0 brought", "Ann")


def test_that_a_copy_without_digest_is_neither_called_intact_nor_changed(path: Path) -> None:
    (folder_of(path) / "digests.txt").unlink()
    assert {v.state for v in list_versions(path)} == {"unsealed"}
    written(folder_of(path), LADDER.replace("1.0.0", "7.0.0"), "3.0.0.yaml")
    assert listed(path)["3.0.0"].why.endswith("It says that it is version 7.0.0")


@pytest.mark.parametrize("digests", [b"", b"\xff\xfe\x00", b"nonsense\n" * 3, b"x" * 2_000_000])
def test_that_a_broken_list_of_digests_keeps_nothing_from_being_listed(
    path: Path, digests: bytes
) -> None:
    (folder_of(path) / "digests.txt").write_bytes(digests)
    assert {v.state for v in list_versions(path)} == {"unsealed"}


def test_that_a_list_of_digests_that_cannot_be_read_is_not_overwritten(path: Path) -> None:
    digests = folder_of(path) / "digests.txt"
    digests.write_bytes(b"x" * 2_000_000)
    before = path.read_bytes()
    with pytest.raises(PublishFailed, match="is not a list of digests"):
        frozen(path, "2.0.0")
    assert digests.stat().st_size == 2_000_000 and path.read_bytes() == before
    assert sorted(e.name for e in folder_of(path).iterdir()) == [
        "1.0.0.yaml",
        "1.10.0.yaml",
        "1.9.0.yaml",
        "digests.txt",
    ]


def test_that_other_lines_among_the_digests_stay(path: Path) -> None:
    digests = folder_of(path) / "digests.txt"
    digests.write_text("# our own words\n" + digests.read_text() + "\nsome line\n")
    frozen(path, "2.0.0")
    text = digests.read_text()
    assert text.startswith("# our own words\n") and "some line\n" in text
    assert {v.state for v in list_versions(path)} == {"intact"}


def test_that_foreign_files_in_the_folder_are_passed_over(path: Path) -> None:
    folder = folder_of(path)
    for name in ("readme.txt", ".DS_Store", "notes.yaml", "2.0.0.yaml.bak", "2.0.0", "~$1.yaml"):
        (folder / name).write_bytes(b"\x00foreign")
    (folder / "sub").mkdir()
    assert list(listed(path)) == ["1.10.0", "1.9.0", "1.0.0"]
    frozen(path, "2.0.0")
    assert (folder / "readme.txt").read_bytes() == b"\x00foreign"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_that_what_is_no_file_is_no_copy(path: Path) -> None:
    (folder_of(path) / "3.0.0.yaml").mkdir()
    os.mkfifo(folder_of(path) / "4.0.0.yaml")
    (folder_of(path) / "5.0.0.yaml").symlink_to("nowhere")
    assert {v: s.state for v, s in listed(path).items() if v > "2"} == dict.fromkeys(
        ("5.0.0", "4.0.0", "3.0.0"), "unreadable"
    )


def test_that_a_copy_of_another_ladder_is_reported(path: Path) -> None:
    other = LADDER.replace("id: data", "id: sales").replace("Data ladder", "Sales ladder")
    written(folder_of(path), other, "3.0.0.yaml")
    forced(folder_of(path) / "1.9.0.yaml", other)
    found = listed(path)
    assert found["3.0.0"].why == "This is a copy of another ladder: Sales ladder"
    assert [v.state for v in list_versions(path)] == ["foreign", "intact", "foreign", "intact"]


@pytest.mark.parametrize("lines", ["id: sales\n", "description: 'x\n\nid: data\n'\nid: sales\n"])
def test_that_the_whole_folder_of_another_ladder_is_reported(
    path: Path, tmp_path_factory: pytest.TempPathFactory, lines: str
) -> None:
    elsewhere = tmp_path_factory.mktemp("sales")
    other = written(elsewhere, LADDER.replace("id: data\n", lines).replace("Data", "Sales"))
    for version in ("1.0.0", "1.9.0"):
        frozen(other, version, day="2020-01-01")
    shutil.rmtree(folder_of(path))
    shutil.copytree(folder_of(other), folder_of(path))
    assert [v.state for v in list_versions(path)] == ["missing", "foreign", "foreign"]


def test_that_of_two_copies_the_usual_name_counts(path: Path) -> None:
    (folder_of(path) / "1.9.0.YAML").write_text("damaged")
    (folder_of(path) / "1.9.0.yml").write_text("damaged")
    assert state(path, "1.9.0") == "intact"


def test_that_an_entry_and_its_copy_may_differ_in_case(path: Path) -> None:
    text = path.read_text().replace("version: 1.10.0", "version: 2.0.0-RC.1")
    forced(path, text)
    (folder_of(path) / "1.10.0.yaml").rename(folder_of(path) / "2.0.0-Rc.1.yaml")
    version = listed(path)["2.0.0-RC.1"]
    assert (version.in_history, version.state) == (True, "unsealed")
    assert len(list_versions(path)) == 3


def test_that_a_ladder_that_got_another_id_keeps_its_versions(path: Path) -> None:
    path.write_text(path.read_text().replace("id: data", "id: numbers"))
    assert {v.state for v in list_versions(path)} == {"intact"}


def test_that_odd_case_of_names_is_no_matter(path: Path) -> None:
    folder = folder_of(path)
    (folder / "1.9.0.yaml").rename(folder / "1.9.0.YAML")
    (folder / "2.0.0-RC.1.Yml").write_text(LADDER)
    folder.rename(path.parent / "DATA.Versions")
    found = listed(path)
    assert found["1.9.0"].state == "intact"
    assert found["1.9.0"].path == path.parent / "DATA.Versions" / "1.9.0.YAML"
    assert found["2.0.0-RC.1"].state == "unsealed"


def test_that_line_ends_changed_by_git_or_mail_are_no_tampering(path: Path) -> None:
    for copy in folder_of(path).glob("*.yaml"):
        forced(copy, copy.read_text().replace("\n", "\r\n"))
    digests = folder_of(path) / "digests.txt"
    digests.write_bytes(digests.read_bytes().replace(b"\n", b"\r\n"))
    assert {v.state for v in list_versions(path)} == {"intact"}


def test_that_the_digest_of_a_usual_file_is_that_of_its_bytes(path: Path) -> None:
    data = (folder_of(path) / "1.0.0.yaml").read_bytes()
    assert text_digest(data) == hashlib.sha256(data).hexdigest()
    assert text_digest(b"\xef\xbb\xbf" + data) == text_digest(data)
    assert text_digest(data.decode().encode("utf-16")) == text_digest(data)


def test_that_a_folder_that_is_a_file_is_no_list(path: Path) -> None:
    shutil.rmtree(folder_of(path))
    folder_of(path).write_text("a file")
    assert {v.state for v in list_versions(path)} == {"missing"}


def test_that_a_folder_without_access_is_no_list(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert {v.state for v in list_versions(path)} == {"missing"}


def test_that_a_clock_that_was_set_back_does_not_change_the_order(path: Path) -> None:
    frozen(path, "2.0.0", day="2020-01-01")
    assert [v.version for v in list_versions(path)] == ["2.0.0", "1.10.0", "1.9.0", "1.0.0"]


numbers = st.sampled_from(
    ["0.1.0", "1.0.0-rc.1", "1.0.0", "1.2.0", "1.10.0", "2.0.0", "v3", "", "next", "2.0.0 "]
)


@given(st.lists(numbers, max_size=8))
def test_that_a_history_out_of_order_is_listed_by_number_and_completely(
    versions: list[str],
) -> None:
    ladder = evolve(read_text(LADDER).ladder, history=tuple(entry(v) for v in versions))
    found = versions_of(Path("/nowhere/data.yaml"), ladder)
    assert sorted(v.version for v in found) == sorted(v.strip() for v in versions)
    ordered = [v.number for v in found]
    known = [number for number in ordered if number]
    assert known == sorted(known, reverse=True)
    assert ordered == known + [None] * (len(ordered) - len(known))
    odd = [v.strip() for v in versions if parse_version(v) is None]
    assert [v.version for v in found if v.number is None] == odd


def test_that_the_highest_version_is_one_of_the_ladders_own(path: Path) -> None:
    def highest() -> str:
        return str(highest_version(path, open_ladder(path).document.ladder))

    assert highest() == "1.10.0"
    written(folder_of(path), LADDER.replace("id: data", "id: sales"), "9.0.0.yaml")
    assert highest() == "1.10.0"
    written(folder_of(path), LADDER, "2.0.0-rc.1.yaml")
    assert highest() == "2.0.0-rc.1"
    path.write_text(LADDER)
    written(folder_of(path), "damaged", "3.0.0.yaml")
    assert highest() == "3.0.0"
    path.write_text(LADDER)
    shutil.rmtree(folder_of(path))
    assert highest() == "None"


def test_that_a_ladder_in_one_line_has_its_id_read_properly(tmp_path: Path) -> None:
    text = "{laddereditor: 1, id: data, name: D, description: 'x\n\nid: sales\n', history: []}\n"
    path = written(tmp_path, text)
    frozen(path, "1.0.0")
    assert list_versions(path)[0].state == "intact"
    assert isinstance(open_version(list_versions(path)[0]).ladder, Ladder)
