"""Pasting lines, entries and whole ladders."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.edits.clipboard import (
    pasted_dependencies,
    pasted_left_out,
    pasted_namesakes,
)
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.paste import (
    copy_nodes,
    insert_ladder_parts,
    paste_nodes,
    paste_statements,
    profiles_here,
    split_lines,
)
from laddereditor.edits.structure import add, delete
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from laddereditor.model.resolve import resolved
from laddereditor.model.statement import proficiency_of, skill_of
from tests.edits.samples import DATA_P3, RAW, family, made, profile, sample
from tests.finding import find
from tests.strategies import filled_lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\nTwo", ["One", "Two"]),
        ("One\r\n\r\nTwo\r", ["One", "Two"]),
        ("- One\n* Two\n– Three\n• Four", ["One", "Two", "Three", "Four"]),
        ("•Tight\n•\tTab\n\t•   Deep", ["Tight", "Tab", "Deep"]),
        ("1. One\n2) Two\n(3) Three\na) Four", ["One", "Two", "Three", "Four"]),
        ("\uf0b7\tWord\n\uf0a7 Square", ["Word", "Square"]),
        ("o\tRound\n§   Wingdings", ["Round", "Wingdings"]),
        ("·\xa0\xa0Symbol\n-\xa0Fixed", ["Symbol", "Fixed"]),
        ("\ufeffOne\u200b", ["One"]),
        ("One\vTwo\u2028and three", ["One", "Two\u2028and three"]),
        ("-\n•\n 1.\n", []),
        ("One\tTwo", ["One Two"]),
        ("", []),
    ],
)  # fmt: skip
def test_that_bullets_and_blank_lines_go(text: str, expected: list[str]) -> None:
    assert list(split_lines(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "-5 % faults",
        "3.5 years of work",
        "*args are text",
        "2024. A good year",
        "1.Tight numbers stay",
        "On call (1 in 4)",
        "o one",
        "C# and C++ - both",
        "a. Smith leads",
        "“Quoted” – and dashed",
        "#1 of the team",
        "100) is not a number of a list",
    ],
)
def test_that_text_that_looks_like_a_bullet_stays(text: str) -> None:
    assert split_lines(text) == (text,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.1.\tBakes\n1.2.\tSells\n2.1\tCleans", ["Bakes", "Sells", "Cleans"]),
        ("a.\tBakes\nb.\tSells\nii.\tCleans\n(c) Buys", ["Bakes", "Sells", "Cleans", "Buys"]),
        ("•\tBakes\no Sells\no Cleans", ["Bakes", "Sells", "Cleans"]),
        ("☐ Bakes\n☑ Sells\n[x] Cleans", ["Bakes", "Sells", "Cleans"]),
        ("→ Bakes\n➔ Sells\n» Cleans", ["Bakes", "Sells", "Cleans"]),
        ("•\tBakes\x0bin the night\n•\tSells", ["Bakes in the night", "Sells"]),
        ("Every day\x0b•\tBakes\n•\tSells", ["Every day", "Bakes", "Sells"]),
        ("Bakes\x0bSells", ["Bakes", "Sells"]),
    ],
)
def test_that_lists_of_word_come_without_their_marks(text: str, expected: list[str]) -> None:
    assert list(split_lines(text)) == expected


@pytest.mark.parametrize(
    "text",
    ["o cliente decide", "O negative blood", "2.1 million people", "v. good work", "3\tloaves"],
)
def test_that_words_and_numbers_that_look_like_marks_stay(text: str) -> None:
    plain = text.replace("\t", " ")
    assert split_lines(text) == (plain,)
    assert split_lines(f"• Bakes\n{text}") == ("Bakes", plain)


@given(st.lists(st.from_regex(r"[A-Za-z][a-z0-9 ,.:%/-]{0,20}[a-z]", fullmatch=True), max_size=5))
def test_that_every_bulleted_line_comes_out_as_it_was(statements: list[str]) -> None:
    for bullet in ("• ", "- ", "* ", "1. ", "12) ", "\t", "\uf0b7\t"):
        text = "\r\n".join(bullet + statement for statement in statements)
        assert [" ".join(line.split()) for line in split_lines(text)] == [
            " ".join(statement.split()) for statement in statements
        ]


@given(st.lists(filled_lines, max_size=4))
def test_that_splitting_what_is_split_changes_nothing(some: list[str]) -> None:
    once = split_lines("\n".join(f"• {line}" for line in some))
    assert len(once) <= len(some)
    assert all(line == line.strip() and line for line in once)


def test_that_pasted_lines_become_statements() -> None:
    ladder = sample()
    edit = paste_statements(ladder, DATA_P3, "responsibilities", 1, "• One\n• Two\n")
    after = made(edit, ladder)
    assert profile(after).responsibilities[:4:3] == (
        "Builds pipelines",
        profile(ladder).responsibilities[1],
    )
    assert profile(after).responsibilities[1:3] == ("One", "Two")
    assert edit.label.startswith("Paste 2 lines into Responsibilities of P3")
    after = made(paste_statements(ladder, DATA_P3, "expectations/delivery", -1, "One"), ladder)
    assert profile(after).expectations["delivery"] == ("Ships data", "One")
    after = made(paste_statements(ladder, Address("skills/sql"), "aliases", 0, "One"), ladder)
    assert after.skills[1].aliases == ("One",)


def test_that_lines_pasted_into_skills_find_or_make_them() -> None:
    ladder = sample()
    text = "• Coaching\n• Rust\n• Python\n• rust"
    after = made(paste_statements(ladder, Address("families/web/P1"), "skills", 0, text), ladder)
    assert profile(after, "families/web/P1").skills == ("mentoring", "rust", "python")
    assert [skill.name for skill in after.skills][4:] == ["Rust"]


def test_that_pasting_no_text_or_into_no_list_is_refused() -> None:
    with pytest.raises(EditRefused, match="holds no text"):
        paste_statements(sample(), DATA_P3, "responsibilities", 0, " \n•\n")
    with pytest.raises(EditRefused, match="Summary is not a list"):
        paste_statements(sample(), DATA_P3, "summary", 0, "x")


def test_that_copied_entries_are_plain_values() -> None:
    clipboard = copy_nodes(sample(), [Address("skills/sql"), DATA_P3])
    assert json.loads(json.dumps(clipboard)) == clipboard
    assert [node["kind"] for node in clipboard["nodes"]] == ["skill", "profile"]
    assert clipboard["nodes"][0]["value"] == RAW["skills"][1]


def test_that_a_pasted_entry_gets_its_own_id() -> None:
    ladder = sample()
    edit = paste_nodes(
        ladder, Address("skills/mentoring"), copy_nodes(ladder, [Address("skills/sql")])
    )
    after = made(edit, ladder)
    assert [skill.id for skill in after.skills][:3] == ["mentoring", "sql-copy", "sql"]
    assert after.skills[1].name == "SQL copy"
    assert edit.select == "skills/sql-copy"
    assert edit.label == "Paste skill SQL"


def test_that_control_characters_are_pasted_as_what_they_stand_for_or_left_out() -> None:
    ladder = sample()
    clipboard = copy_nodes(ladder, [Address("skills/sql")])
    clipboard["nodes"][0]["value"] |= {"description": "One\vTwo\x07", "aliases": ["co\x1eop"]}
    after = made(paste_nodes(ladder, Address("skills/mentoring"), clipboard), ladder)
    assert (after.skills[1].description, after.skills[1].aliases) == ("One\nTwo", ("co\u2011op",))
    assert pasted_left_out(clipboard) == "Control characters were left out: BEL."


def test_that_cut_and_paste_keeps_the_id() -> None:
    ladder = sample()
    clipboard = copy_nodes(ladder, [Address("skills/python")])
    cut = made(delete(ladder, [Address("skills/python")]), ladder)
    after = made(paste_nodes(cut, Address("skills/mentoring"), clipboard), cut)
    assert after.skills[1] == ladder.skills[3]


def test_that_several_entries_keep_their_order() -> None:
    ladder = sample()
    clipboard = copy_nodes(ladder, [Address("skills/sql"), Address("skills/python")])
    after = made(paste_nodes(ladder, Address("skills/mentoring"), clipboard), ladder)
    assert [skill.id for skill in after.skills][:4] == [
        "mentoring", "sql-copy", "python-copy", "sql",
    ]  # fmt: skip


@pytest.mark.parametrize("target", ["families/web", "families/web/M1"])
def test_that_a_profile_is_pasted_into_a_family_with_what_it_needs(target: str) -> None:
    ladder = sample()
    after = made(paste_nodes(ladder, Address(target), copy_nodes(ladder, [DATA_P3])), ladder)
    assert find(after, "families/web/P3") == profile(ladder)
    assert [own.id for own in family(after, "web").competencies] == ["stewardship"]
    assert after.competencies == ladder.competencies


def test_that_a_profile_pasted_onto_a_taken_level_takes_the_next() -> None:
    ladder = sample()
    edit = paste_nodes(ladder, DATA_P3, copy_nodes(ladder, [DATA_P3]))
    assert edit.select == "families/data/P1"


def test_that_an_entry_brings_what_another_ladder_lacks() -> None:
    ladder, empty = sample(), Ladder(laddereditor=1)
    after = made(
        paste_nodes(empty, Address(), copy_nodes(ladder, [Address("families/data")])), empty
    )
    assert after.families == (ladder.families[0],)
    assert [level.id for level in after.levels] == ["P2", "P3"]
    assert [skill.id for skill in after.skills] == ["mentoring", "sql", "mentorship"]
    assert [track.id for track in after.tracks] == ["professional"]
    assert [one.id for one in after.competencies] == ["communication", "delivery"]


def test_that_an_own_competency_is_pasted_where_it_is_wanted() -> None:
    ladder = sample()
    own = copy_nodes(ladder, [Address("families/data/competencies/stewardship")])
    edit = paste_nodes(ladder, Address(), own)
    assert edit.select == "competencies/stewardship"
    edit = paste_nodes(
        ladder, Address("families/hr"), copy_nodes(ladder, [Address("competencies/delivery")])
    )
    assert edit.select == "families/hr/competencies/delivery-2"


def test_that_a_competency_that_came_with_its_level_stays_with_the_ladder() -> None:
    ladder, empty = sample(), Ladder(laddereditor=1)
    empty = made(add(empty, Address(), "family", values={"name": "Own"}), empty)
    clipboard = copy_nodes(ladder, [Address("competencies/delivery"), Address("levels/P3")])
    after = made(paste_nodes(empty, Address("families/own"), clipboard), empty)
    assert [one.id for one in after.competencies] == ["communication", "delivery"]
    assert after.families == empty.families
    clipboard = copy_nodes(ladder, [Address("competencies/delivery"), DATA_P3])
    after = made(paste_nodes(empty, Address("families/own"), clipboard), empty)
    assert {one.id for one in after.competencies} == {"communication", "delivery"}
    assert [one.id for one in after.families[0].competencies] == ["stewardship"]


def test_that_a_familys_own_id_is_no_hindrance_to_the_ladder() -> None:
    ladder, other = sample(), Ladder(laddereditor=1)
    clipboard = copy_nodes(ladder, [Address("families/data/competencies/stewardship")])
    other = evolve(other, families=(ladder.families[0],), levels=ladder.levels)
    assert paste_nodes(other, Address(), clipboard).select == "competencies/stewardship"


@pytest.mark.parametrize(
    "clipboard",
    [
        {},
        {"nodes": []},
        {"nodes": "text"},
        {"nodes": [{"kind": "planet", "value": {}}]},
        {"nodes": [{"kind": "skill", "value": {"id": 3}}]},
        {"nodes": [3]},
    ],
)
def test_that_a_clipboard_without_entries_is_refused(clipboard: dict[str, Any]) -> None:
    with pytest.raises(EditRefused, match="no parts of a ladder"):
        paste_nodes(sample(), Address(), clipboard)


def test_that_a_profile_needs_a_family_to_go_to() -> None:
    ladder = sample()
    with pytest.raises(EditRefused, match="Select the family"):
        paste_nodes(ladder, Address("skills/sql"), copy_nodes(ladder, [DATA_P3]))


PAGE: dict[str, Any] = {
    "laddereditor": 1,
    "tracks": [{"id": "ic", "code": "P", "name": "Individual"}],
    "factors": [{"id": "scope", "name": "Scope"}, {"id": "reach", "name": "IMPACT"}],
    "competencies": [{"id": "talk", "name": "communication"}],
    "levels": [
        {
            "id": "P2",
            "name": "Other",
            "track": "ic",
            "summary": "Grows",
            "factors": {"scope": "Parts", "reach": "Team"},
            "expectations": {"talk": ["Listens"]},
            "experience": {"min": 2},
            "title_patterns": ["{specialty} II"],
        },
        {"id": "P4", "name": "Lead", "track": "ic"},
    ],
    "skills": [{"id": "coach", "name": "coaching"}, {"id": "go", "name": "Go"}],
    "families": [
        {
            "id": "web",
            "name": "Web Engineer",
            "specialties": ["Frontend"],
            "profiles": [{"level": "P2", "skills": ["coach", "go"]}, {"level": "P4"}],
        }
    ],
}


def page() -> Ladder:
    return Ladder.model_validate(PAGE)


def test_that_a_page_joins_a_ladder_by_ids_and_names() -> None:
    ladder = sample()
    edit = insert_ladder_parts(ladder, page())
    after = made(edit, ladder)
    assert after.tracks == ladder.tracks
    assert after.factors == ladder.factors
    assert after.competencies == ladder.competencies
    assert [level.id for level in after.levels] == ["P1", "P2", "P3", "P4", "M1", "M2"]
    assert after.levels[3].track == "professional"
    assert [skill.id for skill in after.skills][4:] == ["go"]
    assert [one.level for one in family(after, "web").profiles] == ["P1", "P2", "P4", "M1"]
    assert profile(after, "families/web/P2").skills == ("mentoring", "go")
    assert after.families[0] is ladder.families[0]
    assert edit.moved == {}
    assert edit.select == "families/web/P2"
    assert edit.label == "Import 2 profiles"


def test_that_an_imported_profile_still_says_what_its_page_said() -> None:
    ladder, there = sample(), page()
    after = made(insert_ladder_parts(ladder, there), ladder)
    web = family(after, "web")
    now = resolved(after, web, profile(after, "families/web/P2"))
    assert now.summary.value == "Grows"
    assert {key: held.value for key, held in now.factors.items() if held.value} == {
        "scope": "Parts",
        "impact": "Team",
    }
    assert now.expectations["communication"].value == ("Listens",)
    assert now.experience.value == there.levels[0].experience
    assert [title.value for title in now.titles] == ["Frontend II"]
    assert after.levels[1] is ladder.levels[1]


def test_that_importing_twice_changes_nothing() -> None:
    ladder = sample()
    once = made(insert_ladder_parts(ladder, page()), ladder)
    assert made(insert_ladder_parts(once, page()), once) is once


def test_that_a_family_with_another_profile_for_the_level_comes_in_beside() -> None:
    ladder = made(
        add(sample(), Address("families/web"), "profile", values={"level": "P2"}), sample()
    )
    edit = insert_ladder_parts(ladder, page())
    after = made(edit, ladder)
    assert family(after, "web") is family(ladder, "web")
    new = after.families[-1]
    assert (new.id, new.name) == ("web-engineer-2", "Web Engineer 2")
    assert [one.level for one in new.profiles] == ["P2", "P4"]


def with_other_p2(ladder: Ladder) -> Ladder:
    values = {
        "level": "P2",
        "summary": "Own",
        "responsibilities": ["Builds pages", {"text": "Ships fast", "examples": ["A form"]}],
        "skills": [{"skill": "mentoring", "proficiency": "working"}],
        "factors": {"impact": "Own reach"},
        "pay": {"note": "Own", "ranges": [{"market": "US", "currency": "USD", "min": 1}]},
        "titles": ["Web Smith"],
        "flsa": "exempt",
    }
    return made(add(ladder, Address("families/web"), "profile", values=values), ladder)


def page_with(**values: Any) -> Ladder:
    raw = json.loads(json.dumps(PAGE))
    raw["families"][0]["profiles"][0].update(values)
    return Ladder.model_validate(raw)


def test_that_a_profile_of_the_same_family_and_level_is_reported() -> None:
    ladder = sample()
    assert profiles_here(ladder, page()) == ()
    (here,) = profiles_here(with_other_p2(ladder), page())
    assert (here.family, here.level, here.address) == ("Web Engineer", "P2", "families/web/P2")


def test_that_a_profile_joined_with_the_one_that_is_there_loses_nothing() -> None:
    ladder = with_other_p2(sample())
    there = page_with(
        responsibilities=["Ships fast!", "Plans ahead"],
        pay={"ranges": [{"market": "US", "currency": "USD", "max": 9}, {"market": "DE"}]},
    )
    after = made(insert_ladder_parts(ladder, there, taken="join"), ladder)
    assert len(after.families) == len(ladder.families)
    now = profile(after, "families/web/P2")
    assert now.summary == "Grows"
    assert list(to_raw(now)["responsibilities"]) == [
        "Builds pages",
        {"text": "Ships fast!", "examples": ["A form"]},
        "Plans ahead",
    ]
    assert [skill_of(use) for use in now.skills] == ["mentoring", "go"]
    assert proficiency_of(now.skills[0]) == "working"
    assert now.factors["impact"] == "Team"
    assert now.pay is not None
    assert now.pay.note == "Own"
    assert [(r.market, r.min, r.max) for r in now.pay.ranges] == [("US", 1, 9), ("DE", None, None)]
    assert "Web Smith" in now.titles
    assert now.flsa == "exempt"


def test_that_a_family_that_is_joined_keeps_what_it_says() -> None:
    ladder = with_other_p2(sample())
    raw = json.loads(json.dumps(PAGE))
    raw["families"][0].update(summary="Other", specialties=["Frontend", "Motion"])
    there = Ladder.model_validate(raw)
    web = family(made(insert_ladder_parts(ladder, there, taken="join"), ladder), "web")
    before = family(ladder, "web")
    assert (web.name, web.summary) == (before.name, before.summary or "Other")
    assert web.specialties[: len(before.specialties)] == before.specialties
    assert "Motion" in web.specialties


def test_that_what_was_joined_already_is_asked_of_no_more_and_comes_in_no_second_time() -> None:
    ladder = with_other_p2(sample())
    once = made(insert_ladder_parts(ladder, page(), taken="join"), ladder)
    assert profiles_here(once, page()) == ()
    assert made(insert_ladder_parts(once, page()), once) is once


def test_that_a_page_goes_into_the_family_chosen_for_it() -> None:
    ladder = sample()
    after = made(insert_ladder_parts(ladder, page(), into=Address("families/hr")), ladder)
    assert [one.level for one in family(after, "hr").profiles] == ["P2", "P4"]
    with pytest.raises(EditRefused, match="Data Engineer already has a profile for P2"):
        insert_ladder_parts(ladder, page(), into=Address("families/data"))
    with pytest.raises(EditRefused, match="only go into a family"):
        insert_ladder_parts(ladder, page(), into=Address("levels/P3"))


def test_that_a_page_fills_an_empty_ladder() -> None:
    empty = Ladder(laddereditor=1)
    after = made(insert_ladder_parts(empty, page()), empty)
    assert after == evolve(page())


def test_that_levels_of_one_name_stay_two() -> None:
    ladder, there = sample(), page()
    twins = evolve(there, levels=tuple(evolve(level, name="Entry") for level in there.levels))
    after = made(insert_ladder_parts(ladder, twins), ladder)
    assert [one.level for one in family(after, "web").profiles].count("P1") == 1


def test_that_two_levels_with_the_name_of_one_stay_two() -> None:
    ladder, there = sample(), page()
    levels = [
        evolve(level, id=key, name="Entry")
        for level, key in zip(there.levels, ("X1", "X2"), strict=True)
    ]
    bare = evolve(there, levels=tuple(levels), families=())
    after = made(insert_ladder_parts(ladder, bare), ladder)
    assert [level.id for level in after.levels if level.id not in ("P2", "P3", "M1", "M2")] == [
        "P1",
        "X2",
    ]


# -- order of what comes along ----------------------------------------------------------------


def _scale(*steps: str, asked: str = "") -> Ladder:
    """Return a ladder with these proficiencies, and a family that asks for one of them."""
    kinds = [{"id": step, "name": step.title()} for step in steps]
    use = [{"skill": "sql", "proficiency": asked}] if asked else []
    return Ladder.model_validate(
        {
            "laddereditor": 1,
            "id": "scale",
            "tracks": [{"id": "professional", "code": "P", "name": "Professional"}],
            "proficiencies": kinds,
            "levels": [{"id": "P1", "name": "Entry", "track": "professional"}],
            "skills": [{"id": "sql", "name": "SQL"}] if asked else [],
            "families": [
                {"id": "data", "name": "Data", "profiles": [{"level": "P1", "skills": use}]}
            ]
            if asked
            else [],
        }
    )


@pytest.mark.parametrize(
    ("here", "there", "asked", "after"),
    [
        ("working expert", "working advanced expert", "advanced", "working advanced expert"),
        ("basic expert", "working advanced expert", "working", "basic working expert"),
        ("expert", "basic working expert", "basic", "basic expert"),
        ("expert master", "working expert", "working", "working expert master"),
        ("other", "working expert", "working", "other working"),
        ("", "working expert", "expert", "expert"),
        ("working", "basic working advanced expert", "expert", "working expert"),
    ],
)
def test_that_a_pasted_family_keeps_the_order_of_the_scale(
    here: str, there: str, asked: str, after: str
) -> None:
    target, source = _scale(*here.split()), _scale(*there.split(), asked=asked)
    edit = paste_nodes(target, Address(), copy_nodes(source, [Address("families/data")]))
    assert [one.id for one in edit.change(target).proficiencies] == after.split()


def test_that_an_imported_scale_is_put_among_the_steps_that_are_here() -> None:
    target = _scale("working", "expert")
    source = _scale("basic", "working", "advanced", "expert", "master", asked="advanced")
    after = insert_ladder_parts(target, source).change(target)
    assert [one.id for one in after.proficiencies] == [
        "basic",
        "working",
        "advanced",
        "expert",
        "master",
    ]


def test_that_a_paste_says_what_is_taken_with_it() -> None:
    target, source = _scale("working", "expert"), _scale("working", "advanced", asked="advanced")
    clipboard = copy_nodes(source, [Address("families/data")])
    assert pasted_dependencies(target, clipboard) == "proficiency Advanced and skill SQL"
    assert pasted_dependencies(source, clipboard) == ""


@pytest.mark.parametrize(
    ("name", "aliases", "reported"),
    [
        ("SQL", [], ""),
        ("sql ", [], ""),
        ("Databases", ["SQL"], ""),
        ("Sales", [], "In this ladder, skill SQL is Sales: check what refers to it."),
    ],
)
def test_that_a_paste_says_what_has_another_name_here(
    name: str, aliases: list[str], reported: str
) -> None:
    source = _scale("working", asked="working")
    clipboard = copy_nodes(source, [Address("families/data")])
    skill = evolve(source.skills[0], name=name, aliases=aliases)
    assert pasted_namesakes(evolve(source, skills=(skill,)), clipboard) == reported


def test_that_entries_copied_by_an_older_version_are_pasted() -> None:
    target, source = _scale("working"), _scale("working", "advanced", asked="advanced")
    clipboard = {**copy_nodes(source, [Address("families/data")]), "orders": None}
    after = paste_nodes(target, Address(), clipboard).change(target)
    assert [one.id for one in after.proficiencies] == ["working", "advanced"]
