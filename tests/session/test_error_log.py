"""The log of unexpected errors says where in the code they were, and no text of a ladder."""

import os
import re
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import ValidationError

from laddereditor.model.ladder import Ladder
from laddereditor.session import error_log as log_module
from laddereditor.session.error_facts import (
    ActivityNote,
    facts_of,
    facts_text,
    program_text,
    short_file,
)
from laddereditor.session.error_log import crash_file, log_end, log_path, take_crash, write_log
from laddereditor.storage.files.document import read_text
from laddereditor.storage.reading.faults import UnreadableLadder

Log = Callable[[], str]
SECRET = "Severance of 90,000 EUR"


def caught(act: Callable[[], object]) -> BaseException:
    try:
        act()
    except BaseException as error:
        return error
    raise AssertionError("nothing was raised")


def key_error() -> object:
    empty: dict[str, object] = {}
    return empty[SECRET]


def validation() -> object:
    return Ladder.model_validate({"name": [SECRET], "families": SECRET, SECRET: {SECRET}})


def unreadable() -> object:
    return read_text(f"laddereditor: 1\n{SECRET}: [{SECRET}")


def missing_file() -> object:
    return Path(f"/nowhere/{SECRET}.yaml").read_text("utf-8")


def decoding() -> object:
    return SECRET.encode("utf-16").decode("ascii")


def noted() -> object:
    error = ValueError(SECRET)
    error.add_note(SECRET)
    raise error


def chained() -> object:
    try:
        return key_error()
    except KeyError as error:
        raise RuntimeError(f"no {SECRET}") from error


def grouped() -> object:
    raise ExceptionGroup(SECRET, [ValueError(SECRET), KeyError(SECRET)])


def named_after_a_text() -> object:
    return compile(f"{SECRET} = (", f"/home/somebody/{SECRET}/x.py", "exec")


def deep(level: int = 0) -> object:
    return deep(level + 1)


@pytest.mark.parametrize(
    "act",
    [
        *(key_error, validation, unreadable, missing_file, decoding, noted, chained, grouped),
        *(named_after_a_text, deep),
    ],
)
def test_that_no_text_of_a_ladder_is_kept(act: Callable[[], object]) -> None:
    error = caught(act)
    text = facts_text(facts_of(error))
    assert type(error).__name__ in text
    assert act.__name__ in text
    for word in ("Severance", "90,000", "/home", "nowhere"):
        assert word not in text
    assert len(text) < 4000


def test_that_an_error_is_reported_by_kind_place_and_cause() -> None:
    text = facts_text(facts_of(caught(chained)))
    assert re.search(r"^RuntimeError\n( {2}.*\n)* {2}test_error_log.py:\d+ in chained", text)
    assert re.search(
        r"caused by\nKeyError\n( {2}.*\n)* {2}test_error_log.py:\d+ in key_error", text
    )


def test_that_wrong_values_are_counted_by_their_kinds() -> None:
    error = caught(validation)
    assert isinstance(error, ValidationError)
    assert "ValidationError (1 × missing, 1 × string_type, 1 × tuple_type)" in facts_of(error).kind


def test_that_a_system_error_keeps_its_number() -> None:
    assert facts_of(caught(missing_file)).kind == "FileNotFoundError (ENOENT)"


def test_that_places_are_reported_without_the_folders_of_the_machine() -> None:
    places = facts_of(caught(unreadable)).places
    assert any(re.match(r"storage/files/document\.py:\d+ in read_text", place) for place in places)
    assert short_file("C:\\Users\\Ann\\site-packages\\pydantic\\main.py") == "pydantic/main.py"
    assert isinstance(caught(unreadable), UnreadableLadder)


def test_that_what_was_being_done_is_kept_if_the_program_itself_noted_it() -> None:
    error = ValueError()
    error.add_note(SECRET)
    error.add_note(ActivityNote("saving"))
    assert facts_of(error).doing == "saving"


def test_that_the_same_error_is_known_again() -> None:
    one, again = facts_of(caught(key_error)), facts_of(caught(key_error))
    assert one.key == again.key != facts_of(caught(decoding)).key


def test_that_an_entry_says_when_and_which_program(error_log: Log) -> None:
    path = write_log("ValueError\n  a.py:1 in f")
    assert path == log_path()
    assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S* process \d+, ", error_log())
    assert program_text() in error_log()
    assert "\n  ValueError\n    a.py:1 in f\n" in error_log()
    assert log_end() == error_log().strip()


def test_that_only_its_owner_can_read_the_log(error_log: Log) -> None:
    write_log("x")
    assert os.name == "nt" or log_path().stat().st_mode & 0o077 == 0


def test_that_old_entries_make_room(error_log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_module, "_BYTES", 2000)
    for _ in range(60):
        write_log("x" * 200)
    files = sorted(log_path().parent.iterdir())
    assert len(files) == 4
    assert all(file.stat().st_size < 3000 for file in files)


def test_that_threads_write_whole_entries(error_log: Log) -> None:
    threads = [threading.Thread(target=write_log, args=(f"entry-{n}\nend-{n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for n in range(8):
        assert f"  entry-{n}\n  end-{n}\n" in error_log()


@pytest.mark.skipif(os.name == "nt", reason="needs pipes and links with names")
@pytest.mark.parametrize("thing", ["pipe", "link", "folder"])
def test_that_the_log_is_written_to_no_pipe_link_or_folder(thing: str, tmp_path: Path) -> None:
    path, other = log_path(), tmp_path / "other"
    if thing == "pipe":
        os.mkfifo(path)
    elif thing == "link":
        other.write_text("theirs", "utf-8")
        path.symlink_to(other)
    else:
        path.mkdir()
    with pytest.raises(OSError):
        write_log("x")
    assert thing != "link" or other.read_text("utf-8") == "theirs"
    if thing == "folder":
        path.rmdir()
    else:
        path.unlink()


def test_that_a_crash_of_the_last_run_becomes_an_entry(error_log: Log) -> None:
    assert not take_crash()
    with crash_file() as file:
        file.write('Fatal Python error\n  File "/home/ann/laddereditor/gui/x.py", line 3 in f\n')
    assert take_crash()
    assert "ended by a fault outside its own code" in error_log()
    assert "gui/x.py, line 3 in f" in error_log()
    assert "/home/ann" not in error_log()
    assert not take_crash()
