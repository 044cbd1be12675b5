"""Which profiles are most alike: duplicates, lateral moves, and look-alikes that are not."""

import pytest

from laddereditor.compare.nearest.demands import Demands, own_demands
from laddereditor.compare.nearest.finding import Near, Nearest, nearest
from laddereditor.compare.nearest.index import DemandIndex, NearestCancelled
from laddereditor.compare.nearest.words import common_words, headings
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.family import Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience, Level
from laddereditor.model.statement import ExampledStatement
from laddereditor.storage.files.document import read_text
from tests.compare.ferry_ladder import FERRIES, IDENTICAL, NEAREST, Label
from tests.compare.town_ladder import NEAREST as HELD_BACK
from tests.compare.town_ladder import TOWN
from tests.finding import find

LADDER, OTHER_LADDER = read_text(FERRIES).ladder, read_text(TOWN).ladder


def found(address: str, ladder: Ladder = LADDER, index: DemandIndex | None = None) -> Nearest:
    where = address if address.startswith("levels/") else f"families/{address}"
    return nearest(index or DemandIndex(), ladder, Address(where))


def short(listed: tuple[Near, ...]) -> tuple[str, ...]:
    return tuple(one.address.removeprefix("families/") for one in listed)


@pytest.mark.parametrize(
    ("ladder", "label"),
    [
        *(pytest.param(LADDER, label, id=label.address) for label in NEAREST),
        *(pytest.param(OTHER_LADDER, label, id=label.address) for label in HELD_BACK),
    ],
)
def test_that_what_a_reader_calls_alike_comes_first_and_nothing_else_is_listed(
    ladder: Ladder, label: Label
) -> None:
    one = found(label.address, ladder)
    assert short(one.here) == label.same
    others = short(one.elsewhere)
    assert others[: len(label.others)] == label.others
    assert set(others[len(label.others) :]) <= set(label.perhaps)


def test_that_only_duplicates_are_called_identical() -> None:
    pairs = {
        (label.address, short((near,))[0])
        for label in NEAREST
        for listed in (found(label.address).here, found(label.address).elsewhere)
        for near in listed
        if near.is_identical
    }
    assert pairs == IDENTICAL | {(other, one) for one, other in IDENTICAL}


def test_that_counts_are_reported_in_words() -> None:
    (canteen,) = found("galley/G2").elsewhere
    assert common_words(canteen) == (
        "5 of 5 responsibilities and 2 of 2 skills in common, 3 reworded, "
        "1 at another proficiency; it has 1 more"
    )
    assert common_words(found("deckhand/G2").elsewhere[0]) == (
        "Identical: 6 responsibilities and 2 skills"
    )


def changed(address: str, **changes: object) -> Ladder:
    """Return the ladder with one profile changed, and all others the same objects."""
    family_id, level = address.split("/")
    families = [
        evolve(
            family,
            profiles=tuple(
                evolve(profile, **changes) if profile.level == level else profile
                for profile in family.profiles
            ),
        )
        if family.id == family_id
        else family
        for family in LADDER.families
    ]
    return evolve(LADDER, families=tuple(families))


def test_that_equal_texts_at_another_level_are_distinguished_from_duplicates() -> None:
    ladder = changed("mooring-crew/G2", level="G3")
    (near, *_) = found("deckhand/G2", ladder).elsewhere
    assert common_words(near).startswith("Identical except for the level: ")


def test_that_other_years_are_no_duplicate() -> None:
    ladder = changed("mooring-crew/G2", experience=Experience(min=3))
    (near, *_) = found("deckhand/G2", ladder).elsewhere
    assert not near.is_identical


def test_that_what_both_inherit_counts_on_neither_side() -> None:
    fields = {one.spec.name for near in found("galley/G2").elsewhere for one in near.common.fields}
    assert fields == {"responsibilities", "skills"}


def test_that_a_text_counts_that_one_inherits_and_another_wrote_itself() -> None:
    ladder = changed("galley/G2", summary="Does the daily work alone.")
    (near,) = found("harbour-canteen/G2", ladder).elsewhere
    assert common_words(near).startswith("the summary, 5 of 6 responsibilities and ")


def test_that_other_examples_of_a_statement_are_no_duplicate() -> None:
    first, *rest = find(LADDER, "families/deckhand/G2/responsibilities")
    shown = ExampledStatement(text=first, examples=("At night too",))
    ladder = changed("deckhand/G2", responsibilities=(shown, *rest))
    (near, *_) = found("deckhand/G2", ladder).elsewhere
    assert (near.is_identical, near.common.fields[0].reworded) == (False, 1)


def test_that_levels_are_compared_with_levels_and_with_what_profiles_wrote_themselves() -> None:
    ladder = changed("payroll/G2", expectations={"safety": ("Reports each near miss that day",)})
    one = found("levels/G2", ladder)
    assert short(one.here) == ("levels/G3",)
    assert short(one.elsewhere) == ("payroll/G2",)
    assert headings(one) == ("Other levels", "Profiles")


def test_that_an_only_profile_and_one_that_asks_for_nothing_have_nothing_near() -> None:
    family = next(one for one in LADDER.families if one.id == "payroll")
    alone = found("payroll/G2", evolve(LADDER, families=(family,)))
    assert (alone.here, alone.elsewhere, alone.says_nothing) == ((), (), False)
    assert found("apprentices/G1").says_nothing


def test_that_an_edit_makes_only_what_it_changed_be_read_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    index = DemandIndex()
    before = found("galley/G2", index=index)
    read: list[object] = []

    def reading(entity: Profile | Level) -> Demands:
        read.append(entity)
        return own_demands(entity)

    monkeypatch.setattr("laddereditor.compare.nearest.index.own_demands", reading)
    ladder = changed("harbour-canteen/G2", responsibilities=("Sweeps the yard",))
    after = found("galley/G2", ladder, index)
    assert read == [find(ladder, "families/harbour-canteen/G2")]
    assert after.elsewhere == found("galley/G2", ladder).elsewhere == ()
    assert found("galley/G2", index=index) == before


def test_that_an_index_full_of_old_texts_starts_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("laddereditor.compare.nearest.index._DEAD", 0)
    index = DemandIndex()
    for number in range(90):
        found("payroll/G2", changed("payroll/G2", summary=f"Counts {number}"), index)
    assert found("galley/G2", index=index) == found("galley/G2")


def test_that_a_removed_profile_is_near_nothing_any_more() -> None:
    index = DemandIndex()
    found("deckhand/G2", index=index)
    kept = tuple(one for one in LADDER.families if one.id != "mooring-crew")
    assert found("deckhand/G2", evolve(LADDER, families=kept), index).elsewhere == ()


def test_that_a_cancelled_search_ends_and_the_next_one_continues() -> None:
    index, shares = DemandIndex(), list[float]()
    where = Address("families/galley/G2")
    with pytest.raises(NearestCancelled):
        nearest(index, LADDER, where, shares.append, lambda: len(shares) > 2)
    assert len(shares) == 3
    assert nearest(index, LADDER, where) == found("galley/G2")
    with pytest.raises(NearestCancelled):
        nearest(index, LADDER, where, cancelled=lambda: True)


def test_that_profiles_of_abstract_families_are_not_listed() -> None:
    pairs = (pair for pair in IDENTICAL if len({one.partition("/")[0] for one in pair}) == 2)
    address, other = next(pairs)
    family_id = other.partition("/")[0]
    assert other in short(found(address).elsewhere)
    families = tuple(
        evolve(one, abstract=True) if one.id == family_id else one for one in LADDER.families
    )
    after = found(address, evolve(LADDER, families=families))
    assert not any(one.startswith(f"{family_id}/") for one in short(after.elsewhere))
