"""Sheets of kinds that were read wrongly once."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook as OpenpyxlWorkbook

from laddereditor.exchange.tables import (
    AppliedMapping,
    Workbook,
    applied,
    read_workbook,
    recognised,
)
from laddereditor.model.ladder import Ladder

Rows = Sequence[Sequence[object]]


def written(folder: Path, rows: Rows, name: str) -> Workbook:
    book = OpenpyxlWorkbook()
    book.remove(book.active)  # type: ignore[arg-type]
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append(list(row))
    path = folder / "ours.xlsx"
    book.save(path)
    return read_workbook(path)


def read(folder: Path, rows: Rows, name: str = "Sheet") -> AppliedMapping:
    workbook = written(folder, rows, name)
    return applied(workbook, recognised(workbook, ()))


def ladder(folder: Path, rows: Rows, name: str = "Sheet") -> Ladder:
    return read(folder, rows, name).ladder


def test_that_numbers_that_count_within_a_rank_make_one_row_of_codes(tmp_path: Path) -> None:
    heads = ["", "Fitter I", "Fitter II", "Senior Fitter I", "Senior Fitter II", "Fitting Manager"]
    said = [f"Repairs pumps of kind {n} without any help" for n in range(5)]
    found = ladder(tmp_path, [heads, ["Pumps", *said], ["Valves", *said]])
    assert [level.id for level in found.levels] == ["P1", "P2", "P3", "P4", "M1"]


def test_that_a_column_before_the_levels_is_none_of_them(tmp_path: Path) -> None:
    heads = ["Area", "Part", "Skill", "Code", "Level 1 text", "Level 2 text", "Level 3 text"]
    rows = [
        ["Yard", "Gate", name, code, *(f"{verb} {name.lower()} at the gate" for verb in verbs)]
        for name, code, *verbs in (
            ("Weighing", "WEIG", "Helps with", "Does", "Plans"),
            ("Sealing", "SEAL", "Watches", "Carries out", "Checks"),
            ("Counting", "COUN", "Learns", "Runs", "Improves"),
        )
    ]
    found = ladder(tmp_path, [heads, *rows])
    assert [level.id for level in found.levels] == ["L1", "L2", "L3"]
    assert [one.name for one in found.competencies] == ["Weighing", "Sealing", "Counting"]


def test_that_every_text_of_a_level_below_the_other_is_taken(tmp_path: Path) -> None:
    heads = ["Level", "Scope", "Direction", "Results"]
    rows = [
        ["L1", "Own tasks only", "Follows the plan", "Finishes small orders of the day"],
        ["L2", "A whole shift", "Plans own weeks", "Finishes orders of the week on time"],
        ["L3", "The whole yard", "Sets the direction", "Keeps the yard on its yearly plan"],
    ]
    found = read(tmp_path, [heads, *rows], "Yard")
    assert {one.name for one in found.ladder.competencies} == {"Scope", "Direction", "Results"}
    assert found.count("unknown") == 0


def test_that_lowest_and_highest_pay_of_two_columns_are_both_taken(tmp_path: Path) -> None:
    heads = ["Job family", "Grade", "Job title", "Key duties", "Salary min", "Salary max"]
    rows: Rows = [
        ["Yard", "Y1", "Yard Hand", "• Sweeps the yard\n• Opens the gate", 24000, 28000],
        ["Yard", "Y2", "Yard Lead", "• Plans the shift\n• Locks the yard", "€30,000", "€36,000"],
    ]
    profiles = ladder(tmp_path, [heads, *rows]).families[0].profiles
    first, second = (profile.pay for profile in profiles)
    assert first is not None
    assert second is not None
    assert first.note == "24000 – 28000"
    assert [(one.min, one.max) for one in second.ranges] == [(30000, 36000)]


def test_that_scores_of_people_are_no_levels(tmp_path: Path) -> None:
    heads = ["Skill", "Ida Holm", "Per Lund", "Siri Moe", "Nils Dahl"]
    rows: Rows = [["Welding", 3, 2, 5, 1], ["Cutting", 4, 3, 2, 5], ["Painting", 1, 5, 3, 2]]
    workbook = written(tmp_path, [heads, *rows], "Crew skills")
    assert not recognised(workbook, ()).grids[0].taken
