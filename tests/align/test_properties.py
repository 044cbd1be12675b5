"""What holds for any texts: matching is one-to-one and stable, marks give both texts back."""

from collections import Counter
from collections.abc import Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from laddereditor.align.columns import align
from laddereditor.align.matching import match
from laddereditor.align.similarity import ALIKE, Measure
from laddereditor.align.splits import find_splits
from laddereditor.align.words import word_marks
from tests.strategies import paragraphs

_WORDS = ("leads", "the", "work", "within", "beyond", "project", "and", "tests", "Prüfplan", "測試")
_SUBJECTS = (
    *("plans", "routes", "drivers", "depot", "night", "budget", "interns", "receipts", "customs"),
    *("scanner", "documentation", "responsibilities", "Wareneingangskontrolle"),
)
_long_statements = st.permutations(_SUBJECTS).map(lambda words: " ".join(words[:9]))
_statements = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map(" ".join)
_texts = _statements | paragraphs
_lists = st.lists(_texts, max_size=7)


@st.composite
def _two_lists(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Two lists that have texts in common, so that there is something to match."""
    before = draw(_lists)
    kept = draw(st.lists(st.sampled_from(before), max_size=5)) if before else []
    return before, draw(st.permutations(kept + draw(_lists)))


def _text_pairs(before: Sequence[str], after: Sequence[str]) -> Counter[tuple[str, str, float]]:
    pairs = match(before, after)
    return Counter((before[pair.before], after[pair.after], pair.similarity) for pair in pairs)


@given(_two_lists())
def test_that_each_text_has_at_most_one_partner(lists: tuple[list[str], list[str]]) -> None:
    pairs = match(*lists)
    assert [pair.before for pair in pairs] == sorted({pair.before for pair in pairs})
    assert len({pair.after for pair in pairs}) == len(pairs)


@given(_two_lists())
def test_that_only_equal_texts_are_wholly_alike(lists: tuple[list[str], list[str]]) -> None:
    before, after = lists
    for pair in match(before, after):
        assert (pair.similarity == 1.0) == (before[pair.before] == after[pair.after])
        assert 0 < pair.similarity <= 1


@given(_two_lists())
def test_that_every_equal_text_is_matched(lists: tuple[list[str], list[str]]) -> None:
    before, after = lists
    equal = sum(pair.similarity == 1.0 for pair in match(before, after))
    assert equal == (Counter(before) & Counter(after)).total()


@given(_two_lists(), st.randoms(use_true_random=False))
def test_that_another_order_gives_the_same_pairs_of_texts(
    lists: tuple[list[str], list[str]], chance: st.DataObject
) -> None:
    before, after = lists
    shuffled = (list(before), list(after))
    for texts in shuffled:
        chance.shuffle(texts)  # type: ignore[attr-defined]
    assert _text_pairs(*shuffled) == _text_pairs(before, after)


@given(_two_lists())
def test_that_matching_the_other_way_round_mirrors_the_pairs(
    lists: tuple[list[str], list[str]],
) -> None:
    before, after = lists
    mirrored = {(pair.after, pair.before, pair.similarity) for pair in match(after, before)}
    assert mirrored == {(pair.before, pair.after, pair.similarity) for pair in match(before, after)}


@given(_long_statements, _long_statements)
def test_that_similarity_is_the_same_to_the_last_digit_either_way_round(
    one: str, other: str
) -> None:
    measure = Measure(([one], [other]))
    assert measure.similarity(one, other) == measure.similarity(other, one)


@given(_two_lists())
def test_that_no_pair_crosses_a_better_one(lists: tuple[list[str], list[str]]) -> None:
    before, after = lists
    pairs = match(before, after)
    measure = Measure(lists)
    best_of = {("before", pair.before): pair.similarity for pair in pairs}
    best_of |= {("after", pair.after): pair.similarity for pair in pairs}
    for old, new in product(range(len(before)), range(len(after))):
        alike = measure.similarity(before[old], after[new])
        had = max(best_of.get(("before", old), 0), best_of.get(("after", new), 0))
        assert alike < ALIKE or alike <= had


@given(_texts, _texts)
def test_that_word_marks_give_both_texts_back(before: str, after: str) -> None:
    marks = word_marks(before, after)
    assert "".join(mark.text for mark in marks if mark.kind != "new") == before
    assert "".join(mark.text for mark in marks if mark.kind != "gone") == after
    assert all(mark.text for mark in marks)


@given(st.lists(_lists, min_size=1, max_size=5), st.data())
def test_that_every_text_is_in_exactly_one_row(
    columns: list[list[str]], data: st.DataObject
) -> None:
    baseline = data.draw(st.integers(0, len(columns) - 1))
    rows = align(columns, baseline)
    for number, texts in enumerate(columns):
        places = [place for row in rows if (place := row[number]) is not None]
        assert sorted(places) == list(range(len(texts)))
    kept = [place for row in rows if (place := row[baseline]) is not None]
    assert kept == sorted(kept)


@given(st.lists(_lists, min_size=1, max_size=4), st.data())
def test_that_the_order_of_the_other_columns_changes_no_row(
    columns: list[list[str]], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(columns))))
    rows = align(columns, 0)
    turned = align([columns[number] for number in order], order.index(0))
    back = {tuple(row[order.index(number)] for number in range(len(columns))) for row in turned}
    assert back == set(rows)


@given(_two_lists())
def test_that_a_text_is_in_one_split_at_most(lists: tuple[list[str], list[str]]) -> None:
    before, after = lists
    found = find_splits(before, after, match(before, after))
    for side in ("before", "after"):
        places = [place for split in found for place in getattr(split, side)]
        assert len(places) == len(set(places))
    assert all(1 in (len(part.before), len(part.after)) for part in found)
