"""Lists of thousands of texts, and texts of thousands of words: bounded work, counted."""

import pytest
from rapidfuzz.distance import Indel

from laddereditor.align import similarity, words
from laddereditor.align.columns import align
from laddereditor.align.matching import match
from laddereditor.align.similarity import Measure
from laddereditor.align.words import word_marks

MANY = 1000
# Other tests reach the same lines; to count them line by line triples the time of this many.
pytestmark = pytest.mark.no_cover


def _texts(start: int = 0) -> list[str]:
    return [
        f"Leads the yearly planning of region {n} together with others"
        for n in range(start, start + MANY)
    ]


def test_that_texts_of_long_lists_are_compared_with_few_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[int] = []
    measured = similarity._similarity

    def counted(*one):  # type: ignore[no-untyped-def]
        compared.append(1)
        return measured(*one)

    monkeypatch.setattr(similarity, "_similarity", counted)
    reworded = [f"{text} today" for text in _texts()]
    pairs = match(_texts(), reworded)
    assert [(pair.before, pair.after) for pair in pairs] == [(n, n) for n in range(MANY)]
    assert len(compared) < 70 * MANY


def test_that_many_copies_of_one_text_are_paired_in_order() -> None:
    pairs = match(["Leads"] * 300, ["Leads"] * 900)
    assert [(pair.before, pair.after) for pair in pairs] == [(n, n) for n in range(300)]


def test_that_rows_of_long_columns_keep_the_order_of_each_column() -> None:
    left, right = _texts(), [text for n, text in enumerate(_texts(MANY // 2)) if n % 3]
    rows = align([left, right, right])
    for column in range(3):
        places = [place for row in rows if (place := row[column]) is not None]
        assert places == sorted(places)
        assert len(places) == len((left, right, right)[column])
    alone = [row for row in rows if row[0] is None]
    assert all(row[1] == row[2] for row in alone)


def test_that_very_long_texts_are_not_compared_word_by_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[int] = []
    opcodes = Indel.opcodes
    monkeypatch.setattr(
        Indel,
        "opcodes",
        lambda one, other: (compared.append(len(one) * len(other)), opcodes(one, other))[1],
    )
    old = " ".join(f"word{n}" for n in range(20_000))
    new = " ".join(f"word{n}" if n % 2 or n < 500 else f"other{n}" for n in range(20_000))
    marks = word_marks(old, new)
    assert "".join(mark.text for mark in marks if mark.kind != "new") == old
    assert "".join(mark.text for mark in marks if mark.kind != "gone") == new
    assert marks[0].kind == "same" and marks[0].text.startswith("word0 word1 ")
    assert sum(compared) <= words._MANY_PIECES


def test_that_one_changed_word_of_a_very_long_text_is_marked_alone() -> None:
    old = " ".join(f"word{n}" for n in range(20_000))
    changed = [
        mark for mark in word_marks(old, old.replace("word777 ", "other ")) if mark.kind != "same"
    ]
    assert [(mark.kind, mark.text.strip()) for mark in changed] == [
        ("gone", "word777"),
        ("new", "other"),
    ]


def test_that_long_texts_are_alike_by_their_beginning() -> None:
    text = "Leads the planning of the region with others. " * 2000
    assert Measure([[text], [text + "x"]]).similarity(text, text + " And more.") > 0.9
