"""A page as they are published: what becomes of it, whole, cut down and in another order."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples

from laddereditor.exchange.importer import ImportRefused, ImportResult
from laddereditor.exchange.registry import import_text
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.inheritance import Source
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience, Level
from laddereditor.model.resolve import resolved

Read = Callable[[str], ImportResult]

_HEADINGS = {
    name: field_specs(Profile)[name].heading
    for name in ("factors", "responsibilities", "skills", "qualifications", "titles", "pay")
}
_PARTS = ("head", *_HEADINGS, "occupations")
_ORDERS = st.lists(st.sampled_from(_PARTS), min_size=2, max_size=len(_PARTS), unique=True)


def _parts(page: str) -> dict[str, str]:
    """Cut the page at its headings, which are those of the model."""
    names = {heading: name for name, heading in _HEADINGS.items()}
    found: dict[str, list[str]] = {"head": []}
    current = "head"
    for line in page.splitlines():
        current = names.get(line, "occupations" if line.startswith("O*NET") else current)
        found.setdefault(current, []).append(line)
    assert tuple(found) == _PARTS
    return {name: "\n".join(lines) for name, lines in found.items()}


def _bullets(part: str) -> tuple[str, ...]:
    return tuple(line[2:] for line in part.splitlines() if line.startswith("- "))


def _pieces(ladder: Ladder) -> tuple[Level, Family, Profile]:
    (level,), (family,) = ladder.levels, ladder.families
    (profile,) = family.profiles
    return level, family, profile


def _values(ladder: Ladder) -> dict[str, object]:
    """Return what the ladder says, by the part of the page it is from."""
    level, family, profile = _pieces(ladder)
    return {
        "head": (level.id, level.name, profile.title, profile.summary, family.name),
        "factors": (level.summary, level.factors, level.experience, ladder.factors),
        "responsibilities": profile.responsibilities,
        "skills": (ladder.skills, profile.skills),
        "qualifications": profile.qualifications,
        "titles": (level.title_patterns, family.specialties),
        "pay": profile.pay,
        "occupations": family.occupations,
    }


def test_that_every_line_of_a_page_is_understood(page: str, read: Read) -> None:
    result = read(page)
    assert result.not_understood == ()
    assert {line for line, _ in result.used} == set(range(1, len(page.splitlines()) + 1))


def test_that_the_head_gives_level_title_family_and_summary(page: str, read: Read) -> None:
    level, family, profile = _pieces(read(page).ladder)
    first, title, summary = page.splitlines()[:3]
    assert first == f"{level.id}{level.id} — {level.name}"
    assert (profile.level, profile.title, profile.summary) == (level.id, title, summary)
    assert family.name == title.split(" ", 1)[1]
    assert family.id == family.name.lower().replace("/", "-").replace(" ", "-")


def test_that_the_definition_goes_to_the_level_and_not_to_the_profile(
    page: str, read: Read
) -> None:
    ladder = read(page).ladder
    level, _, profile = _pieces(ladder)
    summary = _parts(page)["factors"].splitlines()[1]
    bullets = _bullets(_parts(page)["factors"])
    terms = dict(zip(bullets[::2], bullets[1::2], strict=True))
    years = terms.popitem()[1]
    assert level.summary == summary
    assert [factor.name for factor in ladder.factors] == list(terms)
    assert [level.factors[factor.id] for factor in ladder.factors] == list(terms.values())
    assert len(level.factors) == 6
    assert level.experience == Experience(min=int(years[0]), max=int(years[2]))
    assert (profile.factors, profile.experience) == ({}, None)


def test_that_the_lists_hold_the_bullets_of_the_page(page: str, read: Read) -> None:
    ladder = read(page).ladder
    _, _, profile = _pieces(ladder)
    parts = _parts(page)
    assert profile.responsibilities == _bullets(parts["responsibilities"])
    assert profile.qualifications == _bullets(parts["qualifications"])
    assert tuple(skill.name for skill in ladder.skills) == _bullets(parts["skills"])
    assert profile.skills == tuple(skill.id for skill in ladder.skills)
    counts = len(profile.responsibilities), len(set(profile.skills)), len(profile.qualifications)
    assert counts == (11, 24, 3)


def test_that_the_run_together_titles_follow_from_patterns_and_specialties(
    page: str, read: Read
) -> None:
    ladder = read(page).ladder
    level, family, profile = _pieces(ladder)
    line = _parts(page)["titles"].splitlines()[1]
    titles = [title.value for title in resolved(ladder, family, profile).titles]
    assert "".join(titles) + profile.title == line
    assert (len(level.title_patterns), len(family.specialties), profile.titles) == (3, 3, ())
    number = level.id[1:]
    rank = level.name.split()[0]
    assert level.title_patterns == (
        "{specialty} " + "I" * int(number),
        "{specialty} " + number,
        rank + " {specialty}",
    )


def test_that_pay_and_occupation_are_read(page: str, read: Read) -> None:
    _, family, profile = _pieces(read(page).ladder)
    parts = _parts(page)
    assert profile.pay is not None
    assert (profile.pay.status, profile.pay.ranges) == ("recalibrating", ())
    assert profile.pay.note == parts["pay"].splitlines()[1]
    (occupation,) = family.occupations
    said = f"O*NET / SOC: {occupation.code} — {occupation.title} (inferred)"
    assert said == parts["occupations"]
    assert (occupation.scheme, occupation.inferred) == ("soc-2018", True)


def test_that_all_references_of_the_ladder_resolve(page: str, read: Read) -> None:
    ladder = read(page).ladder
    level, family, profile = _pieces(ladder)
    assert level.track in {track.id for track in ladder.tracks}
    assert ladder.tracks[0].code == level.id[0]
    assert set(level.factors) <= {factor.id for factor in ladder.factors}
    assert set(profile.skills) == {skill.id for skill in ladder.skills}
    found = resolved(ladder, family, profile)
    assert found.experience.source is Source.LEVEL
    assert {sourced.source for sourced in found.factors.values()} == {Source.LEVEL}


def test_that_windows_line_ends_marks_and_odd_spaces_change_nothing(page: str, read: Read) -> None:
    plain = read(page)
    odd = "\ufeff" + page.replace("\n", "\r\n").replace("- ", "\u2022\t").replace(" ", "\xa0")
    assert import_text(odd).ladder == plain.ladder


def test_that_control_characters_are_understood_or_left_out_with_a_note(
    page: str, read: Read
) -> None:
    plain = read(page)
    odd = import_text(page.replace("What you'd do", "What\x07 you'd do\x00", 1))
    assert odd.ladder == plain.ladder
    assert odd.notes == (*plain.notes, "Control characters were left out: BEL, NUL.")
    level, _, _ = _pieces(import_text(page.replace("-Level", "\x1eLevel")).ladder)
    assert "\x1e" not in level.model_dump_json()


@pytest.fixture(scope="module")
def whole(page: str) -> dict[str, object]:
    return _values(import_text(page).ladder)


@settings(max_examples=examples(80), deadline=None)
@given(kept=_ORDERS, gap=st.sampled_from(["\n", "\n\n"]))
def test_that_parts_may_be_missing_and_are_in_any_order(
    page: str, whole: dict[str, object], read: Read, kept: list[str], gap: str
) -> None:
    parts = _parts(page)
    found = read(gap.join(parts[name] for name in kept))
    assert found.not_understood == ()
    values = _values(found.ladder)
    assert {name: values[name] for name in kept} == {name: whole[name] for name in kept}


@settings(max_examples=examples(60), deadline=None)
@given(places=st.lists(st.integers(0, 64), min_size=5, max_size=60))
def test_that_no_line_is_lost_when_lines_are_left_out_and_shuffled(
    page: str, read: Read, places: list[int]
) -> None:
    lines = page.splitlines()
    text = "\n".join([lines[0], *(lines[place] for place in places), _HEADINGS["skills"]])
    read(text)


def test_that_one_part_alone_is_not_a_page(page: str) -> None:
    for name, part in _parts(page).items():
        with pytest.raises(ImportRefused):
            import_text(part, name)
