"""No content of a ladder makes anything that reads it raise."""

import pytest

from laddereditor.compare.merge.merging import merge, resolve_all
from laddereditor.model.address import Address, FieldPath
from laddereditor.storage.files.document import place_of, read_text, update
from laddereditor.storage.reading.places import Place
from tests.odd_ladders import (
    opened,
    plain_document,
    plain_ladder,
    tried,
    try_alone,
    try_diff,
    try_merge,
)
from tests.shaped_ladders import shaped

# Numbers of odd ladders that once made something raise.
ONCE_BAD = (99, 20066, 20397)


@pytest.mark.parametrize("number", (*ONCE_BAD, *range(12)))
def test_that_an_odd_ladder_is_read_in_every_way(number: int) -> None:
    assert sum(tried(number).values())


@pytest.mark.parametrize("number", range(1, 17))
def test_that_a_random_ladder_with_every_field_is_read_written_and_merged(number: int) -> None:
    one, other = shaped(number) or plain_document(), shaped(number + 1000) or plain_document()
    try_alone(one)
    try_diff(one.ladder, other.ladder)
    try_merge(plain_document(), one, other)
    after = update(one, other.ladder)
    assert after.ladder == other.ladder
    assert read_text(after.text).ladder == other.ladder
    merged = merge(None, one.ladder, other.ladder)
    theirs = resolve_all(merged, {each.key: each.theirs for each in merged.conflicts})
    assert resolve_all(theirs, {}).ladder == theirs.ladder


def test_that_an_empty_key_has_a_place_of_its_own() -> None:
    document = read_text("laddereditor: 1\nid: a\n'': x\nlevels:\n- id: P1\n  factors: {'': y}\n")
    assert place_of(document, Address(), FieldPath("%")) == Place(3, 1)
    assert place_of(document, Address("levels/P1"), FieldPath("factors/%")) == Place(6, 13)
    raw = {**plain_ladder(), "": "x"}
    changed = opened(raw)
    assert changed is not None
    try_alone(changed)
    try_diff(plain_document().ladder, changed.ladder)
    try_diff(changed.ladder, plain_document().ladder)


def test_that_a_key_that_the_format_does_not_know_has_its_place() -> None:
    text = "laddereditor: 1\nid: a\nfamilies:\n- id: b\n  odd: {c: d}\nfoo: [x, y]\n"
    document = read_text(text)
    assert place_of(document, Address(), FieldPath("foo")) == Place(6, 1)
    assert place_of(document, Address(), FieldPath("foo/1")) == Place(6, 10)
    assert place_of(document, Address("families/b"), FieldPath("odd/c")) == Place(5, 9)


def test_that_profiles_under_a_level_beside_a_reused_id_can_be_compared() -> None:
    raw = plain_ladder()
    profiles = raw["families"][0]["profiles"]
    levels = [{**raw["levels"][0], "profiles": profiles}, {**raw["levels"][1], "id": "P1"}]
    odd = opened({**raw, "levels": [*levels, raw["levels"][2]]})
    assert odd is not None
    for old, new in ((plain_document(), odd), (odd, plain_document()), (odd, odd)):
        try_diff(old.ladder, new.ladder)


def test_that_a_file_of_one_piece_can_take_up_lists() -> None:
    document = read_text("laddereditor: 1\nname: Other\n")
    after = update(document, plain_document().ladder)
    assert after.ladder == plain_document().ladder
    assert not after.reformatted
