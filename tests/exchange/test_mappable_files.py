"""Files and folders as sources whose mapping a person can correct."""

from pathlib import Path

import pytest

from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.mappable import MappedSource
from laddereditor.exchange.mappable_files import mappable_source
from laddereditor.exchange.tables import Pin

PAGE = """\
<html><head><title>Gardener</title></head><body>
<h1>Gardener</h1><h2>Junior Gardener</h2><ul><li>Waters the beds every morning</li></ul>
<h2>Senior Gardener</h2><ul><li>Plans the beds of the year</li></ul></body></html>
"""
TEXT = "# {0}\n\n## Rowing\n\n- {1}\n"


def mapped(*paths: Path) -> MappedSource:
    source = mappable_source(paths)
    assert source is not None
    return source.mapped(())


def levels(found: MappedSource) -> list[str]:
    return [one.name for one in found.applied.ladder.levels]


def test_that_a_saved_page_has_a_column_for_each_depth_of_heading(tmp_path: Path) -> None:
    path = tmp_path / "gardener.html"
    path.write_text(PAGE, "utf-8")
    found = mapped(path)
    assert levels(found) == ["Junior Gardener", "Senior Gardener"]
    roles = [one.role for one in found.mapping.grids[0].columns]
    assert "level" in roles
    source = mappable_source([path])
    assert source is not None
    column = roles.index("level")
    again = source.mapped([Pin("column", "left", found.mapping.grids[0].sheet, column)])
    assert levels(again) != levels(found)


def test_that_several_documents_are_one_source(tmp_path: Path) -> None:
    texts = {"1.md": ("Junior Rower", "Rows to the beat"), "2.md": ("Senior Rower", "Steers it")}
    for name, words in texts.items():
        (tmp_path / name).write_text(TEXT.format(*words), "utf-8")
    expected = ["Junior Rower", "Senior Rower"]
    assert levels(mapped(*(tmp_path / name for name in texts))) == expected
    assert levels(mapped(tmp_path)) == expected


def test_that_data_in_a_folder_come_before_its_documents(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# About\n\n## Junior\n\n- Asks first\n", "utf-8")
    (tmp_path / "rowing.yaml").write_text(
        "levels:\n- name: Junior Rower\n  criteria:\n  - Rows to the beat of the others\n"
        "- name: Senior Rower\n  criteria:\n  - Steers the boat through the lock\n",
        "utf-8",
    )
    found = mapped(tmp_path)
    assert found.mapping.grids[0].reading == "records"
    assert levels(found) == ["Junior Rower", "Senior Rower"]


def test_that_a_page_of_a_level_guide_has_no_mapping(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("P1P1 — Learner\n\nWhat you'd do\n- Bakes bread\n", "utf-8")
    assert mappable_source([path]) is None


def test_that_an_empty_folder_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match=tmp_path.name):
        mappable_source([tmp_path])


def test_that_the_table_of_a_page_without_text_has_the_name_of_the_page(tmp_path: Path) -> None:
    path = tmp_path / "gardener.html"
    rows = ("<td>Beds</td><td>Waters them</td><td>Plans them</td><td>Decides on them</td>",)
    head = "<th></th><th>Junior</th><th>Senior</th><th>Lead</th>"
    table = "".join(f"<tr>{row}</tr>" for row in (head, *rows))
    title = "<title>Gardener</title>"
    path.write_text(f"<html>{title}<h1>Gardener</h1><table>{table}</table></html>", "utf-8")
    assert [one.sheet for one in mapped(path).mapping.grids] == ["Gardener"]
