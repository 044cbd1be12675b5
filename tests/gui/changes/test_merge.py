"""A three-way merge: conflicts resolved one by one, nothing written before it is finished."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.edits.fields import set_field
from laddereditor.edits.lists import insert_items, set_item
from laddereditor.edits.references import rename
from laddereditor.gui.changes.view import ChangesView
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.gui.changes.helpers import (
    P1,
    button,
    headlines,
    label,
    ladder_of,
    renewed,
    set_summary,
    text,
    texts,
)
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL

Begin = Callable[[], list[Ladder]]


def _theirs(base: Ladder) -> Ladder:
    ladder = base
    edits: tuple[Callable[[Ladder], Edit], ...] = (
        lambda now: set_field(now, Address("levels/P2"), "summary", "Works with one other person."),
        lambda now: set_field(now, Address("levels/P1"), "summary", "Begins the trade."),
        lambda now: insert_items(now, P1, "responsibilities", 2, ("Speaks to customers",)),
        lambda now: set_item(now, P1, "responsibilities", 0, "Mends defects in one service"),
    )
    for edit in edits:
        ladder = edit(ladder).change(ladder)
    return ladder


@pytest.fixture
def begin(view: ChangesView, workspace: Workspace) -> Begin:
    """Both reworded P2's summary and a responsibility; each did something else besides."""

    def start() -> list[Ladder]:
        base = ladder_of(workspace)
        set_summary(workspace, "Works alone on new things.")
        workspace.attempt(set_item, P1, "responsibilities", 0, "Fixes defects in every service")
        workspace.attempt(set_field, Address("skills/python"), "description", "A language.")
        done: list[Ladder] = []
        view.resolve_merge(base, _theirs(base), "anna.yaml", done.append)
        return done

    return start


def _result(view: ChangesView) -> QPlainTextEdit:
    found = view.findChild(QPlainTextEdit, "conflictResult")
    assert found is not None
    return found


def _go_to_conflict(view: ChangesView, words: str) -> None:
    model = view.tree.changes
    group = model.index(0, 0)
    for row in range(model.rowCount(group)):
        index = model.index(row, 0, group)
        if words in index.data():
            view.tree.go_to_key(model.key(index))
            return
    raise AssertionError(words)


def test_that_conflicts_come_first_and_what_fits_is_shown_below(
    view: ChangesView, begin: Begin
) -> None:
    begin()
    found = texts(view)
    assert list(found) == ["Conflicts", "Levels", "Software Engineer"]
    assert len(found["Conflicts"]) == 2  # type: ignore[arg-type]
    assert len(headlines(view)) == 2
    assert label(view, "changesTitle") == "Merge with anna.yaml"
    assert label(view, "mergeWords").startswith("2 of 2 conflicts are still open.")
    assert not button(view, "mergeFinish").isEnabled()


def test_that_a_conflict_shows_base_mine_and_theirs(view: ChangesView, begin: Begin) -> None:
    begin()
    _go_to_conflict(view, "Summary")
    assert text(view, "conflictBase") == "Works alone on known things."
    assert text(view, "conflictMine") == "Works alone on new things."
    assert text(view, "conflictTheirs") == "Works with one other person."


def test_that_nothing_is_changed_before_the_merge_is_finished(
    view: ChangesView, workspace: Workspace, begin: Begin
) -> None:
    done = begin()
    mine = ladder_of(workspace)
    _go_to_conflict(view, "Summary")
    button(view, "conflictTakeTheirs").click()
    assert label(view, "mergeWords").startswith("1 conflict is still open.")
    button(view, "conflictKeepMine").click()
    assert not done
    assert ladder_of(workspace) is mine
    button(view, "mergeFinish").click()
    (merged,) = done
    assert merged.levels[1].summary == "Works with one other person."
    assert merged.levels[0].summary == "Begins the trade."
    assert merged.skills[0].description == "A language."
    responsibilities = merged.families[0].profiles[0].responsibilities
    assert responsibilities[0] == "Fixes defects in every service"
    assert "Speaks to customers" in responsibilities
    assert label(view, "changesTitle") == "Changed since the last save"


def test_that_resolving_goes_to_the_next_open_conflict(view: ChangesView, begin: Begin) -> None:
    begin()
    first = view.tree.current_key
    button(view, "conflictKeepMine").click()
    assert view.tree.current_key != first
    button(view, "conflictKeepMine").click()
    assert button(view, "mergeFinish").isEnabled()
    assert label(view, "mergeWords").startswith("All 2 conflicts are resolved.")


def test_that_a_result_can_be_written(
    qtbot: QtBot, view: ChangesView, workspace: Workspace, begin: Begin
) -> None:
    done = begin()
    _go_to_conflict(view, "Responsibilities")
    field = _result(view)
    assert field.toPlainText() == "Fixes defects in every service"
    field.selectAll()
    qtbot.keyClicks(field, "Fixes or mends defects anywhere")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    button(view, "conflictTakeTheirs").click()
    button(view, "mergeFinish").click()
    profile = done[0].families[0].profiles[0]
    assert profile.responsibilities[0] == "Fixes or mends defects anywhere"


def test_that_both_forms_of_a_statement_can_be_kept(view: ChangesView, begin: Begin) -> None:
    done = begin()
    _go_to_conflict(view, "Summary")
    assert button(view, "conflictKeepBoth").isHidden()
    button(view, "conflictKeepMine").click()
    button(view, "conflictKeepBoth").click()
    button(view, "mergeFinish").click()
    assert done[0].families[0].profiles[0].responsibilities[:2] == (
        "Fixes defects in every service",
        "Mends defects in one service",
    )


def test_that_what_is_typed_is_kept_while_a_person_looks_elsewhere(
    qtbot: QtBot, view: ChangesView, begin: Begin
) -> None:
    begin()
    _go_to_conflict(view, "Summary")
    field = _result(view)
    field.selectAll()
    qtbot.keyClicks(field, "Half a sent")
    view.step(+1)
    assert field.toPlainText() != "Half a sent"
    _go_to_conflict(view, "Summary")
    assert field.toPlainText() == "Half a sent"
    view.show_saved()
    view._choose(view.comparisons.merge or view.comparisons.basis)
    _go_to_conflict(view, "Summary")
    assert field.toPlainText() == "Half a sent"


def test_that_typing_in_a_resolved_conflict_opens_it_again(
    qtbot: QtBot, view: ChangesView, begin: Begin
) -> None:
    begin()
    _go_to_conflict(view, "Summary")
    button(view, "conflictKeepMine").click()
    _go_to_conflict(view, "Summary")
    assert label(view, "conflictState").startswith("Resolved: mine stays.")
    _result(view).setFocus()
    qtbot.keyClicks(_result(view), "x")
    assert label(view, "mergeWords").startswith("2 of 2 conflicts")
    assert _result(view).toPlainText() == "xWorks alone on new things."
    assert _result(view).hasFocus()
    assert _result(view).textCursor().position() == 1


def test_that_what_cannot_be_used_is_said(qtbot: QtBot, view: ChangesView, begin: Begin) -> None:
    begin()
    _go_to_conflict(view, "Responsibilities")
    _result(view).setPlainText("One\nTwo")
    button(view, "conflictUse").click()
    assert label(view, "conflictError").startswith("This cannot be used yet: write one statement")
    assert label(view, "mergeWords").startswith("2 of 2")


def test_that_giving_up_leaves_everything_as_it_was(
    view: ChangesView, workspace: Workspace, dialogs: FakeDialogs, begin: Begin
) -> None:
    done = begin()
    mine = ladder_of(workspace)
    button(view, "conflictTakeTheirs").click()
    dialogs.answers["confirm"] = False
    button(view, "mergeGiveUp").click()
    assert label(view, "changesTitle") == "Merge with anna.yaml"
    dialogs.answers["confirm"] = True
    button(view, "mergeGiveUp").click()
    assert label(view, "changesTitle") == "Changed since the last save"
    assert not view.merge.bar.isVisible()
    assert ladder_of(workspace) is mine
    assert not done


def test_that_a_merge_continues_while_a_person_edits_elsewhere(
    view: ChangesView, workspace: Workspace, begin: Begin
) -> None:
    done = begin()
    _go_to_conflict(view, "Summary")
    button(view, "conflictTakeTheirs").click()
    workspace.attempt(set_field, Address("families/design"), "summary", "Shapes what people see.")
    renewed(view)
    assert label(view, "mergeWords").startswith("1 conflict is still open.")
    button(view, "conflictKeepMine").click()
    button(view, "mergeFinish").click()
    assert done[0].families[1].summary == "Shapes what people see."
    assert done[0].levels[1].summary == "Works with one other person."


def test_that_a_conflict_whose_text_is_changed_meanwhile_is_open_again(
    view: ChangesView, workspace: Workspace, begin: Begin
) -> None:
    begin()
    _go_to_conflict(view, "Summary")
    button(view, "conflictKeepMine").click()
    set_summary(workspace, "Works on something else.")
    renewed(view)
    assert label(view, "mergeWords").startswith("2 of 2")


def test_that_a_merge_waits_while_a_person_looks_at_something_else(
    view: ChangesView, workspace: Workspace, begin: Begin
) -> None:
    begin()
    button(view, "conflictKeepMine").click()
    view.show_saved()
    assert not view.merge.bar.isVisible()
    menu = view.header.chooser.menu()
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == "The merge with anna.yaml"
    menu.actions()[0].trigger()
    assert label(view, "mergeWords").startswith("1 conflict is still open.")


def test_that_a_merge_without_a_conflict_can_be_finished_at_once(
    view: ChangesView, workspace: Workspace
) -> None:
    base = ladder_of(workspace)
    done: list[Ladder] = []
    set_summary(workspace, "Learns.", "levels/P1")
    theirs = set_field(base, Address("families/design"), "summary", "Draws.")
    view.resolve_merge(base, theirs.change(base), "anna.yaml", done.append)
    assert label(view, "mergeWords").startswith("Nothing is in conflict.")
    button(view, "mergeFinish").click()
    assert done[0].levels[0].summary == "Learns."
    assert done[0].families[1].summary == "Draws."


def test_that_a_finished_merge_is_one_step_of_the_session(
    view: ChangesView, workspace: Workspace
) -> None:
    base = ladder_of(workspace)
    theirs = _theirs(base)
    session = workspace.session
    assert session is not None
    view.resolve_merge(
        base, theirs, "anna.yaml", lambda m: workspace.apply(Edit("Merge", lambda _: m))
    )
    button(view, "mergeFinish").click()
    assert ladder_of(workspace) == theirs
    assert len(headlines(view)) == 4
    session.undo()
    assert ladder_of(workspace) is base


def test_that_what_was_resolved_is_kept_if_the_result_cannot_be_taken(
    view: ChangesView, workspace: Workspace
) -> None:
    base = ladder_of(workspace)
    set_summary(workspace, "Works alone on new things.")

    def refuse(_: Ladder) -> None:
        raise OSError("no")

    view.resolve_merge(base, _theirs(base), "anna.yaml", refuse)
    button(view, "conflictTakeTheirs").click()
    with pytest.raises(OSError, match="no"):
        view.merge.finish()
    assert label(view, "changesTitle") == "Merge with anna.yaml"
    assert label(view, "mergeWords").startswith("The conflict is resolved.")


def test_that_a_merge_without_a_base_asks_about_what_both_have_differently(
    view: ChangesView, workspace: Workspace
) -> None:
    done: list[Ladder] = []
    base = ladder_of(workspace)
    theirs = set_field(base, Address("levels/P1"), "summary", "Begins.").change(base)
    view.resolve_merge(None, theirs, "anna.yaml", done.append)
    assert text(view, "conflictMine") == "Learns the trade."
    button(view, "conflictTakeTheirs").click()
    button(view, "mergeFinish").click()
    assert done[0].levels[0].summary == "Begins."


def test_that_each_open_ladder_has_its_own_merge(
    view: ChangesView, workspace: Workspace, begin: Begin
) -> None:
    begin()
    mine = workspace.session
    other = Session(read_text(SMALL.replace("Small ladder", "Other ladder")))
    workspace.open(other)
    assert not view.merge.bar.isVisible()
    workspace.show_session(mine)
    assert view.merge.bar.isVisible()
    assert mine is not None
    workspace.close(mine)
    assert not view.merge.bar.isVisible()
    assert not view.comparisons._merges


# -- the words of both ------------------------------------------------------------------------


@pytest.fixture
def reworded(view: ChangesView, workspace: Workspace) -> list[Ladder]:
    """P2's summary was reworded by both, and the words do not meet."""
    base = ladder_of(workspace)
    set_summary(workspace, "Works quite alone on known things.")
    done: list[Ladder] = []
    theirs = set_field(base, Address("levels/P2"), "summary", "Works alone on well-known things.")
    view.resolve_merge(base, theirs.change(base), "anna.yaml", done.append)
    return done


def test_that_two_rewordings_are_asked_first_with_the_joined_words(
    view: ChangesView, reworded: list[Ladder]
) -> None:
    assert next(iter(texts(view))) == "Conflicts"
    assert label(view, "conflictTitle") == "Both reworded this"
    assert label(view, "conflictState").startswith("Open. The result below has the words of both.")
    assert _result(view).toPlainText() == "Works quite alone on well-known things."
    assert not button(view, "mergeFinish").isEnabled()
    button(view, "conflictUse").click()
    button(view, "mergeFinish").click()
    assert reworded[0].levels[1].summary == "Works quite alone on well-known things."


def test_that_one_side_can_be_kept_instead_of_the_joined_words(
    view: ChangesView, reworded: list[Ladder]
) -> None:
    button(view, "conflictKeepMine").click()
    button(view, "mergeFinish").click()
    assert reworded[0].levels[1].summary == "Works quite alone on known things."


def test_that_joined_parts_that_cannot_be_typed_are_not_promised(
    view: ChangesView, workspace: Workspace
) -> None:
    before = ladder_of(workspace)

    def paid(low: int, high: int) -> Edit:
        amounts = {"market": "US", "currency": "USD", "min": low, "max": high}
        return set_field(before, Address("levels/P2"), "pay", {"ranges": [amounts]})

    session = workspace.session
    assert session is not None
    session.apply(paid(110, 160))
    base, theirs = (paid(100, high).change(before) for high in (160, 180))
    view.resolve_merge(base, theirs, "anna.yaml", lambda _: None)
    assert label(view, "conflictTitle") == "Both changed this differently"
    assert label(view, "conflictState") == "Open."
    assert _result(view).isHidden()


# -- leaving changes out ----------------------------------------------------------------------


@pytest.fixture
def merging(view: ChangesView, workspace: Workspace) -> list[Ladder]:
    """Theirs changed four places, mine none."""
    base = ladder_of(workspace)
    done: list[Ladder] = []
    view.resolve_merge(base, _theirs(base), "anna.yaml", done.append)
    return done


def _select(view: ChangesView, words: str) -> None:
    key = next(
        key for key, row in view.tree.changes.shown.rows.items() if words in row.words + row.label
    )
    view.tree.go_to_key(key)


def test_that_a_change_without_conflict_can_be_left_out(
    qtbot: QtBot, view: ChangesView, workspace: Workspace, merging: list[Ladder]
) -> None:
    base = ladder_of(workspace)
    assert len(headlines(view)) == 4
    _select(view, "Speaks to customers")
    button(view, "changesLeaveOut").click()
    assert len(headlines(view)) == 3
    assert len(texts(view)["Left out"]) == 1  # type: ignore[arg-type]
    _select(view, "begins the trade")
    qtbot.keyClick(view.tree, Qt.Key.Key_Delete)
    assert len(texts(view)["Left out"]) == 2  # type: ignore[arg-type]
    button(view, "mergeFinish").click()
    assert merging[0].levels[0].summary == base.levels[0].summary
    assert merging[0].levels[1].summary == "Works with one other person."
    lines = merging[0].families[0].profiles[0].responsibilities
    assert "Speaks to customers" not in lines
    assert lines[0] == "Mends defects in one service"


def test_that_what_was_left_out_can_be_brought_back(
    view: ChangesView, workspace: Workspace, merging: list[Ladder]
) -> None:
    whole = _theirs(ladder_of(workspace))
    _select(view, "Speaks to customers")
    button(view, "changesLeaveOut").click()
    model = view.tree.changes
    view.tree.go_to_key(model.key(model.index(0, 0, model.index(0, 0))))
    assert label(view, "changeMore") == "This is left out: the result is without it."
    button(view, "changesBringBack").click()
    assert "Left out" not in texts(view)
    button(view, "mergeFinish").click()
    assert merging[0] == whole


def test_that_what_is_left_out_stays_so_while_a_person_resolves_and_edits(
    view: ChangesView, workspace: Workspace, begin: Begin
) -> None:
    done = begin()
    _select(view, "Speaks to customers")
    button(view, "changesLeaveOut").click()
    _go_to_conflict(view, "Summary")
    button(view, "conflictTakeTheirs").click()
    button(view, "conflictTakeTheirs").click()
    workspace.attempt(insert_items, P1, "responsibilities", 0, ("Waters the flowers",))
    renewed(view)
    button(view, "mergeFinish").click()
    lines = done[0].families[0].profiles[0].responsibilities
    assert lines[:2] == ("Waters the flowers", "Mends defects in one service")
    assert "Speaks to customers" not in lines


def test_that_it_is_reported_if_what_was_left_out_cannot_stay_so(
    view: ChangesView,
    workspace: Workspace,
    merging: list[Ladder],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _select(view, "Speaks to customers")
    button(view, "changesLeaveOut").click()

    def refuse(*_: object) -> None:
        raise EditRefused("no")

    with monkeypatch.context() as patch:
        patch.setattr("laddereditor.presentation.changes.merge_session.left_out", refuse)
        workspace.attempt(
            set_field, Address("families/design"), "summary", "Shapes what people see."
        )
        renewed(view)
    assert "so it is listed again" in label(view, "mergeWords")
    _select(view, "Speaks to customers")
    button(view, "changesLeaveOut").click()
    assert "listed again" not in label(view, "mergeWords")


def test_that_giving_up_asks_if_something_was_left_out(
    view: ChangesView, dialogs: FakeDialogs, merging: list[Ladder]
) -> None:
    _select(view, "Speaks to customers")
    button(view, "changesLeaveOut").click()
    dialogs.answers["confirm"] = False
    button(view, "mergeGiveUp").click()
    assert label(view, "changesTitle") == "Merge with anna.yaml"


# -- ids and no base --------------------------------------------------------------------------


def test_that_an_id_that_both_gave_to_another_entry_is_asked_with_a_free_one(
    qtbot: QtBot, view: ChangesView, workspace: Workspace
) -> None:
    base = ladder_of(workspace)
    skill, *others = base.skills
    taken = evolve(base, skills=(*base.skills, evolve(skill, id="newest", name="Weaving")))
    workspace.attempt(rename, Address(f"skills/{skill.id}"), "newest")
    done: list[Ladder] = []
    view.resolve_merge(base, taken, "anna.yaml", done.append)
    assert label(view, "conflictTitle") == "Both gave this id to different entries"
    assert button(view, "conflictKeepMine").isHidden()
    assert _result(view).toPlainText() == "newest-2"
    _result(view).setPlainText("newest")
    button(view, "conflictUse").click()
    assert label(view, "conflictError").startswith("This cannot be used yet: “newest” is the id")
    _result(view).setPlainText("weaving")
    button(view, "conflictUse").click()
    button(view, "mergeFinish").click()
    assert [each.id for each in done[0].skills] == [
        "newest",
        *(each.id for each in others),
        "weaving",
    ]


def test_that_without_a_base_what_only_one_has_is_a_choice(
    view: ChangesView, workspace: Workspace
) -> None:
    base = ladder_of(workspace)
    theirs = insert_items(base, P1, "responsibilities", 2, ("Speaks to customers",)).change(base)
    done: list[Ladder] = []
    view.resolve_merge(None, theirs, "anna.yaml", done.append)
    assert label(view, "mergeWords").startswith("What both come from is not known")
    assert label(view, "conflictTitle") == "Only they have this"
    assert button(view, "conflictKeepMine").text() == "Leave &it out"
    button(view, "conflictKeepMine").click()
    button(view, "mergeFinish").click()
    assert done[0] == base
