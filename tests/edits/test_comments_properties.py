"""What holds for comments in any ladder, under any edits."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from laddereditor.compare.merge.merging import merge
from laddereditor.edits.comments.changing import add_comment
from laddereditor.edits.comments.following import with_followed
from laddereditor.edits.comments.placing import place_of
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.lists import change_list, insert_items, move_items, remove_items, set_item
from laddereditor.model.address import FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document, read_text
from tests.edits.random_edits import places, random_edit
from tests.edits.samples import DATA_P3, sample
from tests.examples import examples
from tests.strategies import ladders, lines

DUTIES = "responsibilities"


@given(st.data())
@settings(max_examples=examples(80))
def test_that_a_comment_is_at_its_statement_until_that_is_removed(data: st.DataObject) -> None:
    numbers = list(range(data.draw(st.integers(1, 6))))
    words = {number: _words(number, 0) for number in numbers}
    ladder = change_list(sample(), DATA_P3, DUTIES, words.values()).change(sample())
    chosen = data.draw(st.sampled_from(numbers))
    place = FieldPath(f"{DUTIES}/{chosen}")
    session = Session(new_document(ladder))
    session.apply(add_comment(ladder, DATA_P3, place, "Why?", "Ines", None))
    states = [session.document.text]
    for turn in range(1, data.draw(st.integers(1, 6))):
        _edit(data, session, numbers, words, turn)
        states.append(session.document.text)
        now = session.ladder
        found = place_of(now, now.comments[0])
        assert found.is_gone == (chosen not in numbers)
        if not found.is_gone:
            assert found.address.at(found.field).value(now) == words[chosen]
    for state in reversed(states[:-1]):
        if session.document.text != state:
            session.undo()
        assert session.document.text == state


def _words(number: int, turn: int) -> str:
    """Return words that no other statement has."""
    return f"{'abcdefgh'[number] * 9} {'mnopqrst'[turn] * 9}"


def _edit(
    data: st.DataObject, session: Session, numbers: list[int], words: dict[int, str], turn: int
) -> None:
    """Move, insert, remove or reword a statement, and note it."""
    ladder, at = session.ladder, (DATA_P3, DUTIES)
    kind = data.draw(st.sampled_from(["move", "insert", "remove", "reword"]))
    position = data.draw(st.integers(0, len(numbers) - 1)) if numbers else 0
    if kind == "insert":
        number = max(words) + 1
        assume(number < 8)
        words[number] = _words(number, turn)
        numbers.insert(position, number)
        session.apply(insert_items(ladder, *at, position, [words[number]]))
    elif numbers and kind == "move":
        numbers.insert(0, numbers.pop(position))
        session.apply(move_items(ladder, *at, [position], 0))
    elif numbers and kind == "remove":
        numbers.pop(position)
        session.apply(remove_items(ladder, *at, [position]))
    elif numbers:
        words[numbers[position]] = _words(numbers[position], turn)
        session.apply(set_item(ladder, *at, position, words[numbers[position]]))


@st.composite
def commented(draw: st.DrawFn) -> Ladder:
    """A random ladder with comments on some of its entities and statements."""
    ladder = draw(ladders())
    for address in places(ladder):
        path = draw(st.sampled_from(["", "name", "responsibilities/0", "skills/0"]))
        text = draw(lines)
        if text.strip() and draw(st.booleans()):
            ladder = add_comment(ladder, address, FieldPath(path), text, "Ines", None).change(
                ladder
            )
    return ladder


@given(commented(), st.data())
@settings(max_examples=examples(60))
def test_that_no_edit_loses_a_comment(ladder: Ladder, data: st.DataObject) -> None:
    before = ladder
    for _ in range(3):
        try:
            edit = data.draw(random_edit(ladder))
            after = with_followed(ladder, edit.change(ladder))
        except EditRefused:
            continue
        ladder = after
    texts = [one.text for one in ladder.comments]
    assert all(one.text in texts for one in before.comments)
    for one in ladder.comments:
        place = place_of(ladder, one)
        assert not place.field or place.address.at(place.field)
    assert read_text(new_document(ladder).text).ladder.comments == ladder.comments


@given(commented(), lines, lines)
@settings(max_examples=examples(40))
def test_that_new_comments_of_both_sides_are_merged(base: Ladder, mine: str, other: str) -> None:
    assume(mine.strip() and other.strip())
    sides = [
        add_comment(base, place, FieldPath(), text, author, None).change(base)
        for place, text, author in zip(
            (places(base) * 2)[:2], (mine, other), ("Ben", "Cleo"), strict=True
        )
    ]
    merged = merge(base, *sides)
    assert not merged.conflicts
    assert len(merged.ladder.comments) == len(base.comments) + 2
