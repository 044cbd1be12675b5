"""Edits of long records: the ladder changes at once, the text of its file follows."""

import gc
from collections.abc import Callable
from pathlib import Path
from weakref import ref

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.edits.samples import sample
from tests.examples import examples
from tests.gui.held_jobs import HeldJobs

from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.edits.fields import set_at
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.session.change import SessionChange
from laddereditor.session.recovery_writer import Unsaved
from laddereditor.session.session import Session
from laddereditor.session.watching import watch
from laddereditor.storage.files.document import Document, new_document, read_text, update

LINES = tuple(f"Line {number} of a list that is long" for number in range(2500))
LIST = "responsibilities"


def first_profile(session: Session) -> Address:
    family = session.ladder.families[0]
    return Address(f"families/{family.id}/{family.profiles[0].level}")


def paste(session: Session, lines: tuple[str, ...] = LINES, label: str = "Paste") -> None:
    edit = set_at(session.ladder, first_profile(session), LIST, lines)
    session.apply(Edit(label, edit.change))
    session.end_typing()


def type_in(session: Session, text: str) -> None:
    edit = set_at(session.ladder, first_profile(session), LIST, (text, *LINES[1:]))
    session.apply(Edit("Type", edit.change, merge="typing"))


def held_lines(session: Session) -> tuple[object, ...]:
    return session.ladder.families[0].profiles[0].responsibilities


def reads_as_its_ladder(document: Document) -> bool:
    return read_text(document.text).ladder == document.ladder


@pytest.fixture
def jobs() -> HeldJobs:
    return HeldJobs()


@pytest.fixture
def session(jobs: HeldJobs) -> Session:
    session = Session(new_document(sample()), jobs=jobs)
    session.start_check()
    jobs.hold()
    return session


def reformatted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every text that is written later be a new one in the layout of the program."""

    def anew(document: Document, ladder: object) -> Document:
        found = update(document, ladder)  # type: ignore[arg-type]
        object.__setattr__(found, "reformatted", True)
        return found

    monkeypatch.setattr("laddereditor.session.writing.update", anew)


def test_that_the_ladder_changes_before_its_text_is_written(
    session: Session, jobs: HeldJobs
) -> None:
    heard: list[SessionChange] = []
    session.subscribe(heard.append)
    paste(session)
    assert held_lines(session) == LINES
    assert [change.reason for change in heard] == ["edit"]
    assert session.is_unwritten
    jobs.go_on()
    assert not session.is_unwritten
    assert session.document.ladder is session.ladder
    assert reads_as_its_ladder(session.document)


def test_that_a_short_edit_is_written_at_once(session: Session, jobs: HeldJobs) -> None:
    paste(session, ("One", "Two"))
    assert not session.is_unwritten
    assert not jobs.waiting


def test_that_the_text_is_right_whenever_it_is_asked_for(session: Session) -> None:
    paste(session)
    assert session.document.ladder is session.ladder
    assert reads_as_its_ladder(session.document)


def test_that_typing_continues_while_the_text_is_written(session: Session, jobs: HeldJobs) -> None:
    paste(session)
    jobs.step()
    for text in ("A", "Ab", "Abc"):
        type_in(session, text)
    assert len(jobs.waiting) == 1  # keys do not pile up work
    jobs.go_on()
    assert held_lines(session)[0] == "Abc"
    assert reads_as_its_ladder(session.document)
    session.undo()
    assert held_lines(session) == LINES


def test_that_a_save_writes_the_whole_edit(session: Session, tmp_path: Path) -> None:
    paste(session)
    path = tmp_path / "ladder.yaml"
    session.save(path)
    assert read_text(path.read_text(encoding="utf-8")).ladder == session.ladder
    assert not session.is_modified


def test_that_a_file_is_reformatted_for_a_long_edit_only_after_asking(
    session: Session, jobs: HeldJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    reformatted(monkeypatch)
    asked: list[str] = []
    refused: list[str] = []
    session.may_reformat = lambda label, _: bool(asked.append(label))
    session.on_written(lambda _: None, refused.append)
    before, text = session.ladder, session.document.text
    paste(session)
    assert asked == []
    jobs.go_on()
    assert asked == ["Paste"]
    assert session.ladder is before
    assert session.document.text == text
    assert not session.undo_label
    assert "keeps its layout" in refused[0]


@pytest.mark.parametrize("act", ["save", "edit", "undo"])
def test_that_nothing_follows_an_edit_that_was_not_approved(
    act: str, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = session.ladder
    reformatted(monkeypatch)
    session.may_reformat = lambda *_: False
    paste(session)
    if act == "save":
        session.save(tmp_path / "ladder.yaml")
        assert "Line 7 of" not in (tmp_path / "ladder.yaml").read_text(encoding="utf-8")
    elif act == "edit":
        with pytest.raises(EditRefused):
            paste(session, ("Another",))
    else:
        session.undo()
    assert session.ladder is before


def test_that_an_approved_reformatting_is_not_asked_for_again_while_typing(
    session: Session, jobs: HeldJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    paste(session)
    jobs.step()
    reformatted(monkeypatch)
    asked: list[str] = []
    session.may_reformat = lambda label, _: not asked.append(label)
    type_in(session, "A")
    jobs.step()
    for text in ("Ab", "Abc"):
        type_in(session, text)
    jobs.go_on()
    assert asked == ["Type"]
    assert held_lines(session)[0] == "Abc"


def test_that_an_edit_whose_text_cannot_be_written_is_taken_back(
    session: Session, jobs: HeldJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Document:
        raise RuntimeError("broken")

    before = session.ladder
    monkeypatch.setattr("laddereditor.session.writing.update", broken)
    paste(session)
    with pytest.raises(RuntimeError, match="broken"):
        jobs.step()
    assert session.ladder is before
    paste(session)
    with pytest.raises(RuntimeError, match="broken"):
        session.undo()
    assert session.ladder is before


def test_that_the_recovery_gets_the_state_and_writes_its_text_itself(session: Session) -> None:
    kept: list[Unsaved] = []

    class Writer:
        def keep(self, _identity: str, unsaved: Unsaved) -> None:
            kept.append(unsaved)

        def drop(self, _identity: str) -> None:
            raise AssertionError("nothing was saved")

    watch(Writer(), session)  # type: ignore[arg-type]
    paste(session)
    assert session.is_unwritten
    assert kept[-1].document.ladder is session.ladder
    assert reads_as_its_ladder(kept[-1].document)
    assert session.is_unwritten  # the person is still to be asked


def test_that_undo_does_not_hold_the_states_of_long_steps(session: Session, jobs: HeldJobs) -> None:
    paste(session)
    jobs.step()
    state = ref(session.state)
    paste(session, ("One",))
    jobs.go_on()
    paste(session, ("Two",))
    gc.collect()
    assert state() is None
    session.undo()
    session.undo()
    assert held_lines(session) == LINES
    assert reads_as_its_ladder(session.document)


def test_that_a_closed_ladder_is_written_no_more(session: Session, jobs: HeldJobs) -> None:
    paste(session)
    session.close()
    assert all(held.cancelled for held in jobs.waiting)


STEPS: dict[str, Callable[[Session], None]] = {
    "long": paste,
    "longer": lambda session: paste(session, (*LINES, "One more")),
    "short": lambda session: paste(session, ("One",)),
    "type": lambda session: type_in(session, f"Typed {len(session.history.done)}"),
    "undo": lambda session: session.undo(),
    "redo": lambda session: session.redo(),
}


@settings(max_examples=examples(6), deadline=None)
@given(steps=st.lists(st.sampled_from([*STEPS, "write"]), min_size=3, max_size=9))
def test_that_edits_undo_and_writing_in_any_order_give_what_each_alone_gives(
    steps: list[str],
) -> None:
    start = evolve(sample(), name="Any order")
    jobs = HeldJobs()
    late, plain = Session(new_document(start), jobs=jobs), Session(new_document(start))
    jobs.hold()
    for step in steps:
        if step != "write":
            STEPS[step](late)
            STEPS[step](plain)
        elif jobs.waiting:
            jobs.step()
        assert late.ladder == plain.ladder
    assert late.document.text == plain.document.text
    assert late.undo_label == plain.undo_label
