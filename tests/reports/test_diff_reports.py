"""A diff as text, JSON and pages, and the note for the people described."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.changes.change_words import headline, place_words
from laddereditor.compare.diff.diffing import diff
from laddereditor.edits.references import rename
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from laddereditor.reports.changes.diff_html import diff_html
from laddereditor.reports.changes.diff_json import diff_json
from laddereditor.reports.changes.diff_text import NO_CHANGE, diff_text
from laddereditor.reports.notes.note import NOTHING, Note, change_note
from laddereditor.reports.notes.note_html import note_html, note_table
from laddereditor.reports.notes.note_markdown import note_markdown
from laddereditor.reports.notes.note_text import note_text
from tests.compare.test_diff_applying import any_two
from tests.edits.samples import DATA_P3, sample
from tests.examples import examples

NASTY = "<script>alert('x')</script> & | `*_[a](b)_*`\n# not a heading"


def changed_raw() -> dict[str, Any]:
    raw: dict[str, Any] = to_raw(sample())
    p3 = raw["families"][0]["profiles"][1]
    p3["responsibilities"] = [
        "Mends what breaks",
        "Builds pipelines and tests",
        p3["responsibilities"][1],
    ]
    p3["skills"] = [{"skill": "mentoring", "proficiency": "expert"}, "sql"]
    raw["levels"][2]["experience"] = {"min": 4, "max": 5}
    raw["notes"] = "Ask the works council"
    raw["effective"] = "2026-12-01"
    raw["version"] = "2.0.0"
    return raw


def changed() -> tuple[tuple[LadderChange, ...], Ladder, Ladder]:
    old, new = sample(), Ladder.model_validate(changed_raw())
    return diff(old, new), old, new


def nasty() -> tuple[tuple[LadderChange, ...], Ladder, Ladder]:
    raw = changed_raw()
    raw["name"] = NASTY
    raw["families"][0]["name"] = NASTY
    raw["families"][0]["profiles"][1]["title"] = NASTY
    raw["families"][0]["profiles"][1]["responsibilities"].append(NASTY)
    raw["skills"].append({"id": "x", "name": NASTY})
    new = Ladder.model_validate(raw)
    return diff(sample(), new), sample(), new


def test_that_the_json_has_its_shape_and_a_move_says_from_where() -> None:
    reported = diff_json(changed()[0])
    assert set(reported) == {"changes", "bump"}
    assert reported["bump"] == "major"
    moved = next(change for change in reported["changes"] if change["kind"] == "moved")
    assert moved == {
        "kind": "moved",
        "address": DATA_P3,
        "field": "responsibilities/0",
        "before": "Mends what breaks",
        "after": "Mends what breaks",
        "effect": "neutral",
        "from": f"{DATA_P3}/responsibilities/2",
    }
    others = [change for change in reported["changes"] if change["kind"] != "moved"]
    assert all(
        list(change) == ["kind", "address", "field", "before", "after", "effect"]
        for change in others
    )
    day = next(change for change in others if change["field"] == "effective")
    assert json.loads(json.dumps(day))["after"] == "2026-12-01"


def test_that_the_text_tells_place_change_words_and_step() -> None:
    text = diff_text(*changed())
    assert "Data Engineer › P3\n" in text
    assert "≈ Responsibility reworded – raises the bar: “and tests” added" in text
    assert "Builds pipelines {+and tests+}" in text
    assert "Skill Mentoring: Working → Expert" in text
    assert "Version step: major" in text
    assert "\x1b" not in text


def _edited(family: dict[str, Any], other: dict[str, Any]) -> str:
    """Return the text of a diff in which the fields of a family changed to others."""
    ladders = []
    for fields in (family, other):
        raw: dict[str, Any] = to_raw(sample())
        raw["families"][0] |= fields
        ladders.append(Ladder.model_validate(raw))
    old, new = ladders
    return diff_text(diff(old, new), old, new)


def test_that_short_values_appear_once() -> None:
    text = _edited({"name": "Data", "status": "draft"}, {"name": "Data work", "status": "retired"})
    assert "Status: Draft → Retired" in text
    assert "[-" not in text


def test_that_an_added_entry_is_shown_though_its_letters_are_in_the_headline() -> None:
    assert "{+a+}" in _edited({"specialties": []}, {"specialties": ["a"]})


def test_that_choices_have_the_words_of_their_field() -> None:
    code = {"code": "11-2022"}
    old, new = ({"occupations": [code | {"scheme": one}]} for one in ("soc-2018", "onet-soc"))
    text = _edited(old, new)
    assert "SOC 2018" in text
    assert "O*NET-SOC" in text


def test_that_amounts_have_every_digit() -> None:
    raw = to_raw(sample())
    old, new = (
        Ladder.model_validate(raw | {"families": [_paying(raw["families"][0], amount)]})
        for amount in (61234.56, 61234.58)
    )
    assert "61,234.56" in (text := diff_text(diff(old, new), old, new))
    assert "61,234.58" in text


def _paying(family: dict[str, Any], amount: float) -> dict[str, Any]:
    ranges = [{"market": "US", "currency": "USD", "min": amount, "max": 99999.5}]
    return family | {"profiles": [family["profiles"][0] | {"pay": {"ranges": ranges}}]}


def test_that_colour_only_adds_to_the_text() -> None:
    plain, coloured = diff_text(*changed()), diff_text(*changed(), colour=True)
    assert "\x1b[" in coloured
    assert "{+and tests+}" in coloured
    assert len(plain) < len(coloured)


@pytest.mark.parametrize("width", [10, 40, 100])
def test_that_lines_keep_to_the_width(width: int) -> None:
    assert max(map(len, diff_text(*changed(), width).splitlines())) <= max(width, 22)


def test_that_control_characters_do_not_reach_the_terminal() -> None:
    raw = to_raw(sample())
    raw["families"][0]["profiles"][1]["title"] = "Red\x1b[31m\x07"
    new = Ladder.model_validate(raw)
    assert not set(diff_text(diff(sample(), new), sample(), new)) & {"\x1b", "\x07"}


def test_that_no_change_is_reported_as_such() -> None:
    assert diff_text((), sample(), sample()) == NO_CHANGE
    assert NO_CHANGE in diff_html((), sample(), sample())
    assert NOTHING in note_markdown(change_note((), sample(), sample()))
    assert "<table" not in note_table(change_note((), sample(), sample()))


def note() -> Note:
    return change_note(*changed())


def test_that_the_note_begins_with_what_is_asked_for() -> None:
    (data,) = [section for section in note().sections if section.heading == "Data Engineer"]
    (part,) = data.parts
    assert part.heading == "P3 Senior Data Engineer"
    effects = [item.sense for item in part.items]
    assert effects == sorted(effects, key=["raises", "unclear", "lowers", "clarifies"].index)
    assert effects[0] == "raises"


def test_that_what_holds_for_every_family_comes_first() -> None:
    first = note().sections[0]
    assert (first.heading, first.parts[0].heading) == ("For every family", "Level P3 Experienced")


def test_that_the_note_leaves_out_what_concerns_nobody() -> None:
    text = note_markdown(note())
    assert "works council" not in text
    assert "another place" not in text
    assert "Version 2.0.0" in text.replace("\\", "")
    assert "2026" in text


def test_that_an_id_concerns_nobody() -> None:
    new = rename(sample(), Address("skills/sql"), "queries").change(sample())
    assert change_note(diff(sample(), new), sample(), new).sections == ()


def test_that_texts_are_escaped_in_every_page() -> None:
    changes, old, new = nasty()
    for page in (
        diff_html(changes, old, new),
        note_html(change_note(changes, old, new)),
        note_table(change_note(changes, old, new)),
    ):
        assert "<script>" not in page
        assert "&lt;script&gt;" in page


def test_that_pages_need_nothing_from_outside() -> None:
    for page in (diff_html(*changed()), note_html(note())):
        assert page.startswith("<!doctype html>")
        assert "default-src 'none'" in page
        assert "http://" not in page and "https://" not in page


def test_that_the_table_for_word_carries_its_own_styles() -> None:
    table = note_table(note())
    assert "<style" not in table
    assert table.count("<tr>") == 1 + sum(
        len(part.items) for section in note().sections for part in section.parts
    )
    assert all(cell.startswith("<td style=") for cell in table.split("\n") if "<td" in cell[:3])


def test_that_markdown_takes_no_text_for_signs() -> None:
    changes, old, new = nasty()
    text = note_markdown(change_note(changes, old, new))
    assert "<script>" not in text
    assert "\n# not a heading" not in text
    assert "\\*\\_\\[a\\](b)\\_\\*" in text


@settings(max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck))
@given(any_two)
def test_that_every_change_has_words(pair: tuple[Ladder, Ladder]) -> None:
    old, new = pair
    changes = diff(old, new)
    for change in changes:
        assert headline(change, old, new)
        assert place_words(change, old, new)
        assert change.reason
    found = change_note(changes, old, new)
    assert diff_text(changes, old, new)
    assert diff_html(changes, old, new)
    assert json.dumps(diff_json(changes))
    assert note_html(found) and note_table(found) and note_markdown(found) and note_text(found)


@pytest.mark.parametrize("value", ["{", "}", "{what}", "{0}"])
def test_that_braces_in_a_word_that_is_no_choice_stay(value: str) -> None:
    old, raw = sample(), to_raw(sample())
    raw["families"][0]["profiles"][1]["flsa"] = value
    new = Ladder.model_validate(raw)
    assert value in diff_text(diff(old, new), old, new)
