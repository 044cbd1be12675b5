"""A merge in the window writes the comments of both, and names those that it could not carry."""

from pathlib import Path

import pytest

from laddereditor.compare.merge.merging import merge
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.fields import set_field
from laddereditor.model.address import Address
from laddereditor.session.session import Session
from laddereditor.storage.files.document import Document, read_text, to_bytes
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.files.merge_text import merged_text

BASE = """\
laddereditor: 1
id: small
name: Small
levels:
  - id: P1
    name: Entry
    summary: Learns the trade.
  - id: P2
    name: Junior
    summary: Works alone.
"""
OURS = BASE.replace("name: Entry", "name: Beginner")
# One at a line that ours left alone, one at the line that ours changed too.
THEIRS = (
    BASE.replace("Learns the trade.", "Learns it well.  # agreed in May")
    .replace("name: Entry", "name: Entry  # or Starter?")
    .replace("  - id: P2", "  # from here on with a key\n  - id: P2")
)
CARRIED = ("# agreed in May", "# from here on with a key")


def merge_copy(session: Session, theirs: str, base: str = BASE) -> Document:
    """Merge a copy into a ladder as the window does where nothing is in conflict."""
    was, copy = read_text(base), read_text(theirs)
    merged = merge(was.ladder, session.ladder, copy.ladder)
    assert not merged.conflicts
    return session.take_merged_copy(was, copy, merged.ladder, "Merge with ada.yaml", "ada.yaml")


def test_that_comments_of_a_copy_come_along_and_the_others_are_named() -> None:
    session = Session(read_text(OURS))
    merge_copy(session, THEIRS)
    assert all(each in session.document.text for each in CARRIED)
    assert "name: Beginner\n" in session.document.text
    assert session.document.comments_left_behind == ("# or Starter?",)
    assert session.document.notices == (
        "A comment in ada.yaml could not be carried over: “# or Starter?”",
    )
    assert session.undo_label == "Merge with ada.yaml"
    session.undo()
    assert session.document.text == OURS


def test_that_lines_of_comment_are_kept_where_both_changed_the_line_between_them() -> None:
    session = Session(read_text(OURS))
    lines = "    # one\n    # two\n    name: Entry  # hm\n    # three\n"
    document = merge_copy(session, BASE.replace("    name: Entry\n", lines))
    beginner = "    # one\n    # two\n    name: Beginner\n    # three\n"
    assert session.document.text == BASE.replace("    name: Entry\n", beginner)
    assert document.comments_left_behind == ("# hm",)


def test_that_a_merge_here_writes_what_the_command_line_writes() -> None:
    session = Session(read_text(OURS))
    merge_copy(session, THEIRS)
    base, ours, theirs = map(read_text, (BASE, OURS, THEIRS))
    merged = merge(base.ladder, ours.ladder, theirs.ladder)
    result = merged_text(base, ours, theirs, merged.ladder)
    assert to_bytes(session.document) == to_bytes(result.document)
    assert session.document.comments_left_behind == result.left_behind


def test_that_a_copy_that_brings_only_a_comment_brings_it() -> None:
    session = Session(read_text(OURS))
    merge_copy(session, BASE.replace("Works alone.", "Works alone.  # since 2024"))
    assert "Works alone.  # since 2024" in session.document.text
    assert session.is_modified


def test_that_a_merge_that_changes_no_letter_is_no_step_and_still_names_comments() -> None:
    session = Session(read_text(OURS))
    document = merge_copy(session, BASE.replace("name: Entry", "name: Entry  # hm"))
    assert session.document.text == OURS
    assert not session.is_modified
    assert document.comments_left_behind == ("# hm",)


def test_that_of_equal_comments_as_many_are_named_as_are_not_there() -> None:
    ours = BASE.replace("name: Entry", "name: Beginner").replace("name: Junior", "name: Skilled")
    theirs = BASE.replace("name: Entry", "name: Entry  # TODO").replace(
        "Works alone.", "Works alone.  # TODO"
    )
    session = Session(read_text(ours))
    merge_copy(session, theirs)
    assert session.document.text.count("# TODO") == 1
    assert session.document.comments_left_behind == ("# TODO",)


def test_that_a_comment_of_ours_that_theirs_wrote_too_is_not_named() -> None:
    ours = BASE.replace("Works alone.", "Works alone.  # since 2024")
    session = Session(read_text(ours))
    document = merge_copy(session, ours.replace("Learns the trade.", "Learns it well."))
    assert not document.comments_left_behind
    assert not document.notices


def test_that_what_the_last_edit_reported_is_not_reported_again_by_a_merge() -> None:
    session = Session(read_text(BASE.replace("levels:", "levels:  # all of them")))
    session.apply(set_field(session.ladder, Address(), "name", "Other"))
    reported = session.document
    object.__setattr__(reported, "notices", ("Level P1 was reformatted in the file",))
    object.__setattr__(reported, "reformatted", True)
    session.may_reformat = lambda *_: False
    merge_copy(session, BASE.replace("Works alone.", "Works alone.  # since 2024"))
    assert "# since 2024" in session.document.text
    assert not session.document.notices


def test_that_a_file_is_reformatted_for_a_merge_only_after_asking(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    unwritable(monkeypatch)
    session = Session(read_text(f"# ours\n{OURS}"))
    before = session.document
    asked: list[str] = []
    session.may_reformat = lambda label, _: bool(asked.append(label))
    with pytest.raises(EditRefused, match="keeps its layout"):
        merge_copy(session, THEIRS)
    assert asked == ["Merge with ada.yaml"]
    assert session.document is before
    assert not session.undo_label


def unwritable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no edit be spliced into a text."""
    from laddereditor.storage.text.records import VerificationFailed

    def refuse(*_: object, **__: object) -> None:
        raise VerificationFailed("levels")

    for name in ("edit_lines", "edit_record"):
        monkeypatch.setattr(f"laddereditor.storage.text.update.{name}", refuse)


# -- what somebody else saved into the same file --------------------------------------------------


@pytest.fixture
def shared(tmp_path: Path) -> Session:
    """A session over a file that somebody else saves into."""
    path = tmp_path / "small.yaml"
    path.write_text(BASE, "utf-8")
    return Session.from_file(open_ladder(path))


def merge_file(session: Session, text: str) -> None:
    """Let somebody else save a text, and merge it with the ladder here."""
    assert session.path is not None
    session.path.write_text(text, "utf-8")
    theirs = open_ladder(session.path)
    merged = merge(session.merge_base, session.ladder, theirs.document.ladder)
    assert not merged.conflicts
    session.take_merged(theirs, merged.ladder, "Merge")


def test_that_comments_that_are_not_saved_yet_outlive_a_merge_with_the_file(
    shared: Session,
) -> None:
    merge_copy(shared, THEIRS)  # ours is the base here, so that every comment came along
    merge_file(shared, BASE.replace("name: Junior", "name: Skilled  # Ada"))
    text = shared.document.text
    assert all(each in text for each in (*CARRIED, "# or Starter?", "name: Skilled  # Ada"))
    assert not shared.document.comments_left_behind
    assert shared.is_modified


def test_that_a_comment_here_that_cannot_go_into_the_file_is_named(shared: Session) -> None:
    merge_copy(shared, THEIRS)
    merge_file(shared, OURS)
    assert shared.document.comments_left_behind == ("# or Starter?",)
    assert shared.document.notices[-1] == (
        "A comment in your text of small.yaml could not be carried over: “# or Starter?”"
    )


def test_that_a_merge_that_leaves_the_file_as_it_is_counts_as_saved(shared: Session) -> None:
    merge_file(shared, THEIRS)
    assert shared.document.text == THEIRS
    assert not shared.is_modified


def test_that_the_file_of_others_is_reformatted_only_after_asking(
    shared: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared.apply(set_field(shared.ladder, Address("levels/P2"), "summary", "Mine."))
    mine = shared.document
    unwritable(monkeypatch)
    shared.may_reformat = lambda *_: False
    with pytest.raises(EditRefused, match="keeps its layout"):
        merge_file(shared, THEIRS)
    assert shared.document is mine
