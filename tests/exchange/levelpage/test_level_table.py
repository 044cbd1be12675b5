"""Tables that compare levels or profiles side by side, in every form that they are taken in."""

import pytest
from tests.finding import find

from laddereditor.exchange.html_text import is_html, text_of_html
from laddereditor.exchange.importer import ImportRefused, ImportResult
from laddereditor.exchange.registry import import_text
from laddereditor.model.level import Experience

LEVELS = [
    ["Factor", "P1 — Learner", "P2 — Journey", "M1 — Shift Lead"],
    ["Scope", "One task", "One oven", "One shift"],
    ["Autonomy", "Shown first", "Works alone", "Plans others"],
    ["Reach", "Own bench", "The shop", "The street"],
    ["Typical experience", "0–1 yrs", "2–4 yrs", "at least 5 years"],
    ["Definition", "Learns the trade", "Knows the trade", "Leads a crew"],
]


def _tabs(rows: list[list[str]]) -> str:
    return "Compare levels\n" + "\n".join("\t".join(row) for row in rows) + "\n"


def _bars(rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


def _lines(rows: list[list[str]]) -> str:
    return "\n".join([*rows[0][1:], *(cell for row in rows[1:] for cell in row)])


def _html(rows: list[list[str]]) -> str:
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<html><body><h1>Compare</h1><table>{body}</table></body></html>"


def _read(text: str) -> ImportResult:
    result = import_text(text, "table.txt")
    lines = (text_of_html(text) if is_html(text) else text).splitlines()
    filled = {at for at, line in enumerate(lines, 1) if line.strip()}
    used, unread = {line for line, _ in result.used}, {one.line for one in result.not_understood}
    assert used | unread == filled
    assert not used & unread
    for _, address in result.used:
        find(result.ladder, address)
    return result


@pytest.mark.parametrize("form", [_tabs, _bars, _lines, _html])
def test_that_levels_beside_each_other_are_read(form: object) -> None:
    assert callable(form)
    ladder = _read(form(LEVELS)).ladder
    assert [(one.id, one.name, one.track) for one in ladder.levels] == [
        ("P1", "Learner", "professional"),
        ("P2", "Journey", "professional"),
        ("M1", "Shift Lead", "management"),
    ]
    assert [one.name for one in ladder.factors] == ["Scope", "Autonomy", "Reach"]
    journey, lead = ladder.levels[1:]
    assert journey.factors == {
        "scope": "One oven",
        "autonomy": "Works alone",
        "reach": "The shop",
    }
    assert (journey.experience, lead.experience) == (
        Experience(min=2, max=4),
        Experience(min=5, max=None),
    )
    assert lead.summary == "Leads a crew"
    assert ladder.families == ()


@pytest.mark.parametrize("form", [_tabs, _bars, _html])
def test_that_profiles_beside_each_other_are_read(form: object) -> None:
    assert callable(form)
    rows = [["", "Junior Baker · P1", "Baker · P2"], *[row[:3] for row in LEVELS[1:]]]
    rows += [["Responsibilities", "Cleans; Learns", "Bakes"], ["Skills", "Ovens", "Ovens, Rye"]]
    ladder = _read(form(rows)).ladder
    (family,) = ladder.families
    assert family.name == "Baker"
    assert [(one.level, one.title, one.responsibilities) for one in family.profiles] == [
        ("P1", "Junior Baker", ("Cleans", "Learns")),
        ("P2", "Baker", ("Bakes",)),
    ]
    assert [one.name for one in ladder.skills] == ["Ovens", "Rye"]
    assert ladder.levels[0].factors["scope"] == "One task"


def test_that_profiles_of_one_level_keep_what_they_say_otherwise() -> None:
    rows = [["", "Baker · P2", "Nurse · P2"], ["Scope", "One oven", "One ward"]]
    rows += [["Typical experience", "2–4 yrs", "3–5 yrs"], ["Title", "Night Baker", "Ward Nurse"]]
    ladder = _read(_tabs(rows)).ladder
    baker, nurse = (family.profiles[0] for family in ladder.families)
    assert ladder.levels[0].factors == {"scope": "One oven"}
    assert (baker.factors, nurse.factors) == ({}, {"scope": "One ward"})
    assert nurse.experience == Experience(min=3, max=5)
    assert (baker.title, nurse.title) == ("Night Baker", "Ward Nurse")


def test_that_a_row_that_is_no_field_of_a_level_is_listed() -> None:
    rows = [*LEVELS, ["Responsibilities", "Cleans", "Bakes", "Plans"], ["Years", "a", "b", "c"]]
    unread = [one.text.split("    ")[0] for one in _read(_tabs(rows)).not_understood]
    assert unread == ["Compare levels", "Responsibilities", "Years"]


def test_that_a_table_without_levels_is_refused() -> None:
    with pytest.raises(ImportRefused, match="no table whose columns are levels"):
        import_text("Town\tDay\nScope\tTuesday\n", "table.txt", importer="level-table")
