"""A session: history, saved mark, findings, listeners."""

from pathlib import Path

import pytest

from laddereditor.edits.edit import Edit, EditRefused, follow
from laddereditor.edits.fields import set_field
from laddereditor.edits.references import rename
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.terms import Track
from laddereditor.session.change import SessionChange
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document
from laddereditor.storage.files.ladder_files import ChangedOnDisk, open_ladder


def small_ladder() -> Ladder:
    return Ladder(
        laddereditor=1,
        id="small",
        name="Small",
        tracks=(Track(id="professional", code="P", name="Professional"),),
        levels=(Level(id="P1", name="Entry", track="professional"),),
        families=(Family(id="work", name="Work", profiles=(Profile(level="P1"),)),),
    )


@pytest.fixture
def session() -> Session:
    return Session(new_document(small_ladder()))


@pytest.fixture
def file_session(tmp_path: Path) -> Session:
    path = tmp_path / "small.yaml"
    first = Session(new_document(small_ladder()))
    first.save(path)
    return Session.from_file(open_ladder(path))


def test_that_undo_and_redo_walk_through_every_step(session: Session) -> None:
    names = ["One", "Two", "Three"]
    for name in names:
        session.apply(set_field(session.ladder, Address("families/work"), "name", name))
    for name in ["Two", "One", "Work"]:
        session.undo()
        assert session.ladder.families[0].name == name
    for name in names:
        session.redo()
        assert session.ladder.families[0].name == name
    assert session.redo_label == ""


def test_that_typing_in_one_field_is_one_step(session: Session) -> None:
    for text in ("A", "Ab", "Abc"):
        session.apply(
            set_field(session.ladder, Address("families/work"), "summary", text, typing=True)
        )
    session.undo()
    assert session.ladder.families[0].summary == ""
    assert session.undo_label == ""


def test_that_typing_after_leaving_the_field_is_a_new_step(session: Session) -> None:
    session.apply(set_field(session.ladder, Address("families/work"), "summary", "A", typing=True))
    session.end_typing()
    session.apply(set_field(session.ladder, Address("families/work"), "summary", "AB", typing=True))
    session.undo()
    assert session.ladder.families[0].summary == "A"


def test_that_typing_across_a_save_is_two_steps(file_session: Session) -> None:
    session = file_session
    session.apply(set_field(session.ladder, Address("families/work"), "summary", "A", typing=True))
    session.save()
    session.apply(set_field(session.ladder, Address("families/work"), "summary", "AB", typing=True))
    assert session.is_modified
    session.undo()
    assert session.ladder.families[0].summary == "A"
    assert not session.is_modified


def test_that_a_new_edit_drops_what_was_undone(session: Session) -> None:
    session.apply(set_field(session.ladder, Address(), "name", "A"))
    session.undo()
    session.apply(set_field(session.ladder, Address(), "name", "B"))
    assert session.redo_label == ""


def test_that_a_refused_edit_changes_nothing(session: Session) -> None:
    def refuse(_: Ladder) -> Ladder:
        raise EditRefused("no")

    before = session.ladder
    with pytest.raises(EditRefused):
        session.apply(Edit("Nothing", refuse))
    assert session.ladder is before
    assert session.undo_label == ""


def test_that_listeners_learn_where_a_renamed_level_is_now(session: Session) -> None:
    heard: list[SessionChange] = []
    session.subscribe(heard.append)
    session.apply(rename(session.ladder, Address("levels/P1"), "P2"))
    session.undo()
    forward, back = heard
    assert follow(Address("families/work/P1/summary"), forward.moved) == "families/work/P2/summary"
    assert follow(Address("families/work/P2"), back.moved) == "families/work/P1"


def test_that_the_mark_is_gone_after_saving_and_after_undoing_to_the_saved_state(
    file_session: Session,
) -> None:
    session = file_session
    assert not session.is_modified
    session.apply(set_field(session.ladder, Address(), "name", "Other"))
    assert session.is_modified
    session.undo()
    assert not session.is_modified
    session.redo()
    session.save()
    assert not session.is_modified
    session.undo()
    assert session.is_modified


def test_that_what_is_saved_reads_back_as_the_ladder(file_session: Session) -> None:
    session = file_session
    session.apply(set_field(session.ladder, Address("families/work"), "summary", "Makes things."))
    session.save()
    assert session.path is not None
    assert open_ladder(session.path).document.ladder == session.ladder


def test_that_a_file_changed_by_somebody_else_is_not_written_over(file_session: Session) -> None:
    session = file_session
    assert session.path is not None
    theirs = session.path.read_bytes() + b"# theirs\n"
    session.path.write_bytes(theirs)
    session.apply(set_field(session.ladder, Address(), "name", "Mine"))
    with pytest.raises(ChangedOnDisk):
        session.save()
    assert session.path.read_bytes() == theirs
    assert session.ladder.name == "Mine"
    session.save(overwrite=True)
    assert open_ladder(session.path).document.ladder.name == "Mine"


def test_that_loading_theirs_can_be_undone(file_session: Session) -> None:
    session = file_session
    assert session.path is not None
    theirs = session.path.read_text("utf-8").replace("name: Small", "name: Theirs")
    session.apply(set_field(session.ladder, Address(), "name", "Mine"))
    session.path.write_text(theirs, "utf-8")
    session.reload()
    assert session.ladder.name == "Theirs"
    assert not session.is_modified
    session.undo()
    assert session.ladder.name == "Mine"
    assert session.is_modified


def test_that_findings_follow_edits_and_undo(session: Session) -> None:
    session.start_check()

    def dangling() -> bool:
        assert session.report is not None
        return any(
            found.address == "families/work/P1" and found.severity == "error"
            for found in session.report.findings
        )

    assert not dangling()
    family = session.ladder.families[0]
    broken = evolve(family, profiles=(evolve(family.profiles[0], skills=("nowhere",)),))
    session.apply(Edit("Break", lambda ladder: evolve(ladder, families=(broken,))))
    assert dangling()
    session.undo()
    assert not dangling()


def test_that_an_imported_ladder_counts_as_modified_until_it_is_saved(tmp_path: Path) -> None:
    session = Session(new_document(small_ladder()), worth_saving=True)
    assert session.is_modified
    session.save(tmp_path / "new.yaml")
    assert not session.is_modified


def test_that_another_state_is_taken_as_one_step_that_waits_to_be_saved(
    file_session: Session,
) -> None:
    session = file_session
    recovered = new_document(evolve(session.ladder, name="Recovered"))
    session.load(recovered, "Restore unsaved changes")
    assert session.ladder.name == "Recovered"
    assert session.is_modified
    assert session.undo_label == "Restore unsaved changes"
    session.undo()
    assert not session.is_modified


def test_that_a_locked_ladder_refuses_changes_until_it_is_released(session: Session) -> None:
    session.set_read_only("Ada has this file open.")
    with pytest.raises(EditRefused, match="Ada"):
        session.apply(set_field(session.ladder, Address(), "name", "Other"))
    session.set_read_only("")
    session.apply(set_field(session.ladder, Address(), "name", "Other"))
    assert session.ladder.name == "Other"


def test_that_a_file_of_an_older_format_waits_to_be_saved(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_text("laddereditor: 0\nname: Old\njob_families: []\n", "utf-8")
    session = Session.from_file(open_ladder(path))
    assert session.is_modified
    assert path.read_text("utf-8").startswith("laddereditor: 0")
    session.save()
    assert not session.is_modified
    assert path.read_text("utf-8").startswith("laddereditor: 1")
