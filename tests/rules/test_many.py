"""Rules on ladders that hold many of something: bounded findings, bounded work."""

from collections.abc import Iterator

from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.rules import structure
from laddereditor.rules.check import check
from laddereditor.rules.completeness import MAX_NAMED
from laddereditor.rules.facts import LevelFacts, ranks_of
from laddereditor.rules.options import RuleOptions
from laddereditor.rules.scope import FamilyInLadder, LevelInTrack
from laddereditor.rules.suggest import nearest

MANY = 300


def _ladder(profiles: list[int], levels: int = MANY, factors: int = 0) -> Ladder:
    return Ladder.model_validate(
        {
            "laddereditor": 1,
            "tracks": [{"id": "p", "code": "P"}],
            "factors": [{"id": f"f{n}", "name": f"Factor {n}"} for n in range(factors)],
            "levels": [
                {"id": f"P{n}", "track": "p", "factors": {"f0": "x"}} for n in range(1, levels + 1)
            ],
            "families": [{"id": "a", "profiles": [{"level": f"P{n}"} for n in profiles]}],
        }
    )


def _messages(ladder: Ladder, rule: str) -> list[str]:
    return [one.message for one in check(ladder).findings if one.rule == rule]


def test_that_many_missing_levels_are_counted_and_some_are_named() -> None:
    found = _messages(_ladder([1, MANY, 2]), "level-gap")
    assert len(found) == MAX_NAMED + 1
    assert found[-1] == f"{MANY - 3 - MAX_NAMED} more levels are missing between P2 and P{MANY}."


def test_that_a_few_missing_levels_are_all_named_from_low_to_high() -> None:
    found = _messages(_ladder([1, 4]), "level-gap")
    assert [one.split(",")[0] for one in found] == ["There is no P2", "There is no P3"]


def test_that_many_missing_factors_are_counted_and_some_are_named() -> None:
    ladder = _ladder([1], levels=2, factors=100)
    full = evolve(ladder.levels[1], factors={one.id: "x" for one in ladder.factors})
    found = _messages(evolve(ladder, levels=(ladder.levels[0], full)), "empty-factor")
    assert len(found) == MAX_NAMED + 1
    assert f"{99 - MAX_NAMED} more factors" in found[-1]


class CountedRanks(dict[str, LevelFacts]):
    """Ranks that count how often somebody goes through all of them."""

    walks = 0

    def __iter__(self) -> Iterator[str]:
        self.walks += 1
        return super().__iter__()

    def values(self):  # type: ignore[no-untyped-def]
        self.walks += 1
        return super().values()


def test_that_no_level_and_no_family_goes_through_all_levels() -> None:
    ladder = _ladder([1, 3, 9])
    options = RuleOptions.of(ladder, None)
    ranks = CountedRanks(ranks_of(ladder.levels, None))
    for below, level in zip(ladder.levels, ladder.levels[2:], strict=False):
        subject = LevelInTrack(Address(), level, ladder.tracks[0], below, ranks, (), options)
        assert not list(structure.level_order.check(subject))
    family = FamilyInLadder(Address(), ladder.families[0], ranks, options)
    from laddereditor.rules.registry import BY_SCOPE

    for _, one in BY_SCOPE["family"]:
        list(one.check(family))
    assert ranks.walks == 0


def test_that_a_slip_is_distinguished_from_thousands_of_words() -> None:
    known = frozenset(f"skill-{n:05}-about-things" for n in range(3000)) | {"machine-learning"}
    assert nearest("machine-lerning", known) == "machine-learning"
    assert nearest("nachine-learning", known) == "machine-learning"
    assert nearest("Machine Learning", known) == "machine-learning"
    assert nearest("zzzz", known) == ""
