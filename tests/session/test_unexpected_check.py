"""What raises while an edit is told of takes nothing from the edit."""

from pathlib import Path

import pytest

from laddereditor.edits.fields import set_field
from laddereditor.model.address import Address
from laddereditor.model.level import Level
from laddereditor.session.change import SessionChange
from laddereditor.session.recovery_writer import Unsaved
from laddereditor.session.session import Session
from laddereditor.session.watching import watch
from laddereditor.storage.files.document import read_text

TEXT = "laddereditor: 1\nid: x\nname: Old\nlevels:\n- id: P1\n"


class Kept:
    """A writer that remembers what it was handed last."""

    def __init__(self) -> None:
        self.text = ""

    def keep(self, key: str, unsaved: Unsaved) -> None:
        self.text = unsaved.document.text

    def drop(self, key: str) -> None:
        self.text = ""


def _fails(*_: object, **__: object) -> None:
    raise RuntimeError("a rule that fails")


@pytest.fixture
def session() -> Session:
    session = Session(read_text(TEXT), path=Path("x.yaml"))
    session.start_check()
    return session


def test_that_an_edit_is_reported_and_kept_though_checking_raises(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[SessionChange] = []
    kept = Kept()
    watch(kept, session)  # type: ignore[arg-type]
    session.subscribe(reported.append)
    monkeypatch.setattr("laddereditor.session.findings.check", _fails)
    with pytest.raises(RuntimeError, match="a rule that fails"):
        session.apply(set_field(session.ladder, Address(), "name", "New"))
    assert session.ladder.name == "New"
    assert [change.reason for change in reported] == ["edit"]
    assert "name: New" in kept.text
    assert session.report is None  # what was found before is not true of the new text
    session.undo()
    assert [change.reason for change in reported] == ["edit", "undo"]
    session.load(read_text(TEXT.replace("Old", "Third")), "Load")
    assert [change.reason for change in reported] == ["edit", "undo", "loaded"]
    assert "name: Third" in kept.text


def test_that_checking_continues_after_it_failed(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("laddereditor.session.findings.check", _fails)
        with pytest.raises(RuntimeError):
            session.apply(set_field(session.ladder, Address(), "name", ""))
    session.start_check()
    assert session.report is not None
    assert any(finding.rule == "empty-name" for finding in session.report.findings)


def test_that_a_listener_that_raises_prevents_no_other_from_being_notified(
    session: Session,
) -> None:
    reported: list[SessionChange] = []
    session.subscribe(_fails)
    session.subscribe(reported.append)
    with pytest.raises(RuntimeError):
        session.apply(set_field(session.ladder, Address("levels/P1"), "name", "Entry"))
    assert len(reported) == 1
    assert session.ladder.levels == (Level(id="P1", name="Entry"),)
