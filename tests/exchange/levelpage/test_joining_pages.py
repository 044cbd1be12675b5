"""Several pages become one ladder, the same in any order, and nothing on them is lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples

from laddereditor.edits.importing.differing import take_values
from laddereditor.edits.importing.pages import JoinedPages, NamedPage, join_pages
from laddereditor.edits.importing.words_of_pages import with_words_of_pages
from laddereditor.exchange.families import with_settled_families
from laddereditor.exchange.registry import import_text
from laddereditor.model.base import evolve
from laddereditor.model.family import Family
from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder
from laddereditor.model.positions import codes_above, profile_key
from laddereditor.model.resolve import resolved

LEVELS = {
    "P1": ("Learner", "Learns under guidance", "0–2 yrs", ("@ I", "@ 1")),
    "P2": ("Journey", "Works alone on what is known", "2–4 yrs", ("@ II", "@ 2")),
    "P4": ("Lead", "Shapes the work of others", "7+ yrs", ("Senior @", "@ IV")),
    "M2": ("Shift Manager", "Leads a crew", "4–6 yrs", ("Manager, @", "@ Manager")),
}
FACTORS = ("Scope", "Autonomy", "Complexity", "Decision rights", "Leadership")
JOBS = {
    "Baker": ("Bread", "Rye", "Spelt"),
    "Nurse": ("Surgery", "Ward"),
    "Dispatcher": ("Harbour",),
}
SKILLS = ("Ovens", "Hygiene", "Planning", "Calm", "Scanner use")


@dataclass(frozen=True)
class Parts:
    """Which parts a page has."""

    job: str
    level: str
    meaning: bool
    factors: tuple[str, ...]
    skills: tuple[str, ...]
    specialties: int
    occupation: bool
    summary: bool

    @property
    def text(self) -> str:
        """The page; what it says of its level is the same on every page of the level."""
        name, meaning, years, patterns = LEVELS[self.level]
        lines = [f"{self.level}{self.level} — {name}", f"Senior {self.job}"]
        if self.summary:
            lines.append(f"The {self.job.lower()} keeps the town going, by day and by night.")
        if self.meaning or self.factors:
            lines += ["What this level means", *([meaning] if self.meaning else [])]
            for factor in self.factors:
                lines += [f"- {factor}", f"- {factor} at {self.level}"]
            lines += ["- Typical experience", f"- {years}"]
        lines += ["What you'd do", f"- Does the work of {self.level} as {self.job}", "- Plans"]
        lines += ["Skills", *(f"- {skill}" for skill in self.skills)]
        names = JOBS[self.job][: self.specialties]
        titles = [one.replace("@", name) for name in names for one in patterns]
        if len(titles) > 1:
            lines += ["Common titles", "".join(titles)]
        if self.occupation:
            lines.append("SOC: 51-3011 — Bakers")
        return "\n".join(lines) + "\n"


def _subset(names: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    chosen = st.lists(st.sampled_from(names), max_size=len(names), unique=True)
    return chosen.map(lambda found: tuple(name for name in names if name in found))


_PAGES = st.builds(
    Parts,
    job=st.sampled_from(sorted(JOBS)),
    level=st.sampled_from(sorted(LEVELS)),
    meaning=st.booleans(),
    factors=_subset(FACTORS),
    skills=_subset(SKILLS),
    specialties=st.integers(0, 3),
    occupation=st.booleans(),
    summary=st.booleans(),
)
_BATCHES = st.lists(_PAGES, min_size=2, max_size=5, unique_by=lambda page: (page.job, page.level))


def _joined(pages: Sequence[str], ladder: Ladder | None = None) -> JoinedPages:
    results = [import_text(text, f"page {at}.txt") for at, text in enumerate(pages)]
    settled = with_settled_families(results, ladder)
    named = [NamedPage(f"page {at}.txt", one.ladder) for at, one in enumerate(settled)]
    return join_pages(ladder, named)


def _content(ladder: Ladder) -> Ladder:
    """Return a ladder without its own name, which is that of the family it began with."""
    return evolve(ladder, id="x", name="x")


@settings(max_examples=examples(60), deadline=None)
@given(pages=_BATCHES, data=st.data())
def test_that_pages_give_the_same_ladder_in_every_order(
    pages: list[Parts], data: st.DataObject
) -> None:
    texts = [page.text for page in pages]
    at_once = _joined(texts)
    mixed = data.draw(st.permutations(texts))
    assert _joined(mixed).ladder == at_once.ladder
    assert not at_once.differing
    one_by_one: Ladder | None = None
    for text in mixed:
        one_by_one = _joined([text], one_by_one).ladder
    assert one_by_one is not None
    assert _content(one_by_one) == _content(at_once.ladder)


@settings(max_examples=examples(60), deadline=None)
@given(pages=_BATCHES)
def test_that_nothing_on_a_page_is_lost_when_pages_are_joined(pages: list[Parts]) -> None:
    ladder = _joined([page.text for page in pages]).ladder
    found = {(family.name, one.level): (family, one) for family, one in all_profiles(ladder)}
    skills = {one.id: one.name for one in ladder.skills}
    assert len(found) == len(pages)
    for page in pages:
        alone = import_text(page.text, "page.txt").ladder
        family, profile = found[page.job, page.level]
        before = resolved(alone, alone.families[0], alone.families[0].profiles[0])
        now = resolved(ladder, family, profile)
        assert {one.value for one in before.titles} <= {one.value for one in now.titles}
        assert profile.responsibilities == alone.families[0].profiles[0].responsibilities
        assert [skills[str(use)] for use in profile.skills] == list(page.skills)
        for key, factor in before.factors.items():
            assert now.factors[key].value == factor.value
        assert before.experience.value in (None, now.experience.value)
        summary = alone.families[0].profiles[0].summary
        assert summary in (profile.summary, family.summary)
        assert set(alone.families[0].specialties) <= set(family.specialties)
        assert set(alone.families[0].occupations) <= set(family.occupations)


BREAD = """\
P2P2 — Journey
Journey Baker
What this level means
Works alone.
- Scope
- One oven
- Typical experience
- 2–4 yrs
What you'd do
- Bakes bread
Common titles
Bread IIBread 2
"""


def test_that_what_differs_is_listed_and_kept_on_the_profile() -> None:
    other = BREAD.replace("Journey Baker", "Journey Nurse").replace("Bread", "Ward")
    other = other.replace("P2P2 — Journey", "P2P2 — Developing").replace("One oven", "One ward")
    other = other.replace("Works alone.", "Works with others.").replace("2–4 yrs", "3–5 yrs")
    other = other.replace("Ward II", "Junior Ward")
    joined = _joined([BREAD, other, BREAD.replace("Baker", "Cook").replace("Bread", "Soup")])
    labels = {one.label: (one.here, one.there) for one in joined.differing}
    assert labels == {
        "Level P2 › Name": ("Journey", "Developing"),
        "Level P2 › Summary": ("Works alone.", "Works with others."),
        "Level P2 › Leveling factors › scope": ("One oven", "One ward"),
        "Level P2 › Typical experience": ("2–4", "3–5"),
        "Level P2 › Title patterns": (
            "{specialty} II, {specialty} 2",
            "Junior {specialty}, {specialty} 2",
        ),
    }
    nurse = next(one for one in joined.ladder.families if one.name == "Nurse")
    (profile,) = nurse.profiles
    assert profile.factors == {"scope": "One ward"}
    assert profile.experience is not None and profile.experience.min == 3
    assert "Junior Ward" in profile.titles
    taken = take_values(joined.ladder, joined.differing).change(joined.ladder)
    assert taken.levels[0].name == "Developing"
    assert taken.levels[0].factors["scope"] == "One ward"


def _contradicting() -> tuple[str, str, str]:
    """Return pages of P2 of which two agree on the name of the level, and the first does not."""
    nurse = BREAD.replace("Baker", "Nurse").replace("Bread", "Ward").replace("Bakes", "Dresses")
    cook = BREAD.replace("Baker", "Cook").replace("Bread", "Soup").replace("Bakes", "Stirs")
    developing = "P2P2 — Developing"
    return (
        BREAD,
        nurse.replace("P2P2 — Journey", developing),
        cook.replace("P2P2 — Journey", developing),
    )


def test_that_pages_that_contradict_each_other_give_the_same_as_one_after_the_other() -> None:
    pages = _contradicting()
    at_once = _joined(pages)
    assert [level.name for level in at_once.ladder.levels] == ["Journey"]
    assert [(one.here, one.there) for one in at_once.differing] == [("Journey", "Developing")] * 2
    for order in permutations(pages):
        assert _joined(order).ladder == at_once.ladder
    one_by_one: Ladder | None = None
    for page in pages:  # by family
        one_by_one = _joined([page], one_by_one).ladder
    assert one_by_one is not None
    assert _content(one_by_one) == _content(at_once.ladder)


def test_that_what_most_pages_say_can_be_taken() -> None:
    pages = _contradicting()
    read = [import_text(text, "page.txt").ladder for text in pages]
    named = [NamedPage(str(at), ladder) for at, ladder in enumerate(read)]
    taken = with_words_of_pages(join_pages(None, named), named)
    assert [level.name for level in taken.ladder.levels] == ["Developing"]
    assert not taken.differing
    two = named[:2]
    tied = with_words_of_pages(join_pages(None, two), two)
    assert [level.name for level in tied.ladder.levels] == ["Journey"]
    assert len(tied.differing) == 1
    first = join_pages(None, named[:1]).ladder
    added = with_words_of_pages(join_pages(first, named[1:2]), named[1:2])
    assert [level.name for level in added.ladder.levels] == ["Developing"]
    same = join_pages(None, named[:1])
    assert with_words_of_pages(same, named[:1]) is same


def test_that_a_summary_that_profiles_share_is_once_on_the_family() -> None:
    summary = "\n".join(f"Line {at} about bakers and what they do all day." for at in range(12))
    first = BREAD.replace("What this level", f"{summary}\nWhat this level", 1)
    second = first.replace("P2", "P3").replace("Bread II", "Bread III")
    alone = _joined([first]).ladder
    (family,) = _joined([second], alone).ladder.families
    assert family.summary == alone.families[0].profiles[0].summary
    assert [profile.summary for profile in family.profiles] == ["", ""]
    assert _joined([first, second]).ladder.families == (family,)


@pytest.mark.parametrize("title", ["Entry", "Proficient", "Lead/Expert", "P3–P4", "Manager II"])
def test_that_two_ranks_are_never_one_family(title: str) -> None:
    page = BREAD.replace("Journey Baker", title).replace("Common titles\nBread IIBread 2\n", "")
    first, second = page, page.replace("Bakes bread", "Dresses wounds")
    joined = _joined([first, second]).ladder
    assert [one.name for one in joined.families] == ["Unnamed family", "Unnamed family 2"]
    again = _joined([second], _joined([first]).ladder).ladder
    assert len(again.families) == 2


def test_that_pages_that_share_their_specialties_are_one_family() -> None:
    first = BREAD.replace("Bread IIBread 2", "Bread IIBread 2Rye IIRye 2")
    second = first.replace("P2", "P3").replace("Journey Baker", "Proficient")
    second = second.replace("II", "III").replace(" 2", " 3")
    (family,) = _joined([first, second]).ladder.families
    assert (family.name, [one.level for one in family.profiles]) == ("Baker", ["P2", "P3"])
    (again,) = _joined([second], _joined([first]).ladder).ladder.families
    assert again == family


def test_that_a_family_is_found_by_its_other_names() -> None:
    ladder = _joined([BREAD]).ladder
    family = evolve(ladder.families[0], name="Bakery", id="bakery", aliases=("Baker",))
    ladder = evolve(ladder, families=(family,))
    page = BREAD.replace("P2", "P3").replace("Common titles\nBread IIBread 2\n", "")
    (joined,) = _joined([page], ladder).ladder.families
    assert [one.level for one in joined.profiles] == ["P2", "P3"]


# -- short codes ----------------------------------------------------------------------------------

CODED = """\
Journey Baker · BAKE.BREAD01.P2
Food · Bread Baking
P2 · P2 — Journey Baker · Individual contributor
Summary
Bakes bread.
This level — P2 P2 — Journey Baker
Responsibilities
- Shapes loaves
"""


def _keys(ladder: Ladder) -> dict[str, list[str]]:
    above = {one.id: codes_above(ladder, one) for one in ladder.families}
    return {
        one.name: [profile_key(one, profile, above[one.id]) for profile in one.profiles]
        for one in ladder.families
    }


def test_that_pages_with_codes_show_their_keys_again_and_stay_apart() -> None:
    rye = CODED.replace("BREAD01", "RYE02").replace("Bread", "Rye")
    senior = CODED.replace("P2", "P3")
    assert _keys(_joined([CODED, rye, senior]).ladder) == {
        "Bread Baking": ["BAKE.BREAD01.P2", "BAKE.BREAD01.P3"],
        "Rye Baking": ["BAKE.RYE02.P2"],
    }


def test_that_one_code_is_one_family_whatever_it_is_called() -> None:
    senior = CODED.replace("P2", "P3").replace("Food · Bread Baking", "Food · Breads")
    assert len(_joined([CODED, senior]).ladder.families) == 1
    here = _joined([CODED]).ladder
    (family,) = here.families
    renamed = evolve(here, families=(evolve(family, name="Loaves"),))
    assert _keys(_joined([senior], renamed).ladder) == {
        "Loaves": ["BAKE.BREAD01.P2", "BAKE.BREAD01.P3"]
    }
    parent = Family(id="bake", name="Baking", code="BAKE", abstract=True)
    child = evolve(family, code="BREAD01", parent="bake")
    joined = _joined([senior], evolve(here, families=(parent, child)))
    assert _keys(joined.ladder)["Bread Baking"] == ["BAKE.BREAD01.P2", "BAKE.BREAD01.P3"]
    assert not joined.differing
