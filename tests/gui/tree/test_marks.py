"""Findings and unsaved changes as marks."""

import pytest

from laddereditor.edits.edit import Edit
from laddereditor.edits.fields import set_field
from laddereditor.edits.structure import add, delete, move_by
from laddereditor.model.address import Address
from laddereditor.presentation.tree.mark_index import MarkIndex
from laddereditor.presentation.tree.marks import NOTHING, NodeMark, SeverityCounts
from laddereditor.presentation.tree.node_words import accessible_text, mark_words
from laddereditor.presentation.tree.nodes import TreeBuilder
from laddereditor.rules.finding import Severity
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.gui.samples import SMALL

P1 = Address("families/software/P1")


class Marked:
    """A session with its marks, brought up to date after every edit."""

    def __init__(self, text: str = SMALL, *, worth_saving: bool = False) -> None:
        self.session = Session(read_text(text), worth_saving=worth_saving)
        self.session.start_check()
        self.builder, self.book = TreeBuilder(), MarkIndex()
        self.update()

    def update(self) -> set[str]:
        session = self.session
        self.root = self.builder.build(session.ladder)
        return self.book.update(self.root, session.ladder, session.report, session.saved_ladder)

    def apply(self, edit: Edit) -> set[str]:
        self.session.apply(edit)
        return self.update()

    def fresh(self) -> MarkIndex:
        book = MarkIndex()
        book.update(self.root, self.session.ladder, self.session.report, self.session.saved_ladder)
        return book

    def title(self, text: str) -> Edit:
        return set_field(self.session.ladder, P1, "title", text)


@pytest.fixture
def marked() -> Marked:
    return Marked()


def test_that_a_finding_marks_its_node_and_those_above(marked: Marked) -> None:
    marked.apply(set_field(marked.session.ladder, Address("skills/python"), "name", ""))
    own = marked.book.of("skills/python").own
    assert own.most_severe is not None
    assert marked.book.of("skills@Languages").below.most_severe is not None
    assert marked.book.of("skills@Languages").own == NOTHING
    assert marked.book.of("ladder").below.most_severe is not None


def test_that_counts_above_are_the_sum_of_all_below(marked: Marked) -> None:
    report = marked.session.report
    assert report is not None
    inside = [f for f in report.findings if f.address.startswith("families/")]
    below = marked.book.of("families").below
    assert sum(below) == len(inside)


def test_that_an_unsaved_profile_marks_itself_and_says_so_above(marked: Marked) -> None:
    changed = marked.apply(marked.title("Beginner"))
    assert marked.book.of(P1).unsaved
    above = marked.book.of("families/software")
    assert (above.unsaved, above.unsaved_below) == (False, True)
    assert not marked.book.of("families/software/P2").unsaved
    assert not marked.book.of("families/design").unsaved_below
    assert {P1, "families/software", "families@Engineering", "families", "ladder"} <= changed
    assert "families/design" not in changed


def test_that_undo_takes_the_mark_away(marked: Marked) -> None:
    marked.apply(marked.title("Beginner"))
    marked.session.undo()
    assert P1 in marked.update()
    assert not marked.book.of("ladder").unsaved_below


def test_that_typing_back_what_was_saved_is_no_change(marked: Marked) -> None:
    marked.apply(marked.title("Beginner"))
    marked.apply(marked.title("Junior Engineer"))
    assert not marked.book.of(P1).unsaved


def test_that_what_is_added_deleted_or_moved_marks_its_list(marked: Marked) -> None:
    marked.apply(add(marked.session.ladder, Address(), "skill"))
    assert marked.book.of("skills/new-skill").unsaved
    assert marked.book.of("skills").unsaved
    marked.apply(delete(marked.session.ladder, [P1]))
    assert marked.book.of("families/software").unsaved
    marked.apply(move_by(marked.session.ladder, [Address("factors/scope")], 1))
    assert marked.book.of("factors").unsaved
    assert not marked.book.of("factors/scope").unsaved


def test_that_the_ladder_is_marked_for_its_own_fields(marked: Marked) -> None:
    marked.apply(set_field(marked.session.ladder, Address(), "organization", "Example"))
    assert marked.book.of("ladder").unsaved


def test_that_a_ladder_that_was_never_saved_is_marked_at_the_top_only() -> None:
    marked = Marked(worth_saving=True)
    assert marked.book.of("ladder").unsaved
    assert not marked.book.of("families").unsaved_below


def test_that_marks_kept_up_to_date_are_those_of_a_fresh_look(marked: Marked) -> None:
    ladder = marked.session.ladder
    marked.apply(set_field(ladder, Address("levels/P2"), "summary", ""))
    marked.apply(marked.title(""))
    marked.apply(delete(marked.session.ladder, [Address("levels/P1")]))
    fresh = marked.fresh()
    for key in ("ladder", "levels", "levels/P2", "families", "families/software", P1):
        assert marked.book.of(key) == fresh.of(key)


def test_that_marks_are_said_in_words(marked: Marked) -> None:
    mark = NodeMark(SeverityCounts(1, 2, 0), SeverityCounts(0, 0, 3), True)
    assert mark_words(mark) == ["1 error", "2 warnings", "inside: 3 hints", "unsaved"]
    profile = marked.root.children[0].children[0].children[0].children[0]
    words = accessible_text(profile, NodeMark(SeverityCounts(1, 0, 0), unsaved=True))
    assert words == "P1 Junior Engineer, profile, 1 error, unsaved"


def test_that_the_worst_severity_is_shown() -> None:
    assert SeverityCounts(0, 1, 5).most_severe is Severity.WARNING
    assert SeverityCounts(0, 0, 5).most_severe is Severity.INFO
    assert NOTHING.most_severe is None
