"""The settings' file: in QSettings' own form, whole at any moment, and never waited for."""

import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Event

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QSettings

from laddereditor.gui.settings import settings_file
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.settings.settings_file import SettingsFile, usual_store
from laddereditor.presentation.settings.settings_text import Value, values_of, with_values
from laddereditor.storage.files.system_calls import System
from laddereditor.storage.files.whole_file import replace_whole

EVERY_BYTE = bytes(range(256)) + b'\x00a\x01b\x0aF=;,"'
TEXTS = (
    *("", " spaces ", "a;b,c=d", '["/tmp/a \\"b\\".yaml"]', "@ByteArray(no)", "@Invalid()", "@"),
    *("tab\tline\nend", "\x01f\x00e", "Bäckerei", "年", "🥐1", "\x7f", "\\x41", "3", "[General]"),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def written_by_qt(file: Path, values: dict[str, object]) -> None:
    store = QSettings(str(file), QSettings.Format.IniFormat)
    for key, value in values.items():
        store.setValue(key, value)
    store.sync()


def read_by_qt(file: Path, key: str) -> object:
    return QSettings(str(file), QSettings.Format.IniFormat).value(key)


# -- the form -----------------------------------------------------------------------------------


def test_that_what_qt_wrote_is_read(file: Path) -> None:
    texts = {f"text{number}": text for number, text in enumerate(TEXTS)}
    written_by_qt(file, {**texts, "geometry": QByteArray(EVERY_BYTE), "zoom": 3})
    settings = Settings(file)
    assert {key: settings.text(key) for key in texts} == texts
    assert settings.bytes("geometry") == QByteArray(EVERY_BYTE)
    assert settings.zoom == 3
    assert settings.left_out() == []


def test_that_qt_reads_what_is_written(file: Path) -> None:
    settings = Settings(file)
    for number, text in enumerate(TEXTS):
        settings.set_text(f"text{number}", text)
    settings.set_bytes("geometry", QByteArray(EVERY_BYTE))
    settings.zoom = 3
    settings.wait()
    assert [read_by_qt(file, f"text{number}") for number in range(len(TEXTS))] == list(TEXTS)
    assert read_by_qt(file, "geometry") == QByteArray(EVERY_BYTE)
    assert read_by_qt(file, "zoom") == "3"


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,9}", fullmatch=True), st.text() | st.binary()))
def test_that_any_values_read_back(values: dict[str, str | bytes]) -> None:
    assert values_of(with_values("", values)) == values
    by_hand = "; made by hand\n[Other]\nx=1\n"
    assert values_of(with_values(by_hand, values)) == values


def test_that_what_else_is_in_the_file_stays_as_it_is() -> None:
    before = "; by hand\n[General]\nlater=5\nzoom=1 ; large\nzoom=2\n\n[Deep]\nzoom=7\nodd line\n"
    after = with_values(before, {"zoom": "3", "scheme": "dark"})
    assert after == (
        '; by hand\n[General]\nlater=5\nzoom="3"\nscheme="dark"\n\n[Deep]\nzoom=7\nodd line\n'
    )
    assert values_of(after) == {"later": "5", "zoom": "3", "scheme": "dark"}
    assert with_values("", {"zoom": "3"}) == '[General]\nzoom="3"\n'
    assert values_of("\ufeff[general]\r\nzoom = 2 ; text\r\n") == {"zoom": "2"}


# -- writing ------------------------------------------------------------------------------------


def test_that_the_disk_is_not_waited_for(file: Path) -> None:
    waits: list[int] = []
    replace_whole(file, b"new", System(fsync=waits.append))
    assert (file.read_bytes(), waits) == (b"new", [])


def test_that_two_programs_lose_nothing_of_each_other(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_in = SettingsFile._with

    def slowly(self: SettingsFile, changed: Mapping[str, Value]) -> bytes:
        data = put_in(self, changed)
        time.sleep(0.005)  # in which the other could write what this would take away
        return data

    monkeypatch.setattr(SettingsFile, "_with", slowly)
    one, two = Settings(file), Settings(file)
    for number in range(15):
        one.set_text(f"one{number}", "1")
        two.set_text(f"two{number}", "2")
        if number % 3 == 0:
            one.wait()
    one.wait()
    two.wait()
    again = Settings(file)
    assert all(again.text(f"one{n}") == "1" and again.text(f"two{n}") == "2" for n in range(15))
    assert [left.name for left in file.parent.iterdir()] == [file.name]


def test_that_the_file_is_whole_whenever_it_is_looked_at(file: Path) -> None:
    settings, long = Settings(file), "x" * 100_000
    settings.set_text("address", long)
    settings.wait()
    for number in range(20):
        settings.set_text("tree", str(number))
        assert len(Settings(file).text("address")) == len(long)
    settings.wait()


def test_that_what_could_not_be_written_is_written_with_the_next_change(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(file)
    with monkeypatch.context() as patch:
        patch.setattr(SettingsFile, "write", _fail)
        settings.set_text("tree", "first")
        settings.wait()
    settings.set_text("address", "second")
    settings.wait()
    again = Settings(file)
    assert (again.text("tree"), again.text("address")) == ("first", "second")


def _fail(*_: object) -> None:
    raise OSError(28, "the disk is full")


def test_that_what_a_crash_left_half_written_is_removed_and_nothing_else(file: Path) -> None:
    torn, mine = file.with_name(f"{file.name}.a1b2c3d4.tmp"), file.with_name(f"{file.name}.tmp")
    for other in (torn, mine):
        other.write_bytes(b"[Gen")
    settings = Settings(file)
    settings.set_text("tree", "whole")
    settings.wait()
    assert (torn.exists(), mine.exists()) == (False, True)


@pytest.mark.skipif(os.name == "nt", reason="no modes of this kind")
def test_that_nobody_else_can_read_which_files_were_open(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.ini"
    settings = Settings(file)
    settings.set_paths("recent", [tmp_path])
    settings.wait()
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)


# -- what is not a settings file -------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_that_a_link_is_read_but_never_written_through(file: Path) -> None:
    target = file.with_name("dotfiles.ini")
    target.write_text("[General]\nzoom=2\n")
    file.symlink_to(target)
    settings = Settings(file)
    assert settings.zoom == 2
    assert settings.left_out() == [f"Changed settings are not kept, because {file} is a link."]
    settings.zoom = 5
    settings.wait()
    assert (settings.zoom, target.read_text()) == (5, "[General]\nzoom=2\n")


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_that_a_link_that_came_meanwhile_is_not_written_through(file: Path) -> None:
    settings, target = Settings(file), file.with_name("mine.txt")
    target.write_text("mine")
    file.symlink_to(target)
    settings.zoom = 5
    settings.wait()
    assert (target.read_text(), file.is_symlink()) == ("mine", True)


def _link_to_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


PLACES = ("laddereditor/laddereditor.conf", "laddereditor.conf")


@pytest.mark.skipif(os.name == "nt", reason="no pipes of this kind")
@pytest.mark.parametrize("system", [False, True])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, _link_to_device])
def test_that_no_odd_file_at_any_place_of_settings_holds_up_the_start(
    place: str, system: bool, make: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, all_users = tmp_path / "own", tmp_path / "all"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(own))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(all_users))
    odd = (all_users if system else own) / place
    odd.parent.mkdir(parents=True)
    assert callable(make)
    make(odd)
    settings = Settings()
    assert any(str(odd) in words for words in settings.left_out())
    settings.zoom = 2
    settings.wait()
    is_own = not system and place == PLACES[0]
    assert Settings().zoom == (0 if is_own else 2)


@pytest.mark.skipif(os.name == "nt", reason="the registry is asked there")
def test_that_the_persons_own_settings_come_before_those_of_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "all"))
    for folder, scheme, zoom in (("own", "dark", ""), ("all", "light", "zoom=2\n")):
        file = tmp_path / folder / PLACES[0]
        file.parent.mkdir(parents=True)
        file.write_text(f"[General]\nscheme={scheme}\n{zoom}")
    assert (Settings().scheme, Settings().zoom) == ("dark", 2)
    assert usual_store().read().can_keep


@pytest.fixture
def dead_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Reading does not come back until the test is over."""
    over = Event()

    def read(*_: object) -> bytes:
        over.wait(20)
        raise OSError

    monkeypatch.setattr(settings_file, "read_regular", read)
    yield
    over.set()


@pytest.mark.usefixtures("dead_disk")
def test_that_a_disk_that_does_not_answer_holds_up_no_start_and_loses_nothing(file: Path) -> None:
    file.write_text("[General]\nopen=[]\n")
    settings = Settings(file, patience=0.01)
    settings.add_recent(file)
    settings.wait()
    assert settings.paths("recent") == [file]
    assert file.read_text() == "[General]\nopen=[]\n"
    assert settings.left_out() == [
        "The settings are neither read nor kept this time, because their disk does not answer. "
        "Start the program again once it does."
    ]
