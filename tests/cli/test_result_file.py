"""What `-o OUT` may be, for every verb that has it."""

import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.test_merge import LADDER, SALES, changed, field
from tests.exchange.levelpage.conftest import BAKER

from laddereditor.cli.main import run
from laddereditor.cli.output import Output
from laddereditor.cli.result_file import ResultRefused, result_file, write_result
from laddereditor.edits.lists import insert_items
from laddereditor.session.session import Session
from laddereditor.storage.files.ladder_files import ChangedOnDisk, open_ladder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no pipes and modes of this kind")

THEIRS = changed(field("families/stock", "name", "Warehouse"))
VERBS = {
    "compare": ["compare", "OURS", "levels", "-o", "OUT"],
    "diff": ["diff", "BASE", "OURS", "-o", "OUT"],
    "import": ["import", "PAGE", "-o", "OUT"],
    "import into": ["import", "PAGE", "--into", "OURS", "-o", "OUT"],
    "merge": ["merge", "BASE", "OURS", "THEIRS", "-o", "OUT"],
}
INPUTS = {
    "compare": ["OURS"],
    "diff": ["BASE", "OURS"],
    "import": ["PAGE"],
    "import into": ["PAGE"],
    "merge": ["BASE", "THEIRS"],
}


class Folder:
    """The files of a command, and what it said."""

    def __init__(self, folder: Path) -> None:
        self.errors: list[str] = []
        self.names = {name: folder / f"{name.lower()}.yaml" for name in ("BASE", "OURS", "THEIRS")}
        self.names |= {"PAGE": folder / "page.txt", "OUT": folder / "out"}
        for name in ("BASE", "OURS"):
            self.names[name].write_text(LADDER, "utf-8")
        self.names["THEIRS"].write_text(THEIRS, "utf-8")
        self.names["PAGE"].write_text(BAKER, "utf-8")
        self.out = self.names["OUT"]

    def run(self, verb: str, *more: str, out: Path | None = None) -> int:
        names = {**self.names, "OUT": out or self.out}
        words = [str(names.get(word, word)) for word in VERBS[verb]]
        return run([*words, *more], lambda _: 0, Output(lambda _: None, self.errors.append))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.mark.parametrize("verb", VERBS)
def test_that_a_file_is_replaced_only_by_force_and_through_links(folder: Folder, verb: str) -> None:
    folder.out.write_text("mine")
    link = folder.out.with_name("link")
    link.symlink_to(folder.out)
    assert folder.run(verb, out=link) == 2
    assert "exists already; --force replaces it" in folder.errors[-1]
    assert folder.out.read_text() == "mine"
    assert folder.run(verb, "--force", out=link) in (0, 1)
    assert link.is_symlink()
    assert folder.out.read_text() != "mine"


ODD: dict[str, Callable[[Path], object]] = {"pipe": os.mkfifo, "folder": Path.mkdir}


@pytest.mark.parametrize("odd", [*ODD, "device"])
@pytest.mark.parametrize("verb", VERBS)
def test_that_what_is_no_file_is_never_replaced(folder: Folder, verb: str, odd: str) -> None:
    if odd in ODD:
        ODD[odd](folder.out)
    out = folder.out if odd in ODD else Path(os.devnull)
    before = out.lstat()
    assert folder.run(verb, "--force", out=out) == 2
    assert f"is a {odd}" in folder.errors[-1]
    assert os.path.samestat(out.lstat(), before)


@pytest.mark.parametrize("verb", VERBS)
def test_that_no_input_is_replaced_by_whatever_way(folder: Folder, verb: str) -> None:
    for name in INPUTS[verb]:
        path = folder.names[name]
        before = path.read_bytes()
        link, second = path.with_name("link"), path.with_name("second")
        link.symlink_to(path)
        second.hardlink_to(path)
        for out in (path, link, second, path.parent / ".." / path.parent.name / path.name):
            assert folder.run(verb, "--force", out=out) == 2
            assert "is read by this command" in folder.errors[-1]
        assert path.read_bytes() == before
        link.unlink()
        second.unlink()


def test_that_an_import_may_replace_what_it_adds_to(folder: Folder) -> None:
    assert folder.run("import into", out=folder.names["OURS"]) == 0
    assert "M2" in folder.names["OURS"].read_text("utf-8")


@pytest.mark.parametrize("place", ["data.versions/1.0.0.yaml", "archive/1.0.0.yaml"])
@pytest.mark.parametrize("verb", VERBS)
def test_that_a_published_version_stays_as_it_is(folder: Folder, verb: str, place: str) -> None:
    """As git checks it out: it is not marked as read-only."""
    copy = folder.out.parent / place
    copy.parent.mkdir()
    copy.write_text("frozen")
    (copy.parent / "digests.txt").write_text(f"{'0' * 64}  1.0.0.yaml\n")
    assert folder.run(verb, "--force", out=copy) == 2
    assert "is a published version" in folder.errors[-1]
    assert copy.read_text() == "frozen"
    if place.startswith("data"):
        assert folder.run(verb, "--force", out=copy.with_name("digests.txt")) == 2


@pytest.mark.parametrize("verb", VERBS)
def test_that_a_result_is_no_more_open_than_what_it_was_made_from(
    folder: Folder, verb: str
) -> None:
    folder.names["OURS"].chmod(0o600)
    folder.names["PAGE"].chmod(0o600)
    assert folder.run(verb) in (0, 1)
    assert stat.S_IMODE(folder.out.stat().st_mode) == 0o600


def test_that_what_somebody_saved_while_the_command_ran_is_left_alone(folder: Folder) -> None:
    folder.out.write_text("mine")
    result = result_file(folder.out, [], force=True)
    folder.out.write_text("theirs")
    with pytest.raises(ResultRefused, match="somebody else wrote it while this command ran"):
        write_result(result, b"result")
    assert folder.out.read_text() == "theirs"
    new = result_file(folder.out.with_name("new"), [], force=False)
    new.path.write_text("theirs")
    with pytest.raises(ResultRefused, match="somebody else"):
        write_result(new, b"result")
    assert new.path.read_text() == "theirs"


def test_that_no_save_is_lost_while_merges_write_the_same_file(folder: Folder) -> None:
    ours, stop = folder.names["OURS"], threading.Event()

    def merge() -> None:
        while not stop.is_set():
            folder.run("merge", "--force", out=ours)

    merging = threading.Thread(target=merge)
    merging.start()
    try:
        marks = [_saved(ours, f"Mark {number}") for number in range(12)]
    finally:
        stop.set()
        merging.join()
    assert folder.run("merge", "--force", out=ours) == 0
    text = ours.read_text("utf-8")
    assert [mark for mark in marks if mark not in text] == []
    assert "Warehouse" in text


def _saved(path: Path, mark: str) -> str:
    """Add a statement and save, as the window does: once more if somebody saved meanwhile."""
    while True:
        session = Session.from_file(open_ladder(path))
        session.apply(insert_items(session.ladder, SALES, "responsibilities", -1, [mark]))
        try:
            session.save()
        except ChangedOnDisk:
            continue
        return mark
