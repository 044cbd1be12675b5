"""Random ladders in random styles under random edits: the text always reads as the ladder."""

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from laddereditor.storage.document import read_text, update
from laddereditor.storage.same import same
from laddereditor.storage.update import Update
from tests.storage.changes import change, outside_is_same
from tests.storage.styles import Style, any_ladder

slow = settings(deadline=None, max_examples=250, suppress_health_check=list(HealthCheck))


@slow
@given(st.integers(0, 10**9))
def test_that_random_edits_read_back_and_stay_in_their_place(seed: int) -> None:
    rng = Random(seed)
    raw = any_ladder(rng)
    document = read_text(Style(rng).file(raw))
    assert same(Ladder.model_validate(raw), document.ladder)
    for _ in range(3):
        values, path = change(to_raw(document.ladder), rng)
        try:
            ladder = Ladder.model_validate(values)
        except ValidationError:
            continue
        Update(document.parts, document.ladder, ladder).result()  # no fallback to the whole file
        after = update(document, ladder)
        assert same(ladder, read_text(after.text).ladder)
        assert after.text.endswith("\n") == document.text.endswith("\n")
        # An edit that empties a value may reach up: to its parents, or to a twin in a list.
        up = next(
            n for n in range(9) if outside_is_same(document.text, after.text, path[: len(path) - n])
        )
        assert up <= 3
        document = after
