"""A folder of documents, one for each level or family."""

from pathlib import Path

import pytest

from laddereditor.exchange.blocks.folder_import import import_documents
from laddereditor.exchange.importer import ImportRefused


def written(folder: Path) -> Path:
    """Write a file for each level, whose own numbers are against the order of their names."""
    for name, title, weight, duty in (
        ("a-senior.md", "Senior Rower", 2, "Steers the boat through the lock"),
        ("b-junior.md", "Junior Rower", 1, "Rows to the beat of the others"),
    ):
        text = f"---\ntitle: {title}\nweight: {weight}\n---\n## Rowing\n- {duty}\n"
        (folder / name).write_text(text, "utf-8")
    (folder / "README.md").write_text("# How this folder is kept\n\n- Ask the coach\n", "utf-8")
    return folder


def test_that_a_file_for_each_level_becomes_a_ladder_in_the_order_that_they_say(
    tmp_path: Path,
) -> None:
    ladder = import_documents(written(tmp_path)).result.ladder
    assert [level.name for level in ladder.levels] == ["Junior Rower", "Senior Rower"]
    assert [one.name for one in ladder.competencies] == ["Rowing"]


def test_that_a_text_without_a_place_is_named_with_its_file(tmp_path: Path) -> None:
    path = written(tmp_path) / "c-about.md"
    path.write_text("# Talks\n\nHold them twice a year with everybody.\n", "utf-8")
    result = import_documents(tmp_path).result
    cells = [one.cell for one in (*result.left_out, *result.not_understood)]
    assert "c-about.md, line 3" in cells


def test_that_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused):
        import_documents(tmp_path)


def test_that_a_left_text_names_its_file_where_entries_and_tables_become_headings(
    tmp_path: Path,
) -> None:
    head = "## Rowing\n\n- L1 — Rows to the beat\n- L2 — Steers the boat\n\n"
    (tmp_path / "a-boats.md").write_text(f"# Boats\n\n{head}", "utf-8")
    (tmp_path / "b-lakes.md").write_text(f"# Lakes\n\nAbout the lakes:\n\n{head}", "utf-8")
    result = import_documents(tmp_path).result
    assert [one.cell for one in result.left_out] == ["b-lakes.md, line 3"]
