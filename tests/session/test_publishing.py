"""Publishing from a session: what keeps it from it, and the step in the window."""

import datetime as dt
from pathlib import Path

import pytest
from tests.storage.versions.ladders import LADDER, forced, list_versions, written

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.fields import set_field
from laddereditor.model.address import Address
from laddereditor.session.publishing import PublicationDetails, PublishRefused, publish
from laddereditor.session.session import Session
from laddereditor.session.versions import put_as_draft
from laddereditor.storage.files.document import read_text
from laddereditor.storage.files.ladder_files import ChangedOnDisk, open_ladder
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.listing import ListedVersion, open_version

DAY = dt.date(2026, 11, 23)
BROKEN = LADDER.replace("profiles: []", "profiles: [{level: P9}, {level: P8}]")


def stamp(
    version: str = "1.0.0", summary: str = "First edition", author: str = "Ann"
) -> PublicationDetails:
    return PublicationDetails(version, summary, author, DAY)


def restore(session: Session, version: ListedVersion) -> None:
    put_as_draft(session, version, open_version(version))


def opened(folder: Path, text: str = LADDER) -> Session:
    return Session.from_file(open_ladder(written(folder, text)))


def test_that_what_is_shown_is_published_saved_and_one_step(tmp_path: Path) -> None:
    session = opened(tmp_path)
    session.apply(set_field(session.ladder, Address("families/analysis"), "name", "Analytics"))
    done = publish(session, stamp())
    assert not session.is_modified
    assert open_ladder(tmp_path / "data.yaml").document.ladder == session.ladder
    assert "name: Analytics" in done.copy.read_text()
    assert (session.ladder.version, session.ladder.status) == ("1.0.0", "published")
    assert session.ladder.history[0] == done.entry
    assert (done.entry.date, done.entry.author, done.notice) == (DAY, "Ann", "")
    assert session.undo_label == "Publish version 1.0.0"
    session.save()  # its digest is known


def test_that_an_author_may_be_left_out(tmp_path: Path) -> None:
    done = publish(opened(tmp_path), stamp(author=" "))
    assert "author" not in done.copy.read_text()


def test_that_the_newest_entry_is_first(tmp_path: Path) -> None:
    session = opened(tmp_path)
    publish(session, stamp())
    publish(session, stamp("1.1.0"))
    assert [entry.version for entry in session.ladder.history] == ["1.1.0", "1.0.0"]
    assert [v.version for v in list_versions(tmp_path / "data.yaml")] == ["1.1.0", "1.0.0"]


def test_that_errors_keep_it_from_being_published_and_are_named_with_their_place(
    tmp_path: Path,
) -> None:
    session = opened(tmp_path, BROKEN)
    with pytest.raises(PublishRefused, match=r"The ladder has 2 errors. Fix them first: P9: ") as e:
        publish(session, stamp())
    assert {finding.address for finding in e.value.findings} == {
        "families/analysis/P9",
        "families/analysis/P8",
    }
    assert (tmp_path / "data.yaml").read_text() == BROKEN
    assert list(tmp_path.iterdir()) == [tmp_path / "data.yaml"]
    assert not session.is_modified


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("v2", r"“v2” is not a version number. Use three numbers: 2.0.0"),
        ("2.0.0-rc.1", r"a pre-release of 2.0.0. Publish 2.0.0"),
        ("1.0.0", "Version 1.0.0 is already published"),
        ("0.9.0", "needs a higher number than 0.9.0"),
        ("../../2.0.0", "is not a version number"),
    ],
)
def test_that_a_version_that_cannot_be_is_refused(tmp_path: Path, version: str, words: str) -> None:
    session = opened(tmp_path)
    publish(session, stamp())
    with pytest.raises(PublishRefused, match=words):
        publish(session, stamp(version))


def test_that_a_ladder_whose_version_is_malformed_is_refused_with_a_proposal(
    tmp_path: Path,
) -> None:
    text = LADDER.replace("version: 1.0.0", "version: Release 3")
    text += "checks: {rules: {version-form: off}}\n"
    with pytest.raises(PublishRefused, match=r"“Release 3”.* change it to 3.0.0 first"):
        publish(opened(tmp_path, text), stamp("4.0.0"))


def test_that_a_summary_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(PublishRefused, match="Say in a sentence what changed"):
        publish(opened(tmp_path), stamp(summary=" \n"))


def test_that_a_ladder_without_a_file_or_locked_by_another_is_not_published(tmp_path: Path) -> None:
    with pytest.raises(PublishRefused, match="Save the ladder to a file first"):
        publish(Session(read_text(LADDER)), stamp())
    session = opened(tmp_path)
    session.set_read_only("Bo has this file open")
    with pytest.raises(PublishRefused, match="Bo has this file open"):
        publish(session, stamp())


def test_that_somebody_elses_save_leaves_session_and_file_as_they_are(tmp_path: Path) -> None:
    session = opened(tmp_path)
    (tmp_path / "data.yaml").write_text(LADDER + "# theirs\n")
    before = session.ladder
    with pytest.raises(ChangedOnDisk):
        publish(session, stamp())
    assert session.ladder is before and session.undo_label == ""


def test_that_undo_after_publishing_loses_no_copy(tmp_path: Path) -> None:
    session = opened(tmp_path)
    publish(session, stamp())
    session.undo()
    assert session.is_modified and session.ladder.history == ()
    session.save()
    (lone,) = list_versions(tmp_path / "data.yaml")
    assert (lone.version, lone.in_history, lone.summary) == ("1.0.0", False, "First edition")
    with pytest.raises(PublishRefused, match="already published"):
        publish(session, stamp())


def test_that_a_version_is_restored_as_a_draft_in_one_step(tmp_path: Path) -> None:
    session = opened(tmp_path)
    publish(session, stamp())
    session.apply(set_field(session.ladder, Address("families/analysis"), "name", "Analytics"))
    session.apply(set_field(session.ladder, Address(), "id", "numbers"))
    publish(session, stamp("1.1.0"))
    today = session.ladder
    old = list_versions(tmp_path / "data.yaml")[1]
    restore(session, old)
    ladder = session.ladder
    assert ladder.families[0].name == "Analysis"
    assert (ladder.id, ladder.version, ladder.history) == ("numbers", "1.1.0", today.history)
    assert ladder.status == "draft" and session.is_modified
    assert "# entry" in session.document.text and not session.document.notices
    session.undo()
    assert session.ladder is today and not session.is_modified


def test_that_an_opened_version_cannot_be_changed(tmp_path: Path) -> None:
    session = opened(tmp_path)
    publish(session, stamp())
    shown = Session(open_version(list_versions(tmp_path / "data.yaml")[0]))
    with pytest.raises(EditRefused, match=r"version 1.0.0 as it was published"):
        shown.apply(set_field(shown.ladder, Address(), "name", "New"))
    with pytest.raises(EditRefused, match="as it was published"):
        restore(shown, list_versions(tmp_path / "data.yaml")[0])


def test_that_another_ladder_is_not_put_in_the_place_of_this_one(tmp_path: Path) -> None:
    session = opened(tmp_path)
    publish(session, stamp())
    written(tmp_path / "data.versions", LADDER.replace("id: data", "id: sales"), "9.0.0.yaml")
    foreign = list_versions(tmp_path / "data.yaml")[0]
    with pytest.raises(EditRefused, match="a copy of another ladder"):
        restore(session, foreign)
    assert not session.is_modified


def test_that_a_damaged_copy_is_not_restored(tmp_path: Path) -> None:
    session = opened(tmp_path)
    publish(session, stamp())
    forced(tmp_path / "data.versions" / "1.0.0.yaml", "damaged")
    with pytest.raises(UnreadableLadder):
        restore(session, list_versions(tmp_path / "data.yaml")[0])
    assert not session.is_modified
