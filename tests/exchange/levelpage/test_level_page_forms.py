"""The forms that a level page comes in: headings, bullets, parts that nobody knows."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples

from laddereditor.edits.reading.conventions import Conventions, PersonLocale
from laddereditor.exchange.importer import ImportResult
from laddereditor.exchange.registry import import_text
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience, Level
from laddereditor.model.pay import Pay, PayRange
from laddereditor.model.statement import ExampledStatement

Read = Callable[[str], ImportResult]

SMALL = "M2 — Shift Manager\nHead Baker\nRuns one oven line.\n"


def level_of(ladder: Ladder) -> Level:
    return ladder.levels[0]


def profile_of(ladder: Ladder) -> Profile:
    return ladder.families[0].profiles[0]


def family_of(ladder: Ladder) -> Family:
    return ladder.families[0]


def test_that_a_page_about_another_job_is_read_whole(baker: str, read: Read) -> None:
    result = read(baker)
    ladder = result.ladder
    assert result.not_understood == ()
    assert (ladder.tracks[0].id, ladder.tracks[0].code) == ("management", "M")
    assert [factor.id for factor in ladder.factors] == ["scope", "decision-rights", "reach"]
    assert level_of(ladder).factors["reach"] == "The crew and the shop next door"
    assert level_of(ladder).experience == Experience(min=2, max=4)
    assert [skill.id for skill in ladder.skills] == ["dough-lamination", "c-plus-plus", "c-sharp"]
    assert level_of(ladder).title_patterns == (
        "{specialty} II",
        "{specialty} 2",
        "Shift {specialty}",
    )
    assert family_of(ladder).specialties == ("Pastry", "Bread")
    assert profile_of(ladder).titles == ("Oven Captain",)
    assert profile_of(ladder).title == "Senior Pastry Baker II"
    assert (family_of(ladder).id, family_of(ladder).name) == ("pastry-baker", "Pastry Baker")
    (occupation,) = family_of(ladder).occupations
    assert (occupation.scheme, occupation.code) == ("onet-soc", "51-3011.00")
    assert (occupation.title, occupation.inferred) == ("Bakers", False)
    pay = profile_of(ladder).pay
    assert pay is not None and pay.status == "withheld"


@pytest.mark.parametrize(
    "heading",
    [
        "What you'd do",
        "WHAT YOU’D DO:",
        "## What you'd do",
        "**What you'd do**",
        "### **What you’d do:** ",
        "What you`d do",
        "What youd do",
        "__What you'd do__",
        "Key responsibilities",
    ],
)
def test_that_headings_are_matched_tolerantly(heading: str, read: Read) -> None:
    result = read(f"{SMALL}{heading}\n- Bakes\nSkills, Knowledge and Tools\n- Sifting\n")
    assert profile_of(result.ladder).responsibilities == ("Bakes",)
    assert [skill.name for skill in result.ladder.skills] == ["Sifting"]


@pytest.mark.parametrize("mark", ["-", "*", "•", "–", "●", "1.", "12)", "- [ ]", "•\t", "  -"])
def test_that_bullets_of_many_kinds_are_taken_off(mark: str, read: Read) -> None:
    result = read(f"{SMALL}What you'd do\n{mark} Bakes 2 kinds\n{mark} Cleans\n")
    assert profile_of(result.ladder).responsibilities == ("Bakes 2 kinds", "Cleans")


def test_that_a_list_without_bullets_is_one_item_a_line(read: Read) -> None:
    result = read(f"{SMALL}What you'd do\nBakes\nCleans the oven\nWrites the rota\n")
    assert profile_of(result.ladder).responsibilities == (
        "Bakes",
        "Cleans the oven",
        "Writes the rota",
    )


def test_that_wrapped_items_are_joined_and_items_below_become_examples(read: Read) -> None:
    items = "- Bakes bread\n  for the town\n- Plans\n  - the rota\n  - the flour\n"
    text = f"{SMALL}What you'd do\n{items}"
    assert profile_of(read(text).ladder).responsibilities == (
        "Bakes bread for the town",
        ExampledStatement(text="Plans", examples=("the rota", "the flour")),
    )


@pytest.mark.parametrize(
    ("heading", "address"),
    [
        ("Who you meet", "bullets"),
        ("## Who you meet", "markdown"),
        ("**Who you meet**", "bold"),
    ],
)
def test_that_an_unknown_heading_is_listed_with_its_lines(
    heading: str, address: str, read: Read
) -> None:
    text = (
        f"{SMALL}What you'd do\n- Bakes\n{heading}\n- The miller\n- The mayor\nSkills\n- Sifting\n"
    )
    result = read(text)
    assert [entry.line for entry in result.not_understood] == [6, 7, 8]
    assert all("Who you meet" in entry.reason for entry in result.not_understood), address
    assert result.not_understood[1].text == "- The miller"
    assert profile_of(result.ladder).responsibilities == ("Bakes",)
    assert profile_of(result.ladder).skills == ("sifting",)


def test_that_an_unknown_heading_between_paragraphs_is_seen(read: Read) -> None:
    text = f"{SMALL}What it pays\nThe figures are withheld.\nOther benefits\nFree bread for all.\n"
    result = read(text)
    pay = profile_of(result.ladder).pay
    assert pay is not None and pay.note == "The figures are withheld."
    assert [entry.line for entry in result.not_understood] == [6, 7]


def test_that_a_heading_set_apart_in_a_list_without_bullets_is_seen(read: Read) -> None:
    text = f"{SMALL}What you'd do\nBakes\nCleans\n\nWho you meet\nThe miller\n"
    result = read(text)
    assert profile_of(result.ladder).responsibilities == ("Bakes", "Cleans")
    assert [entry.line for entry in result.not_understood] == [8, 9]


def test_that_terms_and_texts_are_paired_in_every_form(read: Read) -> None:
    pairs = [("Scope", "One oven"), ("Reach", "One town"), ("Autonomy", "Free hand")]
    alternating = "\n".join(f"- {term}\n- {text}" for term, text in pairs)
    inline = "\n".join(f"- **{term}:** {text}" for term, text in pairs)
    dashed = "\n".join(f"{term} — {text}" for term, text in pairs)
    marked = "\n".join(f"### {term}\n{text}" for term, text in pairs)
    for form in (alternating, inline, dashed, marked):
        result = read(f"{SMALL}## What this level means\nLeads a crew.\n{form}\n")
        level = level_of(result.ladder)
        assert level.summary == "Leads a crew."
        assert dict(level.factors) == {term.lower(): text for term, text in pairs}
        assert [factor.name for factor in result.ladder.factors] == [term for term, _ in pairs]


def test_that_a_term_without_text_does_not_shift_the_others(read: Read) -> None:
    text = f"{SMALL}What this level means\n- Scope\n- Autonomy\n- Free hand\n- Impact\n"
    result = read(text)
    assert dict(level_of(result.ladder).factors) == {"autonomy": "Free hand"}
    assert [entry.line for entry in result.not_understood] == [5, 8]


def test_that_a_term_that_comes_twice_keeps_its_first_text(read: Read) -> None:
    text = f"{SMALL}What this level means\n- Scope\n- One oven\n- Scope\n- Two ovens\n"
    result = read(text)
    assert dict(level_of(result.ladder).factors) == {"scope": "One oven"}
    assert [entry.line for entry in result.not_understood] == [7, 8]


def test_that_experience_that_is_no_range_is_not_understood(read: Read) -> None:
    text = (
        f"{SMALL}What this level means\n- Scope\n- One oven\n- Typical experience\n- It depends\n"
    )
    result = read(text)
    assert level_of(result.ladder).experience is None
    assert [entry.line for entry in result.not_understood] == [7, 8]


def test_that_typical_experience_may_be_a_heading_of_its_own(read: Read) -> None:
    text = f"{SMALL}What you'd do\n- Bakes\nTypical experience\n6 to 9 years\nSkills\n- Sifting\n"
    assert level_of(read(text).ladder).experience == Experience(min=6, max=9)


@pytest.mark.parametrize(
    ("first", "code", "name"),
    [
        ("M2M2 — Shift Manager", "M2", "Shift Manager"),
        ("M2 - Shift Manager", "M2", "Shift Manager"),
        ("M2–Shift Manager", "M2", "Shift Manager"),
        ("Level M2: Shift Manager", "M2", "Shift Manager"),
        ("# M2 — Shift Manager", "M2", "Shift Manager"),
        ("M2\nM2 — Shift Manager", "M2", "Shift Manager"),
        ("Shift Manager (M2)", "M2", "Shift Manager"),
        ("IC11IC11 — Oven Fellow", "IC11", "Oven Fellow"),
        ("M2", "M2", ""),
    ],
)
def test_that_the_code_line_is_read_in_every_form(
    first: str, code: str, name: str, read: Read
) -> None:
    ladder = read(f"{first}\nHead Baker\nRuns one line.\nSkills\n- Sifting\n").ladder
    assert (level_of(ladder).id, level_of(ladder).name) == (code, name)
    assert (profile_of(ladder).level, profile_of(ladder).title) == (code, "Head Baker")
    assert profile_of(ladder).summary == "Runs one line."


def test_that_a_title_right_above_the_code_is_taken(read: Read) -> None:
    head = "Careers\nHead Baker\nM2 — Shift Manager\nRuns one oven line, day by day.\n"
    text = f"{head}Skills\n- Sifting\n"
    result = read(text)
    assert profile_of(result.ladder).title == "Head Baker"
    assert [entry.line for entry in result.not_understood] == [1]


@pytest.mark.parametrize(
    ("code", "track", "name"),
    [
        ("P1", "professional", "Professional"),
        ("S2", "support", "Support"),
        ("E1", "executive", "Executive"),
        ("IC3", "ic", "IC"),
    ],
)
def test_that_the_track_follows_from_the_letters(
    code: str, track: str, name: str, read: Read
) -> None:
    ladder = read(f"{code} — Baker\nHead Baker\nSkills\n- Sifting\n").ladder
    assert (ladder.tracks[0].id, ladder.tracks[0].name) == (track, name)
    assert level_of(ladder).track == track


def test_that_a_page_without_a_head_gets_a_level_and_says_so(read: Read) -> None:
    result = read("What you'd do\n- Bakes\nSkills\n- Sifting\n")
    assert level_of(result.ladder).id == profile_of(result.ladder).level
    assert level_of(result.ladder).track == result.ladder.tracks[0].id
    assert any("no level code" in note for note in result.notes)
    assert any("does not say which family" in note for note in result.notes)


def test_that_a_second_page_is_left_to_an_import_of_its_own(baker: str, read: Read) -> None:
    result = read(f"{baker}\nM3M3 — Hall Manager\nSkills\n- Rye\n")
    first = len(baker.splitlines()) + 2
    assert [entry.line for entry in result.not_understood] == [first, first + 1, first + 2]
    assert "rye" not in profile_of(result.ladder).skills


def test_that_skills_get_unique_ids_and_a_repeated_name_is_one_skill(read: Read) -> None:
    result = read(f"{SMALL}Skills\n- R&D\n- R and D\n- Dough/crust\n- dough crust\n- r&d\n- 数据\n")
    assert [skill.id for skill in result.ladder.skills] == [
        "r-and-d",
        "r-and-d-2",
        "dough-crust",
        "dough-crust-2",
        "skill",
    ]
    assert profile_of(result.ladder).skills == tuple(skill.id for skill in result.ladder.skills)
    assert any("is twice" in note for note in result.notes)


def test_that_a_stray_line_in_a_list_with_bullets_is_not_understood(read: Read) -> None:
    result = read(f"{SMALL}What you'd do\n- Bakes\nShow more\n\nSkills\n---\n- Sifting\n-\n")
    assert [entry.line for entry in result.not_understood] == [6, 9, 11]
    assert profile_of(result.ladder).responsibilities == ("Bakes",)


def test_that_skills_in_one_line_are_split(read: Read) -> None:
    for line in ("Sifting, Rye, Salt", "Sifting | Rye | Salt", "Sifting · Rye · Salt"):
        ladder = read(f"{SMALL}Skills\n{line}\n").ladder
        assert [skill.name for skill in ladder.skills] == ["Sifting", "Rye", "Salt"]


@pytest.mark.parametrize(
    ("text", "ranges", "note"),
    [
        ("USD 100,000 – 160,000", [("", "USD", 100000, None, 160000)], ""),
        ("$100,000–$130,000–$160,000", [("", "USD", 100000, 130000, 160000)], ""),
        ("Germany: €55.000 – €70.000 per year", [("Germany", "EUR", 55000, None, 70000)], ""),
        ("£45k–60k", [("", "GBP", 45000, None, 60000)], ""),
        ("CHF 100'000 to CHF 120'000", [("", "CHF", 100000, None, 120000)], ""),
        ("100 000 - 160 000 SEK", [("", "SEK", 100000, None, 160000)], ""),
        (
            "We pay USD 90,000 – 95,000 here.",
            [("", "USD", 90000, None, 95000)],
            "We pay USD 90,000 – 95,000 here.",
        ),
        ("USD 3,000 – 4,000 a month", [], "USD 3,000 – 4,000 a month"),
        ("USD 160,000 – 100,000", [], "USD 160,000 – 100,000"),
        ("Grades 7 – 9", [], "Grades 7 – 9"),
    ],
)
def test_that_pay_ranges_are_read_and_other_words_kept(
    text: str, ranges: list[tuple[str, str, int, int | None, int]], note: str, read: Read
) -> None:
    pay = profile_of(read(f"{SMALL}What it pays\n{text}\n").ladder).pay
    assert pay is not None
    assert pay.ranges == tuple(
        PayRange(market=market, currency=currency, min=low, mid=mid, max=high)
        for market, currency, low, mid, high in ranges
    )
    assert (pay.note, pay.status) == (note, "published" if ranges else "")


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("Benchmarks are being recalibrated.", "recalibrating"),
        ("Ranges are being reviewed.", "recalibrating"),
        ("Pay is not publicly disclosed.", "withheld"),
        ("Confidential", "withheld"),
        ("Ask your manager.", ""),
    ],
)
def test_that_the_pay_status_follows_from_the_note(note: str, status: str, read: Read) -> None:
    pay = profile_of(read(f"{SMALL}What it pays\n{note}\n").ladder).pay
    assert pay is not None
    assert (pay.status, pay.note) == (status, note)


def test_that_several_occupation_codes_are_read(read: Read) -> None:
    text = f"{SMALL}SOC: 51-3011 Bakers (Inferred); 35-1011 – Chefs\n43-9061.00\nnone of these\n"
    result = read(text)
    found = [(one.code, one.title, one.inferred) for one in family_of(result.ladder).occupations]
    assert found == [
        ("51-3011", "Bakers", True),
        ("35-1011", "Chefs", False),
        ("43-9061.00", "", False),
    ]
    assert [entry.line for entry in result.not_understood] == [6]


@pytest.mark.parametrize("between", ["", "\n", "\nSome line\n"])
def test_that_the_code_of_another_level_above_the_page_is_not_taken(
    baker: str, read: Read, between: str
) -> None:
    plain = read(baker).ladder
    result = read(f"P3P3 — Q\n{between}{baker}")
    assert result.ladder == plain
    assert {entry.text for entry in result.not_understood} >= {"P3P3 — Q"}


def test_that_a_title_with_a_number_is_not_taken_for_a_code(read: Read) -> None:
    profile = profile_of(read("P3 — Baker\nL2 Support Baker\nBakes.\nSkills\n- Sifting\n").ladder)
    assert (profile.level, profile.title) == ("P3", "L2 Support Baker")


JUNK = [
    "---",
    "# Else",
    "**Bold**",
    "Some line",
    "lower line",
    "  - deeper",
    "- x",
    "P3P3 — Q",
    "",
    " ",
]


@settings(max_examples=examples(100), deadline=None)
@given(data=st.data())
def test_that_junk_between_the_lines_never_makes_a_line_vanish(
    baker: str, read: Read, data: st.DataObject
) -> None:
    lines = baker.splitlines()
    for line in data.draw(st.lists(st.sampled_from(JUNK), max_size=8)):
        lines.insert(data.draw(st.integers(0, len(lines))), line)
    read("\n".join(lines))


def test_that_pay_is_read_by_its_currency_and_by_how_the_person_writes() -> None:
    page = f"{SMALL}What it pays\n{{}}\n"
    german = Conventions(locale=PersonLocale(".", "day"))

    def pay(text: str) -> Pay:
        found = profile_of(import_text(page.format(text), conventions=german).ladder).pay
        assert found is not None
        return found

    assert pay("USD 100,000 – 160,000").ranges[0].max == 160000
    assert pay("100.000 – 160.000 EUR").ranges[0].max == 160000
    assert not pay("€100,000 – €160,000").ranges  # the person would have written stops
