"""A comparison as JSON, in the shape that the design promises."""

import datetime as dt
import json

from laddereditor.reports.comparison.json_report import comparison_json
from tests.compare.comparing_samples import compared, ours


def test_that_the_shape_is_the_promised_one() -> None:
    found = comparison_json(compared("data/P1", "data/P2", "#analysis/P1"))
    assert set(found) == {"columns", "ladders", "date", "rows"}
    assert found["columns"] == ["data/P1", "data/P2", "theirs.yaml#analysis/P1"]
    for row in found["rows"]:
        assert set(row) == {"field", "heading", "cells"}
        assert row["heading"]
        assert len(row["cells"]) == 3
        for cell in filter(None, row["cells"]):
            assert set(cell) - {"paired", "reasons"} == {"text", "state"}
            assert cell["state"] in ("same", "spelling", "reworded", "new")
    assert json.loads(json.dumps(found)) == found


def test_that_each_column_names_its_ladder_with_version_and_day() -> None:
    ladder = ours(version="2.1.0", effective="2026-05-04")
    found = comparison_json(compared("data/P1", "#analysis/P1", ladder=ladder))
    assert found["ladders"] == [
        {"name": "Our ladder", "version": "2.1.0", "effective": "2026-05-04"},
        {"name": "Their ladder", "version": None, "effective": None},
    ]
    assert found["date"] == dt.date.today().isoformat()


def test_that_rows_name_their_field_and_heading() -> None:
    found = comparison_json(compared("data/P1", "data/P2"))
    named = {(row["field"], row["heading"]) for row in found["rows"]}
    assert ("factors/scope", "Scope") in named
    assert ("responsibilities", "What you'd do") in named
    assert ("skills", "Tools") in named


def test_that_the_baseline_is_the_first_column() -> None:
    found = comparison_json(compared("data/P1", "data/P2", "levels/P2", baseline=1))
    assert found["columns"] == ["data/P2", "data/P1", "levels/P2"]
    assert all(row["cells"][0]["state"] == "same" for row in found["rows"] if row["cells"][0])
    title = next(row for row in found["rows"] if row["field"] == "title")
    assert [cell and cell["text"] for cell in title["cells"]] == [
        "Data Analyst",
        "Junior Data Analyst",
        None,
    ]


def test_that_what_shares_a_row_by_chance_has_rows_of_its_own() -> None:
    found = comparison_json(compared("data/P1", "data/P2"))
    skills = [one["cells"] for one in found["rows"] if one["field"] == "skills"]
    assert [[bool(cell) for cell in cells] for cells in skills].count([True, True]) == 1
    assert len(skills) == 4
