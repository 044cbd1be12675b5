"""A profile inherits the pay of its level, and makes it its own as a whole."""

from typing import Any

from laddereditor.edits.fields import give_back, override, set_at
from laddereditor.edits.lists import change_list
from laddereditor.model.address import Address
from laddereditor.model.family import Profile
from laddereditor.model.inheritance import Source
from laddereditor.model.ladder import Ladder
from laddereditor.model.pay import Pay, PayRange
from laddereditor.model.resolve import resolved

P3 = Address("families/baker/P3")
RANGE = {"market": "US", "currency": "USD", "min": 40_000, "max": 50_000}
LEVEL = Pay(note="Reviewed each May", ranges=(PayRange.model_validate(RANGE),))


def ladder(**own: Any) -> Ladder:
    level = {"id": "P3", "pay": {"note": "Reviewed each May", "ranges": [RANGE]}}
    profile = {"level": "P3", **own}
    family = {"id": "baker", "name": "Baker", "profiles": [profile]}
    return Ladder.model_validate(
        {"laddereditor": 1, "id": "x", "levels": [level], "families": [family]}
    )


def profile(held: Ladder) -> Profile:
    return held.families[0].profiles[0]


def test_that_pay_is_inherited_as_a_whole() -> None:
    whole = resolved(ladder(), ladder().families[0], profile(ladder()))
    assert whole.value("pay").value == LEVEL
    assert whole.value("pay").source is Source.LEVEL
    own = ladder(pay={"status": "withheld"})
    assert resolved(own, own.families[0], profile(own)).value("pay").value == Pay(status="withheld")


def test_that_a_changed_note_keeps_the_inherited_ranges() -> None:
    held = ladder()
    after = set_at(held, P3, "pay/note", "By agreement").change(held)
    assert profile(after).pay == Pay(note="By agreement", ranges=LEVEL.ranges)
    assert after.levels == held.levels


def test_that_a_changed_range_keeps_the_inherited_note() -> None:
    held = ladder()
    ranges = (PayRange(market="US", currency="USD", min=41_000, max=50_000),)
    after = change_list(held, P3, "pay/ranges", ranges).change(held)
    assert profile(after).pay == Pay(note="Reviewed each May", ranges=ranges)


def test_that_an_own_pay_is_changed_alone() -> None:
    held = ladder(pay={"status": "withheld"})
    after = set_at(held, P3, "pay/note", "Ask").change(held)
    assert profile(after).pay == Pay(status="withheld", note="Ask")


def test_that_pay_is_overridden_and_given_back() -> None:
    held = ladder()
    own = override(held, P3, "pay").change(held)
    assert profile(own).pay == LEVEL
    assert profile(give_back(own, P3, "pay").change(own)).pay is None
