"""Run-together titles of many jobs: split, and told by patterns and specialties."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples

from laddereditor.exchange.levelpage.grid import find_grid
from laddereditor.exchange.levelpage.import_log import ImportLog
from laddereditor.exchange.levelpage.lines import read_lines
from laddereditor.exchange.levelpage.ranks import family_name, ranks_of
from laddereditor.exchange.levelpage.run_together import split_titles
from laddereditor.exchange.levelpage.titles import Titles, read_titles

RANKS = ranks_of("Shift Manager")
JOBS = [
    (["UX Design", "UI Engineering"], ["@ II", "@ 2"]),
    (["UX Design"], ["@ II", "@ 2"]),
    (["UX"], ["@ II", "@ 2"]),
    (["Payroll", "Benefits", "Reward"], ["@ III"]),
    (["Data", "IT Support"], ["@ III", "@ 3"]),
    (["IT Support", "VAT", "IVF"], ["@ V", "@ 5", "Principal @"]),
    (["3D Design", "Web3", "5G Radio"], ["@ III", "@ 3", "Intermediate @"]),
    (["R&D", "Health & Safety", "AI/ML", "CI/CD"], ["@ I", "@ 1", "Junior @", "Entry-Level @"]),
    (["Tax", "Audit"], ["Senior @", "@ IV", "@ 4", "Sr. @"]),
    (["iOS Engineer", "Android Engineer"], ["Senior @", "@ IV"]),
    (["DevOps Engineer", "TechOps Engineer"], ["@ II", "@ 2"]),
    (["C++ Developer", "C# Developer", ".NET Developer"], ["@ II", "@ 2"]),
    (["Nursing (ICU)", "Nursing"], ["@ II", "Senior @"]),
    (["Payroll", "Benefits"], ["@ 2", "Skilled @"]),
    (["Payroll", "Benefits"], ["@", "Senior @"]),
    (["Sales", "Sales Operations"], ["@ II", "@ 2", "Associate @"]),
    (["Robot Vision", "Robotics"], ["@ Level 3", "@ P3", "Lead @"]),
    (["Bread", "Pastry"], ["Shift @", "@ 2"]),
    (["Öffentliches Recht", "Ärztlicher Dienst"], ["@ II", "@ 2"]),
]


def titles_of(specialties: list[str], patterns: list[str], *, by_pattern: bool) -> list[str]:
    if by_pattern:
        return [form.replace("@", name) for form, name in product(patterns, specialties)]
    return [form.replace("@", name) for name, form in product(specialties, patterns)]


@pytest.mark.parametrize("by_pattern", [False, True])
@pytest.mark.parametrize(("specialties", "patterns"), JOBS)
def test_that_run_together_titles_are_found_again(
    specialties: list[str], patterns: list[str], by_pattern: bool
) -> None:
    titles = titles_of(specialties, patterns, by_pattern=by_pattern)
    assert split_titles("".join(titles), RANKS, is_only_text=True) == tuple(titles)
    grid = find_grid(titles, RANKS)
    assert set(grid.specialties) == set(specialties)
    assert set(grid.patterns) == {form.replace("@", "{specialty}") for form in patterns}
    assert grid.left == ()


NAMES = [
    "Bread",
    "Pastry",
    "Oven Repair",
    "Rye & Wheat",
    "HR",
    "B2B Sales",
    "Cake/Tart",
    "Web3",
    "QA",
]
FORMS = ["@ II", "@ 2", "Senior @", "@ III", "Lead @", "@ 7", "Associate @", "@ IV"]


@settings(max_examples=examples(60), deadline=None)
@given(
    names=st.lists(st.sampled_from(NAMES), min_size=2, max_size=4, unique=True),
    forms=st.lists(st.sampled_from(FORMS), min_size=2, max_size=4, unique=True),
    by_pattern=st.booleans(),
)
def test_that_any_patterns_and_specialties_are_found_again(
    names: list[str], forms: list[str], by_pattern: bool
) -> None:
    titles = titles_of(names, forms, by_pattern=by_pattern)
    assert split_titles("".join(titles), RANKS, is_only_text=True) == tuple(titles)
    grid = find_grid(titles, RANKS)
    assert {
        form.replace("{specialty}", name) for form in grid.patterns for name in grid.specialties
    } == set(titles)


@pytest.mark.parametrize(
    "titles",
    [
        ["Data Analyst", "Data Scientist", "Research Engineer"],
        ["Accountant", "Bookkeeper"],
        ["Payroll Lead", "HRIS Analyst", "People Partner"],
        ["Engineering Manager", "Manager, Engineering", "Team Lead"],
        ["VP Sales", "VP Marketing"],
        ["DevOps Engineer"],
        ["TechOps Engineer"],
        ["McDonald Fellow"],
        ["Head of HR"],
        ["MACHINE OPERATOR III", "MACHINE OPERATOR 3"],
    ],
)
def test_that_titles_without_a_pattern_are_split_at_their_joins_only(titles: list[str]) -> None:
    assert split_titles("".join(titles), RANKS, is_only_text=True) == tuple(titles)


def test_that_a_title_in_a_list_is_not_split_because_of_its_capitals() -> None:
    title = "Bakery BreadBox Keeper"
    assert split_titles(title, RANKS, is_only_text=False) == (title,)
    assert len(split_titles(title, RANKS, is_only_text=True)) == 2


def test_that_patterns_never_give_a_title_that_is_not_on_the_page() -> None:
    titles = ["Bread II", "Bread 2", "Pastry II", "Pastry 2", "Rye II"]
    grid = find_grid(titles, RANKS)
    assert (grid.specialties, grid.left) == (("Bread", "Pastry"), ("Rye II",))


def test_that_titles_without_a_rank_make_no_pattern() -> None:
    for titles in (["Payroll Analyst", "Payroll Clerk"], ["Baker", "Miller", "Cook"], ["Baker II"]):
        assert find_grid(titles, RANKS).patterns == ()
        assert find_grid(titles, RANKS).left == tuple(titles)


@pytest.mark.parametrize(
    "text",
    [
        "- Bread II\n- Bread 2\n- Oven Captain",
        "Bread II\nBread 2\nOven Captain",
        "Bread II, Bread 2, Oven Captain",
        "Bread II | Bread 2 | Oven Captain",
        "Bread II · Bread 2 · Oven Captain",
        "Bread IIBread 2Oven Captain",
        "Bread IIBread 2\nOven Captain",
    ],
)
def test_that_lists_of_every_kind_are_read(text: str) -> None:
    found = read_titles(read_lines(text), "Head Baker", RANKS, ImportLog())
    assert found == Titles(("{specialty} II", "{specialty} 2"), ("Bread",), ("Oven Captain",))


def test_that_the_profiles_own_title_is_not_listed_again() -> None:
    log = ImportLog()
    found = read_titles(read_lines("Bread IIBread 2Head Baker"), "Head Baker", RANKS, log)
    assert found.others == ()
    assert log.not_understood() == ()


def test_that_the_comma_before_a_rank_belongs_to_the_title() -> None:
    lines = read_lines("Baker, Senior, Miller, Senior, Oven Captain")
    found = read_titles(lines, "", RANKS, ImportLog())
    assert found == Titles(("{specialty}, Senior",), ("Baker", "Miller"), ("Oven Captain",))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Experienced Baker", "Baker"),
        ("Senior Staff Baker II", "Baker"),
        ("Mid-Level UX Designer", "UX Designer"),
        ("Baker, Senior", "Baker"),
        ("Junior Baker 1", "Baker"),
        ("Baker Level 3", "Baker"),
        ("Team Lead", ""),
        ("Principal", ""),
        ("Lead/Expert", ""),
        ("P3–P4", ""),
        ("Manager II", ""),
        ("Developing Pastry Cook", "Pastry Cook"),
        ("Pastry Baking Mid-Level", "Pastry Baking"),
        ("Product Manager", "Product Manager"),
        ("Baker/Miller", "Baker/Miller"),
    ],
)
def test_that_the_family_is_named_after_the_title_without_its_rank(title: str, name: str) -> None:
    assert family_name(title) == name


@given(st.text(alphabet="ABIVXab 123&/-+.", max_size=60))
@settings(max_examples=examples(150), deadline=None)
def test_that_no_text_loses_a_letter_when_split(text: str) -> None:
    found = split_titles(text, RANKS, is_only_text=True)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ["Ab" * 700, "AB1" * 490, "Bread IIBread 2" * 900, "x" * 100_000])
def test_that_long_and_odd_lines_are_left_whole(text: str) -> None:
    assert split_titles(text, RANKS, is_only_text=True) == (text,)


def test_that_a_long_line_in_capitals_is_cut_behind_its_numerals() -> None:
    names = ["BAKER", "MILLER", "BUTCHER", "COOPER", "WEAVER", "POTTER", "SMITH", "TANNER", "MASON"]
    titles = titles_of([f"MASTER {name}" for name in names], ["@ II", "@ 2"], by_pattern=False)
    assert split_titles("".join(titles), RANKS, is_only_text=True) == tuple(titles)


_WORK = ["Bread Baking", "Pastry", "Tax", "Health & Safety", "Cake Design", "Oven Repair", "VAT"]


@settings(max_examples=examples(60), deadline=None)
@given(
    names=st.lists(st.sampled_from(_WORK), min_size=2, max_size=5, unique=True),
    post=st.sampled_from(["Manager", "Director", "Manager II", "Senior Manager", "VP"]),
    uneven=st.booleans(),
)
def test_that_posts_before_and_behind_are_as_many_titles_as_there_are(
    names: list[str], post: str, uneven: bool
) -> None:
    titles = [one for name in names for one in (f"{post}, {name}", f"{name} {post}")]
    titles = titles[: len(titles) - uneven]
    log = ImportLog()
    found = read_titles(read_lines("".join(titles)), "Bakery Manager", RANKS, log)
    given = [p.replace("{specialty}", one) for one in found.specialties for p in found.patterns]
    assert sorted([*given, *found.others]) == sorted(titles)
    noted = [note for note in log.notes if "cut off" in note]
    missing = (
        f"The list of titles seems to be cut off after “{titles[-1]}”: it has no "
        f"“{names[-1]} {post}”, as it has for {names[-2]}."
    )
    is_noted = len(found.patterns) > 1 and bool(found.others)
    assert noted == ([missing] if is_noted else [])
    assert uneven or not (found.patterns and found.others)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Manager, Bread Baking", ("Manager, Bread Baking",)),
        ("Senior Manager II, Payroll", ("Senior Manager II, Payroll",)),
        ("Manager, Director", ("Manager", "Director")),
        ("Manager, Baker, Miller", ("Manager", "Baker", "Miller")),
        ("Baker, Miller", ("Baker", "Miller")),
    ],
)
def test_that_the_comma_behind_a_single_post_belongs_to_the_title(
    text: str, titles: tuple[str, ...]
) -> None:
    assert read_titles(read_lines(text), "", RANKS, ImportLog()).others == titles
