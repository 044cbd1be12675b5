"""What a person said of pairs is kept in the state folder, by the ladder's id."""

import os
import stat
from pathlib import Path

import pytest

from laddereditor.align.corrections import PairCorrections
from laddereditor.storage.files.pair_corrections import (
    NotKept,
    change_corrections,
    read_corrections,
    write_corrections,
)
from laddereditor.storage.files.state_folder import OVERRIDE

SAID = PairCorrections().aligned("One", "Zwei – ü").parted("A", "B\nC")


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(OVERRIDE, str(tmp_path / "state"))
    return tmp_path / "state"


def test_that_corrections_come_back_for_their_ladder_alone() -> None:
    write_corrections("bakery", SAID)
    assert read_corrections("bakery") == SAID
    assert read_corrections("shop") == PairCorrections()


def test_that_reading_makes_no_folder(state: Path) -> None:
    assert read_corrections("bakery") == PairCorrections()
    assert not state.exists()


def test_that_an_odd_id_is_no_path(state: Path) -> None:
    write_corrections("../../etc/x", SAID)
    assert read_corrections("../../etc/x") == SAID
    assert [path.parent.name for path in state.rglob("*.json")] == ["pairs"]


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"together": 3}', '{"apart": [["a"], ["a", 1], 2]}', "\xff"]
)
def test_that_a_damaged_file_counts_as_absent(state: Path, content: str) -> None:
    write_corrections("bakery", SAID)
    (file,) = state.rglob("*.json")
    file.write_bytes(content.encode("latin-1"))
    assert read_corrections("bakery") == PairCorrections()


@pytest.mark.skipif(os.name == "nt", reason="no modes of this kind")
def test_that_only_the_user_may_read_them(state: Path) -> None:
    write_corrections("bakery", SAID)
    (file,) = state.rglob("*.json")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_that_a_folder_that_cannot_be_written_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv(OVERRIDE, str(tmp_path / "file"))
    with pytest.raises(NotKept, match="cannot be used"):
        write_corrections("bakery", SAID)


def test_that_a_change_keeps_what_another_window_wrote_meanwhile() -> None:
    write_corrections("bakery", SAID)
    kept = change_corrections("bakery", lambda said: said.aligned("Three", "Four"))
    assert kept == SAID.aligned("Three", "Four") == read_corrections("bakery")
