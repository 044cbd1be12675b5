"""A session whose ladder is a folder."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.storage.folder.splitting import contents, put
from tests.storage.folder.test_folders import FILES, HEAD

from laddereditor.edits.edit import Edit
from laddereditor.model.base import evolve
from laddereditor.session.recovered import file_now, what_changed
from laddereditor.session.recovery import Recovery
from laddereditor.session.save_order import replaced_folder
from laddereditor.session.session import Session
from laddereditor.session.target import target_at
from laddereditor.storage.files.document import read_bytes
from laddereditor.storage.files.folder.document import copy_to_keep, is_in_files
from laddereditor.storage.files.folder.finding import part_notice
from laddereditor.storage.files.ladder_files import ChangedOnDisk, open_ladder
from laddereditor.storage.files.program import this_program


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put(tmp_path / "technology", FILES)


@pytest.fixture
def session(folder: Path) -> Session:
    return Session.from_file(open_ladder(folder))


def _rename(session: Session, name: str = "Bread Baker") -> None:
    def change(ladder: object) -> object:
        families = session.ladder.families
        return evolve(session.ladder, families=(evolve(families[0], name=name), *families[1:]))

    session.apply(Edit("Rename", change))  # type: ignore[arg-type]


def test_that_a_save_writes_only_the_file_concerned(session: Session, folder: Path) -> None:
    assert session.name == "technology"
    _rename(session)
    session.save()
    assert not session.is_modified
    now = contents(folder)
    assert [name for name in FILES if now[name] != FILES[name]] == ["families/baker.yaml"]
    session.undo()
    session.save()
    assert contents(folder) == FILES


def test_that_undo_of_many_steps_gives_the_files_back(session: Session, folder: Path) -> None:
    for number in range(5):
        _rename(session, f"Baker {number}")
    for _ in range(5):
        session.undo()
    session.redo()
    session.save()
    baker = contents(folder)["families/baker.yaml"]
    assert baker == FILES["families/baker.yaml"].replace(b"name: Baker", b"name: Baker 0")


def test_that_what_others_saved_is_not_overwritten(session: Session, folder: Path) -> None:
    _rename(session)
    put(folder, {"skills.yaml": f"{HEAD}skills:\n- id: sql\n".encode()})
    with pytest.raises(ChangedOnDisk):
        session.save()
    theirs = open_ladder(folder)
    merged = evolve(theirs.document.ladder, families=session.ladder.families)
    session.take_merged(theirs, merged, "Merge")
    session.save()
    ladder = open_ladder(folder).document.ladder
    assert ladder.families[0].name == "Bread Baker"
    assert ladder.skills[0].id == "sql"


def test_that_saving_under_another_name_makes_one_file(
    session: Session, folder: Path, tmp_path: Path
) -> None:
    _rename(session)
    assert session.as_one_file == tmp_path / "technology.yaml"
    session.save(tmp_path / "one.yaml")
    assert not session.is_modified
    assert not is_in_files(session.document)
    text = (tmp_path / "one.yaml").read_text("utf-8")
    assert text.startswith("# The ladder of us all\n")
    assert "# who bakes" in text
    assert contents(folder) == FILES
    _rename(session, "Cook")
    session.save()
    changed = text.replace("Bread Baker", "Cook")
    assert (tmp_path / "one.yaml").read_text("utf-8") == changed


def test_that_what_was_kept_goes_back_into_the_files(session: Session, folder: Path) -> None:
    _rename(session)
    kept = copy_to_keep(session.document)
    session.undo()
    session.load(read_bytes(kept), "Restore", made_from=session.digest)
    session.save()
    now = contents(folder)
    assert now["families/baker.yaml"] == FILES["families/baker.yaml"].replace(
        b"name: Baker", b"name: Bread Baker"
    )
    assert now["levels.yaml"] == FILES["levels.yaml"]


def test_that_a_recovery_says_what_differs_from_the_folder(session: Session, folder: Path) -> None:
    def recovery() -> Recovery:
        when = datetime.now(UTC)
        data = copy_to_keep(session.document)
        return Recovery("0" * 32, folder, session.digest, when, "x", this_program(), data)

    assert what_changed(recovery(), file_now(recovery())).same
    _rename(session)
    found = what_changed(recovery(), file_now(recovery()))
    assert not found.saved_since
    assert [one.name for one in found.changed] == ["Bread Baker"]
    put(folder, {"skills.yaml": f"{HEAD}skills:\n- id: sql\n".encode()})
    assert what_changed(recovery(), file_now(recovery())).saved_since


def test_that_a_folder_that_is_replaced_is_kept_as_a_backup(session: Session, folder: Path) -> None:
    found = target_at(folder, folder)
    assert found.is_own
    assert found.digest == session.digest
    before = session.ladder
    _rename(session)
    order = session.order_save()
    for saved in (order.saved, None):
        former = replaced_folder(replace(order, saved=saved), found.digest)
        assert former is not None
        assert read_bytes(former).ladder == before


def test_that_a_folder_that_was_deleted_can_be_saved_again(session: Session, folder: Path) -> None:
    for name in FILES:
        (folder / name).unlink()
    (folder / "families").rmdir()
    folder.rmdir()
    session.save(overwrite=True)
    assert contents(folder) == FILES


def test_that_a_part_of_a_folder_says_where_the_rest_is(folder: Path) -> None:
    for name in ("levels.yaml", "families/baker.yaml"):
        path = folder / name
        notice = part_notice(path, open_ladder(path).document.ladder)
        assert "is one of 4 files of the ladder in the folder technology" in notice


def test_that_a_copy_beside_a_ladder_is_not_taken_for_a_part(tmp_path: Path) -> None:
    whole = f"{HEAD}name: All\nlevels:\n- id: P1\n".encode()
    put(tmp_path, {"one.yaml": whole, "two.yaml": whole})
    path = tmp_path / "one.yaml"
    assert part_notice(path, open_ladder(path).document.ladder) == ""
