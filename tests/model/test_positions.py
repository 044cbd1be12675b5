"""Where levels are in their tracks, and keys of profiles."""

from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.positions import position_in_track, profile_key


def ladder(*levels: tuple[str, str]) -> Ladder:
    return Ladder.model_validate(
        {
            "laddereditor": 1,
            "id": "x",
            "levels": [{"id": level, "track": track} for level, track in levels],
        }
    )


def test_that_a_level_is_counted_in_its_own_track() -> None:
    held = ladder(("P1", "p"), ("M1", "m"), ("P2", "p"), ("P3", "p"), ("X", ""))
    words = [one.words if (one := position_in_track(held, level)) else "" for level in held.levels]
    assert words == ["1 of 3 in track", "", "2 of 3 in track", "3 of 3 in track", ""]


def test_that_a_level_of_another_ladder_or_none_has_no_position() -> None:
    held = ladder(("P1", "p"), ("P2", "p"))
    assert position_in_track(held, Level(id="P9", track="p")) is None
    assert position_in_track(held, None) is None


def test_that_a_profile_has_a_key_if_its_family_has_a_code() -> None:
    profile = Profile(level="P3")
    assert profile_key(Family(id="a", code="AIML"), profile) == "AIML.P3"
    assert profile_key(Family(id="a"), profile) == profile_key(None, profile) == ""
