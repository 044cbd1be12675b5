"""Publishing on disk: one step, whatever fails and wherever the machine stops."""

import errno
import os
import stat
import struct
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from laddereditor.storage.files.guard import exclusive
from laddereditor.storage.files.ladder_files import (
    ChangedOnDisk,
    SaveFailed,
    open_ladder,
    save_ladder,
)
from laddereditor.storage.files.program import this_program
from laddereditor.storage.files.version_calls import CALLS, VersionCalls
from laddereditor.storage.versions.freezing import PublishFailed, freeze
from laddereditor.storage.versions.pending import complete_interrupted
from tests.storage.test_permissions import DENIED, give, usual_mask  # noqa: F401 - a fixture
from tests.storage.versions.ladders import (
    LADDER,
    entry,
    forced,
    frozen,
    list_versions,
    ready,
    written,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path)


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        str(entry.relative_to(folder)): entry.read_bytes()
        for entry in sorted(folder.rglob("*"))
        if entry.is_file()
    }


def test_that_the_copy_is_the_ladder_file_to_the_byte(path: Path) -> None:
    done = frozen(path, "1.0.0")
    assert done.copy == path.parent / "data.versions" / "1.0.0.yaml"
    assert done.copy.read_bytes() == path.read_bytes()
    assert done.digest == open_ladder(path).digest
    assert done.notice == ""
    assert set(files_in(path.parent)) == {
        "data.yaml",
        "data.versions/1.0.0.yaml",
        "data.versions/digests.txt",
    }


def test_that_only_the_stamp_is_changed_in_the_text(path: Path) -> None:
    frozen(path, "1.0.0")
    text = path.read_text()
    head, _, history = text.partition("history:")
    assert head == LADDER.partition("history:")[0].replace("draft", "published")
    assert "What 1.0.0 brought" in history


def test_that_the_copy_is_marked_as_read_only_and_the_ladder_is_not(path: Path) -> None:
    done = frozen(path, "1.0.0")
    assert not stat.S_IMODE(done.copy.stat().st_mode) & 0o222
    assert path.stat().st_mode & stat.S_IWUSR


def test_that_every_version_keeps_its_digest(path: Path) -> None:
    for version in ("1.0.0", "1.1.0", "2.0.0"):
        frozen(path, version)
    assert [v.state for v in list_versions(path)] == ["intact"] * 3
    digests = (path.parent / "data.versions" / "digests.txt").read_text()
    assert digests.startswith("# ") and digests.count(".yaml\n") == 3


@pytest.mark.parametrize("name", ["1.0.0.yaml", "1.0.0.YAML", "1.0.0.yml"])
def test_that_a_file_with_that_version_is_never_overwritten(path: Path, name: str) -> None:
    folder = path.parent / "data.versions"
    folder.mkdir()
    (folder / name).write_text("mine")
    before = files_in(path.parent)
    with pytest.raises(
        PublishFailed,
        match="never overwritten",
    ):
        frozen(path, "1.0.0")
    assert files_in(path.parent) == before


def test_that_a_file_in_place_of_the_folder_is_left_alone(path: Path) -> None:
    path.with_name("data.versions").write_text("mine")
    before = files_in(path.parent)
    with pytest.raises(PublishFailed, match=r"a file has that name. Rename that file"):
        frozen(path, "1.0.0")
    assert files_in(path.parent) == before


def test_that_a_folder_whose_name_differs_in_case_is_used(path: Path) -> None:
    path.with_name("Data.Versions").mkdir()
    assert frozen(path, "1.0.0").copy.parent.name == "Data.Versions"


def test_that_the_folder_is_beside_the_file_a_link_leads_to(path: Path) -> None:
    elsewhere = path.parent / "elsewhere"
    elsewhere.mkdir()
    link = elsewhere / "link.yaml"
    link.symlink_to(path)
    assert frozen(link, "1.0.0").copy == path.parent / "data.versions" / "1.0.0.yaml"
    assert list_versions(link)[0].state == "intact"


def test_that_a_published_version_is_not_published_itself(path: Path) -> None:
    copy = frozen(path, "1.0.0").copy
    with pytest.raises(PublishFailed, match="is itself a published version"):
        frozen(copy, "1.1.0")


def test_that_somebody_elses_save_stops_it_without_a_trace(path: Path) -> None:
    document, digest = ready(path, entry("1.0.0"))
    path.write_text(LADDER + "# theirs\n")
    before = files_in(path.parent)
    with pytest.raises(ChangedOnDisk):
        freeze(path, document, digest, "1.0.0")
    assert files_in(path.parent) == before
    assert not path.with_name("data.versions").exists()


def test_that_two_who_publish_at_once_do_not_meet(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_once(folder: Path, me: Any) -> Any:
        return exclusive(folder, me, wait=0)

    monkeypatch.setattr("laddereditor.storage.versions.freezing.exclusive", at_once)
    with (
        exclusive(path.with_name("data.versions"), this_program()),
        pytest.raises(PublishFailed, match=r"is publishing data.yaml right now. Try again"),
    ):
        frozen(path, "1.0.0")


# -- calls that fail, and a machine that stops ----------------------------------------------------


class Stopped(BaseException):
    """The machine stopped: no later call does anything either."""


def counted(act: Callable[[int, str], None]) -> VersionCalls:
    """Return the calls with `act(number, name)` before each."""
    number = 0

    def before(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any) -> Any:
            nonlocal number
            number += 1
            act(number, name)
            return call(*args)

        return wrapped

    plain = {"is_windows", "wait"}
    system = CALLS.system
    wrapped: dict[str, Any] = {
        f.name: before(f.name, getattr(system, f.name))
        for f in fields(system)
        if f.name not in plain
    }
    others = {
        f.name: before(f.name, getattr(CALLS, f.name)) for f in fields(CALLS) if f.name != "system"
    }
    return VersionCalls(system=replace(system, **wrapped), **others)


def number_of_calls(tmp_path: Path) -> int:
    folder = tmp_path / "counted"
    folder.mkdir()
    numbers: list[int] = []
    frozen(written(folder), "1.0.0", calls=counted(lambda number, _: numbers.append(number)))
    return numbers[-1]


def judged(path: Path, before: dict[str, bytes]) -> bool:
    """Whether it was published; whichever it is, it is so altogether."""
    names = set(files_in(path.parent))
    versions = list_versions(path)
    published = bool(open_ladder(path).document.ladder.history)
    if not published:
        assert files_in(path.parent) == before
        assert versions == ()
        return False
    assert [v.state for v in versions] == ["intact"]
    assert versions[0].path and versions[0].path.read_bytes() == path.read_bytes()
    assert names == {"data.yaml", "data.versions/1.0.0.yaml", "data.versions/digests.txt"}
    return True


def test_that_a_machine_that_stops_at_any_call_leaves_all_or_nothing(tmp_path: Path) -> None:
    outcomes = []
    for last in range(number_of_calls(tmp_path)):
        folder = tmp_path / str(last)
        folder.mkdir()
        path = written(folder)
        before = files_in(folder)

        def stop(number: int, _: str, last: int = last) -> None:
            if number > last:
                raise Stopped

        with pytest.raises(Stopped):
            frozen(path, "1.0.0", calls=counted(stop))
        assert open_ladder(path)  # whole, before anything is mended
        notice = complete_interrupted(path)
        published = judged_after_next(path, before)
        outcomes.append(published)
        assert not notice or published
    assert outcomes == sorted(outcomes) and len(set(outcomes)) == 2  # there is one moment


def judged_after_next(path: Path, before: dict[str, bytes]) -> bool:
    """Judge, where only torn files that a later publication clears away may be left besides."""
    torn = [e for e in path.parent.rglob("*") if e.is_file() and e.name.endswith(".tmp")]
    for one in torn:
        one.unlink()
    return judged(path, before)


def test_that_after_a_stop_at_any_call_publishing_again_works(tmp_path: Path) -> None:
    for last in range(number_of_calls(tmp_path)):
        folder = tmp_path / str(last)
        folder.mkdir()
        path = written(folder)

        def stop(number: int, _: str, last: int = last) -> None:
            if number > last:
                raise Stopped

        with pytest.raises(Stopped):
            frozen(path, "1.0.0", calls=counted(stop))
        complete_interrupted(path)
        version = "1.1.0" if open_ladder(path).document.ladder.history else "1.0.0"
        frozen(path, version)
        left = {name for name in files_in(folder) if name.endswith((".tmp", ".publishing"))}
        assert left == set() or left == {n for n in left if n.startswith(".data.yaml.")}
        assert {v.state for v in list_versions(path)} == {"intact"}


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_that_a_call_that_fails_leaves_all_or_nothing_at_once(tmp_path: Path, code: int) -> None:
    outcomes = set()
    for failing in range(1, number_of_calls(tmp_path) + 1):
        folder = tmp_path / f"{failing}"
        folder.mkdir()
        path = written(folder)
        before = files_in(folder)

        def fail(number: int, _: str, failing: int = failing) -> None:
            if number == failing:
                raise OSError(code, os.strerror(code))

        try:
            done = frozen(path, "1.0.0", calls=counted(fail))
        except (PublishFailed, SaveFailed) as error:
            assert "Errno" not in str(error) and "\n" not in str(error)
            assert not judged(path, before)
            assert not path.with_name("data.versions").exists()
            outcomes.add("refused")
        else:
            if done.notice:
                assert "That is done when the ladder is opened next" in done.notice
                assert complete_interrupted(path)
                outcomes.add("later")
            assert judged(path, before)
    assert outcomes >= {"refused", "later"}


def test_that_a_drive_without_links_gives_the_copy_its_name_all_the_same(path: Path) -> None:
    def none(*_: Path) -> None:
        raise OSError(errno.EPERM, "not permitted")

    done = frozen(path, "1.0.0", calls=replace(CALLS, link=none))
    assert done.notice == "" and done.copy.read_bytes() == path.read_bytes()


def test_that_an_edit_by_hand_after_a_stop_does_not_undo_the_publication(path: Path) -> None:
    def stop(_: Path, __: Path) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        frozen(path, "1.0.0", calls=replace(CALLS, link=stop))
    published = path.read_bytes()
    forced(path, published.decode() + "# by hand\n")
    assert "is finished now" in complete_interrupted(path)
    assert (path.parent / "data.versions" / "1.0.0.yaml").read_bytes() == published
    assert complete_interrupted(path) == ""


def test_that_the_next_publication_completes_the_one_that_was_interrupted(path: Path) -> None:
    def stop(_: Path, __: Path) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        frozen(path, "1.0.0", calls=replace(CALLS, link=stop))
    frozen(path, "1.1.0")
    assert [(v.version, v.state) for v in list_versions(path)] == [
        ("1.1.0", "intact"),
        ("1.0.0", "intact"),
    ]


def test_that_nothing_is_undone_while_the_ladder_cannot_be_read(path: Path) -> None:
    def stop(_: Path, __: Path) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        frozen(path, "1.0.0", calls=replace(CALLS, link=stop))
    whole = path.read_text()
    path.write_text("laddereditor: [\n")
    before = files_in(path.parent)
    assert complete_interrupted(path) == ""
    assert files_in(path.parent) == before
    path.write_text(whole)
    assert "is finished now" in complete_interrupted(path)


def test_that_a_publication_under_way_is_not_completed_by_another(path: Path) -> None:
    def meanwhile(number: int, name: str) -> None:
        if number > 12:
            assert complete_interrupted(path) == ""

    done = frozen(path, "1.0.0", calls=counted(meanwhile))
    assert done.notice == ""
    assert list_versions(path)[0].state == "intact"


def test_that_another_file_in_the_place_of_the_copy_is_reported_and_left_alone(path: Path) -> None:
    copy = path.parent / "data.versions" / "1.0.0.yaml"

    def somebody_else(_: Path, target: Path) -> None:
        target.write_text("mine")
        raise FileExistsError(errno.EEXIST, "there is one")

    done = frozen(path, "1.0.0", calls=replace(CALLS, link=somebody_else))
    assert "its copy could not get its name in data.versions" in done.notice
    assert "Move it away and open the ladder again" in complete_interrupted(path)
    assert copy.read_text() == "mine"
    assert list_versions(path)[0].state == "unreadable"
    copy.unlink()
    assert "is finished now" in complete_interrupted(path)
    assert list_versions(path)[0].state == "intact"


@pytest.mark.skipif(os.name == "nt", reason="no modes of this kind")
@pytest.mark.parametrize(
    ("ladder", "copy", "folder"),
    [(0o600, 0o400, 0o700), (0o640, 0o440, 0o750), (0o644, 0o444, 0o755)],
)
@pytest.mark.usefixtures("usual_mask")
def test_that_a_copy_and_its_folder_are_no_more_open_than_the_ladder(
    path: Path, ladder: int, copy: int, folder: int
) -> None:
    path.chmod(ladder)
    done = frozen(path, "1.0.0")
    assert stat.S_IMODE(done.copy.parent.stat().st_mode) == folder
    assert stat.S_IMODE(done.copy.stat().st_mode) == copy
    assert stat.S_IMODE((done.copy.parent / "digests.txt").stat().st_mode) == ladder


def test_that_the_access_list_of_the_ladder_holds_for_copy_and_folder(path: Path) -> None:
    give(path, "system.posix_acl_access", DENIED)
    copy = frozen(path, "1.0.0").copy
    denied = struct.pack("<HHI", 0x02, 0, 65534)
    assert denied in os.getxattr(copy, "system.posix_acl_access")
    listed = os.getxattr(copy.parent, "system.posix_acl_access")
    assert denied in listed and struct.pack("<HHI", 0x02, 7, 1234) in listed
    assert copy.stat().st_mode & 0o7 == 4 and not copy.stat().st_mode & 0o222


def test_that_a_copy_that_git_made_writable_is_still_known(path: Path) -> None:
    copy = frozen(path, "1.0.0").copy
    copy.chmod(0o644)
    opened = open_ladder(path)
    with pytest.raises(SaveFailed, match="is a published version"):
        save_ladder(copy, opened.document, None)
    moved = copy.parent.rename(path.parent / "archive") / copy.name
    with pytest.raises(SaveFailed, match="is a published version"):
        save_ladder(moved, opened.document, None)
    (moved.parent / "digests.txt").unlink()
    save_ladder(moved, opened.document, None)
