"""An edit of very many families is checked as a job, while the ladder can be used."""

import pytest
from tests.gui.held_jobs import HeldJobs

from laddereditor.edits.fields import set_field
from laddereditor.edits.references import rename
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import check
from laddereditor.session.change import SessionChange
from laddereditor.session.findings import changes_many
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document

FAMILIES = 30
P1 = Address("levels/P1")


def wide_ladder() -> Ladder:
    families = [
        {"id": f"f{number}", "name": f"F{number}", "profiles": [{"level": "P1", "summary": "TBD"}]}
        for number in range(FAMILIES)
    ]
    return Ladder.model_validate(
        {
            "laddereditor": 1,
            "id": "wide",
            "tracks": [{"id": "p", "code": "P"}],
            "levels": [{"id": "P1", "track": "p"}],
            "families": families,
        }
    )


@pytest.fixture
def jobs() -> HeldJobs:
    return HeldJobs()


@pytest.fixture
def session(jobs: HeldJobs) -> Session:
    session = Session(new_document(wide_ladder()), jobs=jobs)
    session.start_check()
    return session


def found(session: Session) -> set[tuple[str, str]] | None:
    """Return what is found, None while that is not known."""
    report = session.report
    return None if report is None else {(one.rule, one.address) for one in report.findings}


def everything(ladder: Ladder) -> set[tuple[str, str]]:
    return {(one.rule, one.address) for one in check(ladder).findings}


def test_that_findings_of_a_wide_edit_come_after_it(session: Session, jobs: HeldJobs) -> None:
    told: list[SessionChange] = []
    session.subscribe(told.append)
    jobs.hold()
    session.apply(rename(session.ladder, P1, "P7"))
    assert [one.reason for one in told] == ["edit"]
    assert found(session) is None
    jobs.go_on()
    assert [one.reason for one in told] == ["edit", "checked"]
    assert found(session) == everything(session.ladder)


def test_that_a_wide_edit_without_threads_is_told_once_before_its_findings(
    session: Session,
) -> None:
    told: list[tuple[str, bool]] = []
    session.subscribe(lambda change: told.append((change.reason, session.report is None)))
    session.apply(rename(session.ladder, P1, "P7"))
    assert told == [("edit", True), ("checked", False)]


def test_that_an_edit_of_one_family_is_checked_at_once(session: Session, jobs: HeldJobs) -> None:
    jobs.hold()
    session.apply(set_field(session.ladder, Address("families/f1/P1"), "summary", "Bakes bread"))
    assert found(session) == everything(session.ladder)


def test_that_edits_while_the_job_runs_are_in_its_findings(
    session: Session, jobs: HeldJobs
) -> None:
    jobs.hold()
    session.apply(rename(session.ladder, P1, "P7"))
    session.apply(set_field(session.ladder, Address("families/f1/P7"), "summary", "Bakes bread"))
    session.apply(rename(session.ladder, Address("levels/P7"), "P8"))
    assert found(session) is None
    jobs.go_on()
    assert found(session) == everything(session.ladder)


def test_that_undo_of_a_wide_edit_is_checked_too(session: Session, jobs: HeldJobs) -> None:
    session.apply(rename(session.ladder, P1, "P7"))
    jobs.hold()
    session.undo()
    jobs.go_on()
    assert found(session) == everything(session.ladder)


def test_that_only_families_that_are_others_count() -> None:
    one = wide_ladder()
    assert not changes_many(one, one.model_copy(update={"name": "Other"}))
    assert changes_many(one, wide_ladder())
    assert not changes_many(one, one.model_copy(update={"families": one.families[:2]}))
