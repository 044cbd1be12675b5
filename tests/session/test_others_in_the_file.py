"""No save takes away what somebody else saved, unless the person says so."""

import datetime as dt
from pathlib import Path

import pytest
from tests.edits.samples import sample

from laddereditor.edits.fields import set_field
from laddereditor.model.address import Address
from laddereditor.session.publishing import PublicationDetails, PublishRefused, prepare
from laddereditor.session.session import Session
from laddereditor.storage.files.document import Document, new_document, read_bytes, to_bytes, update
from laddereditor.storage.files.ladder_files import (
    ChangedOnDisk,
    OpenedFile,
    digest_of,
    open_ladder,
)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    path = tmp_path / "tech.yaml"
    path.write_bytes(to_bytes(new_document(sample())))
    return Session.from_file(open_ladder(path))


def change(session: Session, text: str) -> None:
    session.apply(set_field(session.ladder, Address("families/data/P3"), "summary", text))


def in_file(session: Session) -> Document:
    assert session.path is not None
    return read_bytes(session.path.read_bytes())


def saved_by_somebody_else(session: Session, name: str = "Theirs") -> OpenedFile:
    assert session.path is not None
    document = in_file(session)
    ladder = set_field(document.ladder, Address(), "name", name).change(document.ladder)
    session.path.write_bytes(to_bytes(update(document, ladder)))
    return open_ladder(session.path)


def asks(session: Session) -> bool:
    """Whether a save asks; it writes nothing then."""
    before = in_file(session)
    if not session.behind:
        return False
    with pytest.raises(ChangedOnDisk):
        session.save()
    assert in_file(session).text == before.text
    return True


def test_that_a_save_past_an_undone_load_asks(session: Session) -> None:
    saved_by_somebody_else(session)
    session.reload()
    assert not asks(session)
    assert session.undo_takes_away
    session.undo()
    assert asks(session)
    change(session, "Mine")
    assert asks(session)
    session.undo()
    session.redo()
    session.undo()
    session.redo()
    assert asks(session)


def test_that_redoing_the_load_makes_the_save_free_again(session: Session) -> None:
    saved_by_somebody_else(session)
    session.reload()
    session.undo()
    session.redo()
    assert not asks(session)
    session.save()


def test_that_own_edits_over_a_load_are_undone_without_asking(session: Session) -> None:
    saved_by_somebody_else(session)
    session.reload()
    change(session, "Mine")
    assert not session.undo_takes_away
    session.undo()
    assert not asks(session)
    assert session.undo_takes_away


def test_that_own_saves_are_undone_and_saved_without_asking(session: Session) -> None:
    change(session, "One")
    session.save()
    change(session, "Two")
    session.save()
    session.undo()
    session.undo()
    assert not asks(session)
    session.save()


def test_that_a_save_past_an_undone_merge_asks(session: Session) -> None:
    change(session, "Mine")
    theirs = saved_by_somebody_else(session)
    both = set_field(session.ladder, Address(), "name", "Theirs").change(session.ladder)
    session.take_merged(theirs, both, "Merge")
    assert not asks(session)
    session.save()
    session.undo()
    assert asks(session)


def test_that_what_the_person_replaced_is_not_asked_about_again(session: Session) -> None:
    saved_by_somebody_else(session)
    session.reload()
    session.undo()
    session.save(overwrite=True)
    assert not asks(session)
    change(session, "Mine")
    session.save()
    session.undo()
    assert not asks(session)


def test_that_a_merge_past_an_undone_load_has_the_state_before_it_as_its_base(
    session: Session,
) -> None:
    base = session.ladder
    saved_by_somebody_else(session)
    session.reload()
    session.undo()
    change(session, "Mine")
    assert session.merge_base == base


def test_that_of_several_loads_the_base_is_the_state_before_the_first_undone(
    session: Session,
) -> None:
    saved_by_somebody_else(session, "First")
    session.reload()
    first = session.ladder
    saved_by_somebody_else(session, "Second")
    session.reload()
    session.undo()
    assert asks(session)
    assert session.merge_base == first


def test_that_a_state_made_from_the_file_as_it_is_is_saved_without_asking(
    session: Session,
) -> None:
    document = session.document
    session.load(document, "Restore", made_from=session.digest)
    assert not asks(session)


@pytest.mark.parametrize("made_from", [None, digest_of(b"never seen here")])
def test_that_a_state_of_unknown_origin_asks_and_has_no_base(
    session: Session, made_from: str | None
) -> None:
    session.load(session.document, "Restore", made_from=made_from)
    assert asks(session)
    assert session.merge_base is None
    session.undo()
    assert not asks(session)


def test_that_a_state_from_before_a_colleagues_save_asks(session: Session) -> None:
    old, digest = session.document, session.digest
    saved_by_somebody_else(session)
    session.reload()
    session.load(old, "Restore a save", made_from=digest)
    assert asks(session)
    assert session.merge_base == old.ladder


def test_that_a_state_from_before_own_saves_only_does_not_ask(session: Session) -> None:
    old, digest = session.document, session.digest
    change(session, "Mine")
    session.save()
    session.load(old, "Restore a save", made_from=digest)
    assert not asks(session)


def test_that_a_ladder_without_a_file_never_asks() -> None:
    session = Session(new_document(sample()))
    session.load(session.document, "Restore")
    assert not session.behind


def test_that_publishing_is_refused_where_a_save_would_ask(session: Session) -> None:
    saved_by_somebody_else(session)
    session.reload()
    session.undo()
    with pytest.raises(PublishRefused, match="Save first"):
        prepare(session, PublicationDetails("1.0.0", "First", "", dt.date(2026, 1, 1)))


def test_that_another_file_may_be_saved_to_without_asking(session: Session, tmp_path: Path) -> None:
    saved_by_somebody_else(session)
    session.reload()
    session.undo()
    session.save(tmp_path / "mine.yaml")
    assert not session.behind
