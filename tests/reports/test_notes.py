"""The change note: what is told to whom, and in which words."""

from typing import Any

import pytest

from laddereditor.compare.diff.diffing import diff
from laddereditor.model.ladder import Ladder
from laddereditor.reports.notes.note import (
    NOTHING,
    Note,
    change_note,
    families_in,
    note_for_family,
    summary_of,
)
from laddereditor.reports.notes.note_html import note_html, note_table
from laddereditor.reports.notes.note_items import NoteItem
from laddereditor.reports.notes.note_markdown import note_markdown
from laddereditor.reports.notes.note_text import note_text

PAY = {"ranges": [{"currency": "EUR", "min": 30000, "mid": 35000, "max": 40000}]}


def raw() -> dict[str, Any]:
    shop = {
        "id": "shop",
        "name": "Shop",
        "profiles": [
            {
                "level": "P1",
                "titles": ["Agent"],
                "responsibilities": ["Greets people at the door", "Counts the till_tape (daily)"],
                "pay": PAY,
            },
            {"level": "P2", "responsibilities": ["Plans the shifts"]},
            {"level": "P3", "responsibilities": ["Chooses suppliers of flour", "Trains others"]},
        ],
    }
    bakery = {
        "id": "bakery",
        "name": "Bakery",
        "profiles": [{"level": "P2", "responsibilities": ["Bakes bread"]}],
    }
    return {
        "laddereditor": 1,
        "name": "Corner shop",
        "tracks": [{"id": "ic", "name": "Individual"}],
        "levels": [
            {"id": "P1", "name": "Starter", "track": "ic", "grade": "7"},
            {"id": "P2", "name": "Worker", "track": "ic"},
            {"id": "P3", "name": "Senior", "track": "ic"},
        ],
        "families": [shop, bakery],
    }


def profile(ladder: dict[str, Any], number: int) -> Any:
    return ladder["families"][0]["profiles"][number]


def note(new: dict[str, Any], old: dict[str, Any] | None = None) -> Note:
    before, after = (Ladder.model_validate(one) for one in (old or raw(), new))
    return change_note(diff(before, after), before, after)


def items(found: Note) -> list[tuple[str, str, NoteItem]]:
    return [
        (section.heading, part.level, item)
        for section in found.sections
        for part in section.parts
        for item in part.items
    ]


def words(found: Note) -> list[tuple[str, str, str]]:
    return [(heading, level, item.line) for heading, level, item in items(found)]


def test_that_another_title_is_reported_as_one_change() -> None:
    new = raw()
    profile(new, 0)["titles"] = ["Assistant"]
    assert words(note(new)) == [("Shop", "P1", "Common title: Agent → Assistant")]


def test_that_several_other_titles_are_reported_one_by_one() -> None:
    new = raw()
    profile(new, 0)["titles"] = ["Assistant", "Helper", "Porter"]
    assert {reported for _, _, reported in words(note(new))} == {
        "Common title added",
        "Common title removed",
    }


def test_that_changed_pay_is_reported_with_the_amounts() -> None:
    new = raw()
    profile(new, 0)["pay"] = {
        "ranges": [{"currency": "EUR", "min": 27000, "mid": 31500, "max": 36000}]
    }
    ((heading, level, reported),) = words(note(new))
    assert (heading, level) == ("Shop", "P1")
    amounts = "30,000 – 35,000 – 40,000 EUR → 27,000 – 31,500 – 36,000 EUR"
    assert reported == f"Pay lowered: {amounts}"


def test_that_pay_names_its_market_and_what_happened_to_it() -> None:
    new = raw()
    spain = {"market": "Spain", "currency": "EUR", "min": 20000}
    profile(new, 0)["pay"] = {"ranges": [*PAY["ranges"], spain]}
    ((_, _, item),) = items(note(new))
    assert (item.line, item.before, item.now) == ("Pay in Spain added", "", "20,000 EUR")
    assert [line for _, _, line in words(note(raw(), new))] == ["Pay in Spain removed"]


def test_that_a_new_level_and_a_new_profile_are_said_to_be_new_under_their_names() -> None:
    new = raw()
    new["levels"].insert(2, {"id": "P2S", "name": "Advanced", "track": "ic"})
    added = {"level": "P2S", "title": "Advanced Agent", "responsibilities": ["Trains two agents"]}
    new["families"][0]["profiles"].insert(2, added)
    assert words(note(new)) == [
        ("For every family", "P2S", "This level is new"),
        ("Shop", "P2S", "This profile is new"),
    ]
    gone = note(raw(), new)
    assert {line for _, _, line in words(gone)} == {
        "This level was removed",
        "This profile was removed",
    }
    headings = [part.heading for section in gone.sections for part in section.parts]
    assert headings == ["Level P2S Advanced", "P2S Advanced Agent"]


def test_that_another_grade_and_another_level_code_are_reported_to_every_family() -> None:
    new = raw()
    new["levels"][0]["grade"] = "6"
    new["levels"][2]["id"] = profile(new, 2)["level"] = "P4"
    assert words(note(new)) == [
        ("For every family", "P1", "Pay grade: 7 → 6"),
        ("For every family", "P4", "Level code: P3 → P4"),
    ]


def test_that_a_corrected_slip_in_a_name_is_not_reported_and_another_sign_of_a_grade_is() -> None:
    new, old = raw(), raw()
    old["families"][0]["function"], new["families"][0]["function"] = "Retial", "Retail"
    assert words(note(new, old)) == []
    old["levels"][0]["grade"], new["levels"][0]["grade"] = "7a", "7b"
    assert words(note(new, old)) == [("For every family", "P1", "Pay grade: 7a → 7b")]


def test_that_what_only_editors_see_is_not_reported() -> None:
    new = raw()
    new["families"][0]["notes"] = profile(new, 0)["notes"] = "Ask the council"
    new["families"][0]["status"] = "draft"
    assert note(new).sections == ()
    assert note(new).lead == (NOTHING,)


def test_that_a_moved_statement_is_reported_at_both_levels() -> None:
    new = raw()
    moved = profile(new, 2)["responsibilities"].pop(0)
    profile(new, 1)["responsibilities"].append(moved)
    reported = {(level, item.meaning): item for _, level, item in items(note(new))}
    assert set(reported) == {("P2", "More is asked for"), ("P3", "Less is asked for")}
    assert reported["P2", "More is asked for"].now == moved
    assert reported["P3", "Less is asked for"].before == moved
    assert reported["P3", "Less is asked for"].words == "Responsibility moved to P2"
    assert reported["P2", "More is asked for"].words == "Responsibility moved here from P3"


def unclear() -> dict[str, Any]:
    new = raw()
    profile(new, 0)["responsibilities"][0] = "Greets all people at the door in their language"
    return new


def test_that_an_unknown_effect_claims_nothing_and_shows_before_and_now() -> None:
    found = note(unclear())
    ((_, _, item),) = items(found)
    assert item.sense == "unclear"
    assert item.meaning == ""
    assert (item.before, item.now) == (
        "Greets people at the door",
        "Greets all people at the door in their language",
    )
    for written in (note_text(found), note_markdown(found), note_html(found), note_table(found)):
        assert "may ask for more" not in written


def test_that_before_and_now_stand_apart_in_every_format() -> None:
    found = note(unclear())
    text = note_text(found)
    assert "  Before: Greets people at the door\n  Now: Greets all people" in text
    page = note_html(found)
    assert page.index("Before: ") < page.index("Now: ")
    assert "</del><ins>" not in page


def test_that_plain_text_has_no_signs_of_markdown() -> None:
    new = raw()
    profile(new, 0)["responsibilities"][1] = "Counts the till_tape (daily) and 2 * 3 [boxes] #1"
    assert "Counts the till_tape (daily) and 2 * 3 [boxes] #1" in note_text(note(new))


@pytest.mark.parametrize("text", ["Counts till_tape (daily).", "Reads A-1, B+2 & C!", "5 % > 4 %"])
def test_that_markdown_escapes_nothing_that_is_not_a_sign(text: str) -> None:
    new = raw()
    profile(new, 0)["responsibilities"][1] = text
    assert f": {text}\n" in note_markdown(note(new))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("# one\n# two", "# one  \n    \\# two"),
        ("one\n- two", "one  \n    \\- two"),
        ("one\n1. two", "one  \n    1\\. two"),
        ("*one* _two_ `three`", "\\*one\\* \\_two\\_ \\`three\\`"),
        ("&amp; <b>", "&amp;amp; &lt;b>"),
    ],
)
def test_that_markdown_escapes_what_would_be_a_sign(text: str, escaped: str) -> None:
    new = raw()
    profile(new, 0)["responsibilities"][1] = text
    assert f": {escaped}\n" in note_markdown(note(new))


def test_that_the_note_of_one_family_keeps_what_holds_for_all() -> None:
    new = raw()
    new["levels"][0]["grade"] = "6"
    profile(new, 1)["responsibilities"].append("Pays the bills")
    new["families"][1]["profiles"][0]["responsibilities"].append("Bakes rolls")
    found = note(new)
    assert families_in(found) == ("Shop", "Bakery")
    shop = note_for_family(found, "Shop")
    assert [section.heading for section in shop.sections] == ["For every family", "Shop"]
    assert shop.lead[-1] == ("2 changes: 1 asks for more, 1 is about a title, code or grade.")


def test_that_the_summary_says_who_is_concerned_and_how() -> None:
    new = raw()
    new["levels"][0]["grade"] = "6"
    profile(new, 1)["responsibilities"].append("Pays the bills")
    del profile(new, 2)["responsibilities"][1]
    assert summary_of(note(new)) == (
        "More is asked for: Shop P2. Less is asked for: Shop P3. "
        "Another title, code or grade: Level P1 Starter."
    )
    assert summary_of(note(raw())) == ""


def test_that_a_long_summary_counts_the_rest() -> None:
    new = raw()
    for one in new["levels"]:
        one["grade"] = "9"
    for number in range(3):
        profile(new, number)["responsibilities"].append("Pays the bills")
    more = raw()["families"][1] | {"id": "x", "name": "X"}
    old = raw()
    old["families"].append(more)
    new["families"].append(
        more | {"profiles": [{"level": "P2", "responsibilities": ["Bakes bread", "Sings"]}]}
    )
    new["families"][1]["profiles"][0]["responsibilities"].append("Bakes rolls")
    assert summary_of(note(new, old)).startswith(
        "More is asked for: Shop P1, Shop P2, Shop P3, Bakery P2 and 1 more. "
    )


GERMAN = "Greets", "More is asked", "Before", "Level", "Title", "change", "reworded", "Pay"


def in_german() -> Note:
    old, new = raw(), raw()
    old["language"] = new["language"] = "de"
    new["version"] = "2.0.0"
    new["levels"][0]["grade"] = "6"
    profile(new, 0)["title"] = "Assistenz"
    profile(new, 0)["responsibilities"] = ["Grüßt alle Leute an der Tür", "Zählt die Kasse"]
    profile(new, 0)["pay"] = {
        "ranges": [{"market": "Wien", "currency": "EUR", "min": 27000, "mid": 31500, "max": 36000}]
    }
    profile(new, 1)["responsibilities"].append("Bezahlt Rechnungen")
    profile(old, 0)["responsibilities"] = ["Grüßt Leute", "Zählt die Kasse"]
    return note(new, old)


def test_that_the_note_is_in_the_language_of_the_ladder() -> None:
    found = in_german()
    for written in (note_text(found), note_markdown(found), note_table(found)):
        assert "Entgeltgruppe" in written
        assert "Es wird mehr verlangt" in written
        assert "Aufgabe hinzugekommen" in written
        assert "27.000 – 31.500 – 36.000 EUR" in written
        assert not [word for word in GERMAN if word in written]
    assert '<html lang="de">' in note_html(found)
    assert "  Bisher: Grüßt Leute\n  Jetzt: Grüßt alle Leute" in note_text(found)
    assert "Es wird mehr verlangt: Shop P2." in summary_of(found)


def test_that_a_move_inside_a_family_names_only_the_level_in_any_language() -> None:
    old, new = raw(), raw()
    old["language"] = new["language"] = "fr"
    profile(new, 1)["responsibilities"].append(profile(new, 2)["responsibilities"].pop(0))
    lines = {line for _, _, line in words(note(new, old))}
    assert lines == {
        "Responsabilité – déplacement ici depuis P3",
        "Responsabilité – déplacement vers P2",
    }


def test_that_a_new_profile_says_what_it_asks_for() -> None:
    new = raw()
    new["skills"] = [{"id": "till", "name": "Till"}]
    added = {
        "level": "P3",
        "title": "Head baker",
        "summary": "Runs the bakery.",
        "responsibilities": ["Plans the week", {"text": "Buys flour", "examples": ["Rye"]}],
        "skills": ["till"],
        "pay": PAY,
    }
    new["families"][1]["profiles"].append(added)
    ((_, _, item),) = [each for each in items(note(new)) if each[1] == "P3"]
    assert [(text.label, text.text, text.items) for text in item.below] == [
        ("Summary", "Runs the bakery.", ()),
        ("Responsibilities", "", ("Plans the week", "Buys flour\n– Rye")),
        ("Skills", "", ("Till",)),
        ("Pay", "", ("30,000 – 35,000 – 40,000 EUR",)),
    ]
    text = "\n  Responsibilities:\n    - Plans the week\n    - Buys flour\n      – Rye\n"
    assert text in note_text(note(new))
    assert "  - Responsibilities:\n    - Plans the week\n" in note_markdown(note(new))
    for written in (note_html(note(new)), note_table(note(new))):
        assert "Plans the week" in written


def test_that_each_profile_of_a_new_family_says_what_it_asks_for() -> None:
    new = raw()
    new["families"].append(
        {
            "id": "mill",
            "name": "Mill",
            "profiles": [{"level": "P1", "responsibilities": ["# Sweeps"]}, {"level": "P2"}],
        }
    )
    found = [each for each in items(note(new)) if each[0] == "Mill"]
    assert [(level, item.words) for _, level, item in found] == [
        ("", "Family Mill added"),
        ("P1", "This profile is new"),
        ("P2", "This profile is new"),
    ]
    assert "    - # Sweeps" in note_text(note(new))
    assert "    - \\# Sweeps" in note_markdown(note(new))
