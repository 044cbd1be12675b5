"""Rows stay where they are while somebody types."""

from hypothesis import given, settings
from hypothesis import strategies as st

from laddereditor.align.keeping import LaidOut, kept_rows
from tests.examples import examples

OLD = (("Bakes bread", "Cleans the oven"), ("Bakes rolls", "Orders flour"))
ROWS: LaidOut = (((0, 0), True), ((1, 1), False))


def _anew() -> LaidOut:
    return (((1, 0), True), ((0, 1), True))


def _never() -> LaidOut:
    raise AssertionError("the rows are aligned again")


def test_that_a_changed_text_stays_in_its_row_whatever_it_says() -> None:
    new = (("Orders flour", "Cleans the oven"), OLD[1])
    assert kept_rows(ROWS, OLD, new, _never) == ROWS


def test_that_several_changed_texts_stay_in_their_rows() -> None:
    new = (("Sweeps", "Sells"), OLD[1])
    assert kept_rows(ROWS, OLD, new, _never) == ROWS


def test_that_a_removed_text_leaves_its_cell_empty_and_the_other_in_place() -> None:
    new = (("Cleans the oven",), OLD[1])
    assert kept_rows(ROWS, OLD, new, _never) == (((None, 0), True), ((0, 1), False))


def test_that_a_row_of_which_nothing_is_left_goes() -> None:
    rows: LaidOut = (((0, 0), True), ((1, None), False))
    old = (("Bakes", "Sweeps"), ("Bakes",))
    assert kept_rows(rows, old, (("Bakes",), ("Bakes",)), _never) == (((0, 0), True),)


def test_that_a_new_text_takes_the_cell_it_was_typed_into() -> None:
    rows: LaidOut = (((0, 0), True), ((1, None), True), ((2, None), True))
    old = (("A", "B", "C"), ("A",))
    new = (("A", "B", "C"), ("A", "X"))
    anew: LaidOut = (((0, 0), True), ((1, 1), True), ((2, None), False))
    assert kept_rows(rows, old, new, lambda: anew, typed=(2, 1)) == (
        ((0, 0), True),
        ((1, None), True),
        ((2, 1), True),
    )


def test_that_a_new_text_that_nobody_typed_here_joins_what_it_pairs_with() -> None:
    rows: LaidOut = (((0, 0), True), ((1, None), False))
    old = (("A", "B"), ("A",))
    anew: LaidOut = (((0, 0), True), ((1, 1), True))
    assert kept_rows(rows, old, (("A", "B"), ("A", "B")), lambda: anew) == anew


def test_that_a_new_text_without_a_partner_gets_a_row_behind_the_item_above() -> None:
    new = (("Bakes bread", "Sells", "Cleans the oven"), OLD[1])
    anew: LaidOut = (((0, 0), True), ((1, 1), False), ((2, None), False))
    assert kept_rows(ROWS, OLD, new, lambda: anew) == (
        ((0, 0), True),
        ((1, None), True),
        ((2, 1), False),
    )


def test_that_a_text_typed_below_the_last_row_shares_a_row_of_what_does_not_match() -> None:
    rows: LaidOut = (((0, 0), True), ((1, None), False), ((2, None), False))
    old = (("A", "B", "C"), ("A",))
    new = (("A", "B", "C"), ("A", "X"))
    anew: LaidOut = rows
    assert kept_rows(rows, old, new, lambda: anew, typed=(3, 1)) == (
        ((0, 0), True),
        ((1, 1), False),
        ((2, None), False),
    )


def test_that_a_moved_item_and_several_new_ones_are_aligned_again() -> None:
    assert kept_rows(ROWS, OLD, (OLD[0][::-1], OLD[1]), _never) is None
    assert kept_rows(ROWS, OLD, ((*OLD[0], "Sells", "Sweeps"), OLD[1]), _never) is None
    assert kept_rows(ROWS, OLD, OLD[:1], _never) is None


TEXT = st.sampled_from("ABCDEFGH")
LISTS = st.lists(TEXT, max_size=5, unique=True)


@st.composite
def _edits(draw: st.DrawFn) -> tuple[LaidOut, list[list[str]], list[list[str]], tuple[int, int]]:
    """Draw rows, their texts, the texts after one edit, and the cell that was typed into."""
    old = draw(st.lists(LISTS, min_size=1, max_size=3))
    rows: list[tuple[tuple[int | None, ...], bool]] = []
    left = [list(range(len(texts))) for texts in old]
    while any(left):
        having = [bool(places) and draw(st.booleans()) for places in left]
        if any(having):
            row = tuple(p.pop(0) if h else None for p, h in zip(left, having, strict=True))
            rows.append((row, draw(st.booleans())))
    column = draw(st.integers(0, len(old) - 1))
    new = [list(texts) for texts in old]
    kind = draw(st.sampled_from(("change", "remove", "insert")))
    place = draw(st.integers(0, len(old[column])))
    if kind == "insert":
        new[column].insert(place, "new")
    elif place < len(old[column]):
        new[column][place : place + 1] = ["new"] if kind == "change" else []
    return tuple(rows), old, new, (draw(st.integers(0, len(rows))), column)


@settings(max_examples=examples(300))
@given(_edits(), st.booleans())
def test_that_every_other_text_keeps_its_row_and_none_is_lost(
    edit: tuple[LaidOut, list[list[str]], list[list[str]], tuple[int, int]], is_typed: bool
) -> None:
    before, old, new, typed = edit
    anew: LaidOut = tuple(
        (tuple(n if c == column else None for c in range(len(new))), False)
        for column, texts in enumerate(new)
        for n in range(len(texts))
    )
    found = kept_rows(before, old, new, lambda: anew, typed if is_typed else None)
    assert found is not None
    for column, texts in enumerate(new):  # each text is in one row
        places = [row[column] for row, _ in found if row[column] is not None]
        assert sorted(p for p in places if p is not None) == list(range(len(texts)))

    gone = set(old[typed[1]]) - set(new[typed[1]])

    def shown(rows: LaidOut, texts: list[list[str]]) -> list[set[tuple[int, str]]]:
        kept = [{(c, texts[c][p]) for c, p in enumerate(row) if p is not None} for row, _ in rows]
        ignored = {(typed[1], text) for text in (*gone, "new")}
        return [one - ignored for one in kept if one - ignored]

    assert shown(found, new) == shown(before, old)
    if gone and "new" in new[typed[1]]:
        assert found == before
    is_free = typed[0] < len(before) and before[typed[0]][0][typed[1]] is None
    if is_typed and is_free and "new" in new[typed[1]] and not gone:
        assert found[typed[0]][0][typed[1]] == new[typed[1]].index("new")
