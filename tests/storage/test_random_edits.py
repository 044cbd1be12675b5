"""Random ladders in random styles under random edits: the text always reads as the ladder."""

from collections.abc import Callable
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from laddereditor.storage.files.document import read_text, update
from laddereditor.storage.text.equal_values import same_in_file
from laddereditor.storage.text.update import Update
from tests.examples import examples
from tests.storage.changes import at, change, comments, move_profile, outside_is_same, reorder
from tests.storage.helpers import relaid
from tests.storage.styles import Style, any_ladder

Move = Callable[[dict[str, Any], Random], dict[str, Any]]
slow = settings(deadline=None, max_examples=examples(250), suppress_health_check=list(HealthCheck))


@slow
@given(st.integers(0, 10**9))
def test_that_random_edits_read_back_and_stay_in_their_place(seed: int) -> None:
    rng = Random(seed)
    raw = any_ladder(rng)
    document = read_text(Style(rng).file(raw))
    assert same_in_file(Ladder.model_validate(raw), document.ladder)
    for _ in range(3):
        before = to_raw(document.ladder)
        values, path = change(before, rng)
        try:
            ladder = Ladder.model_validate(values)
        except ValidationError:
            continue
        Update(document.parts, document.ladder, ladder).result()  # no fallback to the whole file
        after = update(document, ladder)
        assert same_in_file(ladder, read_text(after.text).ladder)
        assert not relaid(after)
        assert after.text.endswith("\n") == document.text.endswith("\n")
        assert after.text.count("\r\n") in (0, after.text.count("\n"))
        # With its only entry gone, what encloses it is empty and written so.
        only = len(path) > 1 and len(at(before, path[:-1])) == 1
        assert outside_is_same(document.text, after.text, path) or (
            only and outside_is_same(document.text, after.text, path[:-1])
        )
        document = after


@slow
@given(st.integers(0, 10**9), st.sampled_from([reorder, move_profile]))
def test_that_what_moves_takes_its_comments_along(seed: int, move: Move) -> None:
    rng = Random(seed)
    style = Style(rng)
    if move is move_profile:
        style.flow = 0  # a list in brackets has no lines to take along
    document = read_text(style.file(any_ladder(rng)))
    ladder = Ladder.model_validate(move(to_raw(document.ladder), rng))
    after = update(document, ladder)
    assert same_in_file(ladder, read_text(after.text).ladder)
    assert not relaid(after)
    assert comments(after.text) == comments(document.text)
