"""What is not a regular file, or larger than any ladder: refused soon, wherever it stands."""

import os
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

import laddereditor
from laddereditor.cli.main import run
from laddereditor.cli.output import Output
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.registry import import_file
from laddereditor.regular_files import NotRegular, TooLarge, read_regular
from laddereditor.session.finding_recoveries import find_recoveries
from laddereditor.storage.files.backups import BackupFailed, keep_backup, list_backups, read_backup
from laddereditor.storage.files.frozen_digests import read_digests
from laddereditor.storage.files.ladder_files import ChangedOnDisk, open_ladder, save_ladder
from laddereditor.storage.files.program import this_program
from laddereditor.storage.reading.faults import UnreadableLadder
from tests.storage.fixtures import TWO_SPACES
from tests.storage.test_files import renamed

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no pipes of this kind")

_HUGE = 3_000_000_000


def _huge(path: Path) -> None:
    path.touch()
    os.truncate(path, _HUGE)


ODD: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "folder": Path.mkdir,
    "huge file": _huge,
}


@pytest.fixture(params=ODD)
def odd(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Something in the place of a file that is none, or 3 GB."""
    path = tmp_path / "odd.yaml"
    ODD[request.param](path)
    return path


def test_that_it_is_never_read(odd: Path) -> None:
    with pytest.raises((NotRegular, TooLarge)):
        read_regular(odd, 1_000_000)


def test_that_a_link_in_the_place_of_an_own_file_is_refused(tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_bytes(b"text")
    link.symlink_to(file)
    assert read_regular(link, 10) == b"text"
    with pytest.raises(NotRegular, match="it is a link"):
        read_regular(link, 10, ours=True)


def test_that_a_file_that_grows_while_it_is_read_ends_at_the_limit() -> None:
    """A file of `/proc` says that it is empty."""
    path = Path("/proc/self/maps")
    if not path.exists():
        pytest.skip("there is no such file here")
    with pytest.raises(TooLarge):
        read_regular(path, 100)


def test_that_a_ladder_in_its_place_is_reported_and_is_no_ground_to_save_over_it(
    odd: Path, tmp_path: Path
) -> None:
    with pytest.raises(UnreadableLadder):
        open_ladder(odd)
    path = tmp_path / "ladder.yaml"
    path.write_text(TWO_SPACES, "utf-8")
    document, digest = renamed(path)
    path.unlink()
    before = odd.lstat()
    odd.rename(path)
    with pytest.raises(Exception, match=r"ladder\.yaml|zero could not") as caught:
        save_ladder(path, document, digest)
    assert caught.type.__name__ in ("SaveFailed", ChangedOnDisk.__name__)
    assert os.path.samestat(path.lstat(), before)


def test_that_recoveries_backups_digests_and_pages_are_read_as_carefully(
    odd: Path, tmp_path: Path
) -> None:
    with pytest.raises(ImportRefused, match=r"odd\.yaml is"):
        import_file(odd)
    folder = tmp_path / "data.versions"
    folder.mkdir()
    odd.rename(folder / "digests.txt")
    assert read_digests(folder) == {}
    recoveries = tmp_path / "recoveries"
    recoveries.mkdir()
    (folder / "digests.txt").rename(recoveries / f"{'0' * 32}.recovery")
    assert len(find_recoveries(recoveries, this_program()).skipped) == 1
    backup = keep_backup(tmp_path / "backups", tmp_path / "a.yaml", b"a", datetime.now(UTC))
    backup.path.unlink()
    (recoveries / f"{'0' * 32}.recovery").rename(backup.path)
    list_backups(tmp_path / "backups", tmp_path / "a.yaml")
    with pytest.raises(BackupFailed):
        read_backup(backup)


@pytest.mark.parametrize(
    "verb",
    [
        ["check", "ODD"],
        ["compare", "ODD", "levels"],
        ["diff", "ODD", "LADDER"],
        ["diff", "LADDER", "ODD"],
        ["export", "ODD", "--to", "json", "-o", "OUT"],
        ["import", "ODD", "-o", "OUT"],
        ["import", "LADDER", "--into", "ODD", "-o", "OUT"],
        ["merge", "ODD", "LADDER", "LADDER"],
        ["merge", "LADDER", "ODD", "LADDER"],
        ["merge", "LADDER", "LADDER", "ODD"],
        ["publish", "ODD", "--bump", "major", "--summary", "x"],
        ["versions", "ODD"],
    ],
    ids=" ".join,
)
def test_that_every_verb_says_so(odd: Path, tmp_path: Path, verb: list[str]) -> None:
    ladder = tmp_path / "ladder.yaml"
    ladder.write_text(TWO_SPACES, "utf-8")
    names = {"ODD": str(odd), "LADDER": str(ladder), "OUT": str(tmp_path / "out.yaml")}
    errors: list[str] = []
    output = Output(lambda _: None, errors.append)
    assert run([names.get(word, word) for word in verb], lambda _: 0, output) == 2
    assert errors and not any("Traceback" in line for line in errors)


_OPENERS = re.compile(
    r"\.read_bytes\(|\.read_text\(|(?<!def )(?<![\w.])open\(|\.open\(\"|\bos\.open\("
)
# Files of the program itself, of the system, and those that are written to by an opened handle.
_MAY_OPEN = {
    "regular_files.py": "the one place",
    "assets.py": "travels with the program",
    "gui/look/theme.py": "travels with the program",
    "gui/files/opening.py": "travels with the program",
    "gui/look/icons.py": "travels with the program",
    "model/occupations/codes.py": "travels with the program",
    "reports/common/colors.py": "travels with the program",
    "reports/documents/pdf/typesetting.py": "travels with the program",
    "reports/site/shell.py": "travels with the program",
    "reports/workbook/cells.py": "a temporary file of its own",
    "session/error_log.py": "written to by an opened handle, and read in part",
    "session/recovery.py": "written to",
    "storage/files/process.py": "of the system",
    "storage/files/program.py": "of the system",
    "storage/files/atomic.py": "a new, empty file",
    "storage/files/in_place.py": "written to",
    "storage/git/excluding.py": "added to",
    "storage/files/file_lock.py": "locked",
    "storage/files/system_calls.py": "a folder, to be flushed",
    "storage/git/repo.py": "a pack, looked at before",
    "cli/diff.py": "the null device",
    "cli/output.py": "the null device",
}


def test_that_one_function_opens_files_for_reading() -> None:
    home = Path(laddereditor.__file__).parent
    found = {
        path.relative_to(home).as_posix()
        for path in home.rglob("*.py")
        if _OPENERS.search(path.read_text("utf-8"))
    }
    assert sorted(found - set(_MAY_OPEN)) == []
