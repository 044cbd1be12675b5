"""A folder that is written whole or not at all, and loses nothing that is not ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from laddereditor.storage.files.export_folder import (
    LISTED,
    FolderRefused,
    check_folder,
    write_folder,
)

FIRST = [("index.html", b"1"), ("pages/a.html", b"a")]


def files_in(folder: Path) -> set[str]:
    return {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}


def test_that_a_new_folder_has_all_files(tmp_path: Path) -> None:
    write_folder(tmp_path / "site", FIRST)
    assert files_in(tmp_path / "site") == {"index.html", "pages/a.html", LISTED}
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_that_a_failing_export_changes_nothing(tmp_path: Path) -> None:
    write_folder(tmp_path / "site", FIRST)

    def failing() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"2"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_folder(tmp_path / "site", failing())
    assert (tmp_path / "site" / "index.html").read_bytes() == b"1"
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_that_a_second_export_replaces_the_first_and_leaves_foreign_files(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_folder(site, FIRST)
    (site / "pages" / "mine.txt").write_text("mine")
    (site / "empty").mkdir()
    write_folder(site, [("index.html", b"2")])
    assert files_in(site) == {"index.html", "pages/mine.txt", LISTED}
    assert (site / "empty").is_dir() and (site / "index.html").read_bytes() == b"2"
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_that_a_foreign_file_of_the_same_name_is_never_replaced(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("mine")
    with pytest.raises(FolderRefused, match=r"index\.html"):
        write_folder(site, FIRST)
    assert files_in(site) == {"index.html"} and (site / "index.html").read_text() == "mine"


def test_that_a_list_of_files_that_somebody_wrote_deletes_nothing_elsewhere(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_folder(site, FIRST)
    (tmp_path / "other.txt").write_text("mine")
    (site / LISTED).write_text("../other.txt\n/etc/passwd\nindex.html\n")
    write_folder(site, [("index.html", b"2")])
    assert (tmp_path / "other.txt").read_text() == "mine"


@pytest.mark.parametrize("name", ["../x", "/x", "a/../../x", ""])
def test_that_no_file_is_written_outside(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="inside"):
        write_folder(tmp_path / "site", [(name, b"x")])
    assert not list(tmp_path.iterdir())


def test_that_a_full_folder_needs_force_and_a_file_is_refused(tmp_path: Path) -> None:
    write_folder(tmp_path / "site", FIRST)
    with pytest.raises(FolderRefused, match="not empty"):
        check_folder(tmp_path / "site", force=False)
    check_folder(tmp_path / "site", force=True)
    with pytest.raises(FolderRefused, match="is a file"):
        check_folder(tmp_path / "site" / "index.html", force=True)
    with pytest.raises(FolderRefused, match="no folder"):
        check_folder(tmp_path / "none" / "site", force=True)
