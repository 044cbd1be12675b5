"""Comments stay with what they are about."""

from datetime import date
from typing import Any

import pytest

from laddereditor.compare.diff.applying.applying import apply
from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.merge.merging import merge
from laddereditor.edits.adding import duplicate
from laddereditor.edits.clipboard import copy_nodes, paste_nodes
from laddereditor.edits.comments.changing import (
    add_comment,
    answer_comment,
    delete_comments,
    resolve_comment,
    reword_comment,
)
from laddereditor.edits.comments.following import with_followed
from laddereditor.edits.comments.placing import place_of
from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.edits.fields import set_field
from laddereditor.edits.lists import change_list, insert_items, move_items, remove_items, set_item
from laddereditor.edits.references import rename
from laddereditor.edits.structure import delete
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import evolve
from laddereditor.model.comment import Comment
from laddereditor.model.ladder import Ladder
from laddereditor.model.resolve import resolved
from laddereditor.model.statement import statement_text
from laddereditor.reports.export_scope import AUDIENCES, scoped
from laddereditor.reports.exporter import ExportScope
from laddereditor.storage.files.document import new_document, read_text, update
from tests.edits.samples import DATA_P3, family, profile, sample

DUTIES = FieldPath("responsibilities")
STATEMENTS = ("Plans the work of a team", "Ships it every week", "Answers for what broke")
DAY = date(2026, 11, 27)


def ladder_with(*texts: str) -> Ladder:
    return change_list(sample(), DATA_P3, str(DUTIES), texts).change(sample())


def commented(position: int = 1, text: str = "Every week?") -> Ladder:
    ladder = ladder_with(*STATEMENTS)
    return put(ladder, add_comment(ladder, DATA_P3, DUTIES.at(str(position)), text, "Ines", DAY))


def put(ladder: Ladder, edit: Edit) -> Ladder:
    return with_followed(ladder, edit.change(ladder))


def about(ladder: Ladder, number: int = 0) -> str:
    """Return the words of the statement that a comment is shown at, "" if it is gone."""
    place = place_of(ladder, ladder.comments[number])
    if place.is_gone:
        return ""
    value = place.address.at(place.field).value(ladder)
    return statement_text(value)


def test_that_a_comment_quotes_its_statement() -> None:
    (comment,) = commented().comments
    assert (comment.at, comment.quote) == (f"{DATA_P3}/responsibilities/1", STATEMENTS[1])
    assert (comment.author, comment.date, comment.resolved) == ("Ines", DAY, False)


@pytest.mark.parametrize("position", [0, 1, 2])
def test_that_a_comment_travels_with_its_statement(position: int) -> None:
    ladder = commented(position)
    for edit in (
        move_items(ladder, DATA_P3, str(DUTIES), [position], 0),
        move_items(ladder, DATA_P3, str(DUTIES), [0], 3),
        insert_items(ladder, DATA_P3, str(DUTIES), 0, ["Another one", "And one more"]),
        remove_items(ladder, DATA_P3, str(DUTIES), [(position + 1) % 3]),
    ):
        after = put(ladder, edit)
        assert about(after) == STATEMENTS[position]
        assert not place_of(after, after.comments[0]).is_reworded


def test_that_a_comment_stays_at_a_statement_that_gets_quite_other_words() -> None:
    ladder = commented()
    after = put(ladder, set_item(ladder, DATA_P3, str(DUTIES), 1, "Bakes bread at night"))
    assert about(after) == after.comments[0].quote == "Bakes bread at night"


def test_that_a_comment_follows_into_another_field() -> None:
    ladder = commented()
    gone = put(ladder, remove_items(ladder, DATA_P3, str(DUTIES), [1]))
    assert about(gone) == ""
    back = put(gone, insert_items(gone, DATA_P3, "qualifications", 0, [STATEMENTS[1]]))
    assert about(back) == STATEMENTS[1]


def test_that_a_comment_never_passes_to_another_statement() -> None:
    ladder = commented()
    after = put(ladder, remove_items(ladder, DATA_P3, str(DUTIES), [1]))
    place = place_of(after, after.comments[0])
    assert place.is_gone and place.address == DATA_P3
    more = put(after, insert_items(after, DATA_P3, str(DUTIES), 1, ["Quite another duty here"]))
    assert place_of(more, more.comments[0]).is_gone
    assert more.comments == ladder.comments


def test_that_a_comment_is_found_by_its_words_in_a_file_that_others_edited() -> None:
    document = new_document(commented())
    lines = [line for line in document.text.splitlines(True) if STATEMENTS[0] not in line]
    ladder = read_text("".join(lines)).ladder
    assert about(ladder) == STATEMENTS[1]
    reworded = document.text.replace(f"- {STATEMENTS[1]}\n", "- Ships it every other week\n")
    found = read_text(reworded).ladder
    place = place_of(found, found.comments[0])
    assert place.is_reworded and about(found) == "Ships it every other week"
    other = document.text.replace(f"- {STATEMENTS[1]}\n", "- Bakes bread at night\n")
    found = read_text(other).ladder
    assert place_of(found, found.comments[0]).is_gone


def test_that_a_comment_without_a_quote_is_about_its_position() -> None:
    ladder = ladder_with(*STATEMENTS)
    comment = Comment(at=f"{DATA_P3}/responsibilities/1", text="Why?")
    ladder = evolve(ladder, comments=(comment,))
    assert about(ladder) == STATEMENTS[1]
    after = put(ladder, insert_items(ladder, DATA_P3, str(DUTIES), 0, ["First"]))
    assert about(after) == STATEMENTS[1]
    assert after.comments[0].quote == ""


def test_that_of_two_equal_statements_the_one_that_was_meant_keeps_the_comment() -> None:
    ladder = ladder_with("Ships", "Plans", "Ships")
    ladder = put(ladder, add_comment(ladder, DATA_P3, DUTIES.at("2"), "Twice", "Ines", DAY))
    after = put(ladder, insert_items(ladder, DATA_P3, str(DUTIES), 0, ["First of all"]))
    assert after.comments[0].at == f"{DATA_P3}/responsibilities/3"


def test_that_the_use_of_a_skill_keeps_its_comment_when_the_skill_is_renamed() -> None:
    ladder = sample()
    uses = profile(ladder).skills
    assert uses
    ladder = put(ladder, add_comment(ladder, DATA_P3, FieldPath("skills/0"), "Why?", "Ines", DAY))
    was = ladder.comments[0].quote
    after = put(ladder, rename(ladder, Address("skills").entry(was), "renamed-skill"))
    assert after.comments[0].quote == "renamed-skill"
    assert not place_of(after, after.comments[0]).is_reworded


def test_that_a_comment_follows_a_renamed_family_level_and_competency() -> None:
    ladder = commented()
    path = FieldPath("expectations/communication/0")
    level = Address("levels/P3")
    ladder = put(ladder, add_comment(ladder, level, path, "Too vague", "Ines", DAY))
    after = put(ladder, rename(ladder, Address("families/data"), "facts"))
    assert after.comments[0].at == "families/facts/P3/responsibilities/1"
    after = put(after, rename(after, level, "P9"))
    assert after.comments[0].at == "families/facts/P9/responsibilities/1"
    after = put(after, rename(after, Address("competencies/communication"), "speech"))
    assert after.comments[1].at == "levels/P9/expectations/speech/0"
    assert about(after, 1) == about(ladder, 1)


def test_that_a_copy_of_a_profile_has_its_comments_too() -> None:
    ladder = commented()
    after = put(ladder, duplicate(ladder, [Address("families/data")]))
    assert [about(after, n) for n in (0, 1)] == [STATEMENTS[1]] * 2
    first, second = (place_of(after, one).address for one in after.comments)
    assert first == DATA_P3 and second.family not in ("", DATA_P3.family)


def test_that_comments_go_to_another_ladder_and_that_a_cut_one_is_not_there_twice() -> None:
    ladder = commented()
    clipboard = copy_nodes(ladder, [Address("families/data")])
    other = sample()
    pasted = put(other, paste_nodes(other, Address(), clipboard))
    assert about(pasted) == STATEMENTS[1]
    cut = put(ladder, delete(ladder, [Address("families/data")]))
    assert place_of(cut, cut.comments[0]).is_gone
    back = put(cut, paste_nodes(cut, Address(), clipboard))
    assert len(back.comments) == 1
    assert about(back) == STATEMENTS[1]


def test_that_a_comment_of_a_deleted_profile_is_shown_at_its_family() -> None:
    ladder = commented()
    after = put(ladder, delete(ladder, [DATA_P3]))
    place = place_of(after, after.comments[0])
    assert place.is_gone and place.address == "families/data"


def test_that_comments_are_answered_reworded_resolved_and_deleted() -> None:
    ladder = commented()
    first = ladder.comments[0]
    ladder = put(ladder, add_comment(ladder, Address(), FieldPath(), "In general", "Ben", DAY))
    ladder = put(ladder, answer_comment(ladder, first, "Yes.", "Ben", DAY))
    assert [one.text for one in ladder.comments] == ["Every week?", "Yes.", "In general"]
    assert about(ladder, 1) == STATEMENTS[1]
    ladder = put(ladder, resolve_comment(ladder, first, resolved=True))
    assert [one.resolved for one in ladder.comments] == [True, False, False]
    ladder = put(ladder, reword_comment(ladder, ladder.comments[1], "Nearly."))
    ladder = put(ladder, delete_comments(ladder, [ladder.comments[0]]))
    assert [one.text for one in ladder.comments] == ["Nearly.", "In general"]
    with pytest.raises(EditRefused, match="has changed"):
        resolve_comment(ladder, first, resolved=False)
    with pytest.raises(EditRefused, match="needs a text"):
        add_comment(ladder, DATA_P3, FieldPath(), " ", "", None)


# -- compared, merged, saved ----------------------------------------------------------------------


def test_that_the_comments_of_two_people_both_survive_a_merge() -> None:
    base = commented()
    ours = put(base, add_comment(base, DATA_P3, DUTIES.at("0"), "Mine", "Ben", DAY))
    theirs = put(base, add_comment(base, DATA_P3, FieldPath(), "Theirs", "Cleo", DAY))
    theirs = put(theirs, resolve_comment(theirs, theirs.comments[0], resolved=True))
    merged = merge(base, ours, theirs)
    assert not merged.conflicts
    found = {(one.author, one.text, one.resolved) for one in merged.ladder.comments}
    assert found == {
        ("Ines", "Every week?", True),
        ("Ben", "Mine", False),
        ("Cleo", "Theirs", False),
    }


def test_that_one_may_resolve_a_comment_while_the_other_rewords_and_moves_its_statement() -> None:
    base = commented()
    ours = put(base, resolve_comment(base, base.comments[0], resolved=True))
    ours = put(ours, insert_items(ours, DATA_P3, str(DUTIES), 0, ["Something before it"]))
    theirs = put(base, set_item(base, DATA_P3, str(DUTIES), 1, "Bakes bread at night"))
    merged = merge(base, ours, theirs)
    assert not merged.conflicts
    assert merged.ladder.comments[0].resolved
    assert about(merged.ladder) == "Bakes bread at night"


def test_that_a_deleted_comment_stays_deleted_if_its_statement_was_reworded() -> None:
    base = commented()
    ours = put(base, delete_comments(base, base.comments))
    theirs = put(base, set_item(base, DATA_P3, str(DUTIES), 1, "Bakes bread at night"))
    merged = merge(base, ours, theirs)
    assert not merged.conflicts and not merged.ladder.comments


def test_that_comments_are_changes_that_ask_nothing_of_people() -> None:
    old = ladder_with(*STATEMENTS)
    new = put(old, add_comment(old, DATA_P3, DUTIES.at("1"), "Why?", "Ines", DAY))
    changes = diff(old, new)
    assert [(one.effect, one.bump) for one in changes] == [("neutral", "none")]
    assert apply(changes, old) == new


def test_that_a_rename_is_no_change_of_the_comments() -> None:
    old = commented()
    new = put(old, rename(old, Address("families/data"), "facts"))
    changes = diff(old, new)
    assert not [one for one in changes if one.field.name == "comments"]
    assert apply(changes, old) == new


def test_that_a_comment_can_be_taken_without_the_rename_that_came_with_it() -> None:
    old = commented()
    new = put(old, rename(old, Address("families/data"), "facts"))
    new = put(new, resolve_comment(new, new.comments[0], resolved=True))
    wanted = [one for one in diff(old, new) if one.field.name == "comments"]
    taken = apply(wanted, old)
    assert place_of(taken, taken.comments[0]).is_gone  # it says where it is once that is taken too
    assert apply(diff(taken, new), taken) == new


def test_that_a_save_adds_only_the_lines_of_a_comment() -> None:
    ladder = ladder_with(*STATEMENTS)
    before = new_document(ladder)
    after = update(before, commented()).text
    added = [line for line in after.splitlines() if line not in before.text.splitlines()]
    assert added[0] == "comments:"
    assert read_text(after).ladder == commented()
    assert all(line in after.splitlines() for line in before.text.splitlines())


@pytest.mark.parametrize("audience", list(AUDIENCES))
def test_that_no_reader_gets_a_comment(audience: Any) -> None:
    assert scoped(commented(), ExportScope(audience=audience)).comments == ()


def test_that_a_comment_with_any_date_opens() -> None:
    text = new_document(commented()).text.replace("date: 2026-11-27", "date: last spring")
    assert read_text(text).ladder.comments[0].date == "last spring"


def test_that_a_profile_has_owner_reviewer_and_day_of_review_of_its_family() -> None:
    ladder = sample()
    for name, value in (("reviewer", "Ines"), ("review_by", DAY)):
        ladder = set_field(ladder, DATA_P3.family, name, value).change(ladder)
    whole = resolved(ladder, family(ladder, "data"), profile(ladder))
    assert [whole.value(name).value for name in ("reviewer", "review_by")] == ["Ines", DAY]
    assert whole.value("status").value == ""
    changes = diff(sample(), ladder)
    assert {(one.effect, one.bump) for one in changes} == {("neutral", "none")}
