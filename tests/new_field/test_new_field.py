"""One line in a class of the model, and one in the docs, are all that a new field takes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("src", "tests", "docs", "resources", "pyproject.toml", "README.md", "CONTRIBUTING.md")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "pictures")
FAMILY = "src/laddereditor/model/family.py"
LEVEL = "src/laddereditor/model/level.py"
FORMAT = "docs/format.md"
NEW_FIELD = """\
    working_conditions: Statements = described("Working conditions", "Where and when the work is \
done.", "statements", default=())
"""
NEW_DOCS = "        working_conditions: [ … ]\n"


TRAVEL = 'described("Travel", "How far the person goes.", "text", default="", inherits="{}")'


def copied(folder: Path) -> Path:
    """Return a copy of the program and its tests in which a profile has one field more."""
    for name in COPIED:
        there = folder / name
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, there, ignore=shutil.ignore_patterns("__pycache__", "*.png")
            )
        else:
            shutil.copy(ROOT / name, there)
    insert(folder / FAMILY, "    titles: Lines = described(\n", NEW_FIELD)
    insert(folder / FORMAT, "        titles: [ … ]", NEW_DOCS)
    return folder


def insert(path: Path, before: str, line: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, line + before), "utf-8")


def run(folder: Path, *tests: str) -> subprocess.CompletedProcess[str]:
    """Run tests in a copy; that the outer run counts coverage does not concern it."""
    settings = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *tests],
        cwd=folder,
        env=settings | {"PYTHONPATH": str(folder / "src")},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def test_that_a_field_with_one_line_is_in_every_view(tmp_path: Path) -> None:
    done = run(
        copied(tmp_path),
        "tests/new_field/working_conditions.py",
        "tests/model/test_fields.py",
        "tests/test_docs.py::test_that_every_field_is_in_the_page_of_the_format",
        "tests/gui/forms/test_pages.py::test_that_every_field_of_a_kind_has_its_editor[profile]",
        "tests/gui/forms/test_pages.py::test_that_editors_have_accessible_names_and_labels[profile]",
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_that_a_single_value_is_inherited_by_one_line_in_the_level_and_one_in_the_profile(
    tmp_path: Path,
) -> None:
    folder = copied(tmp_path)
    for name, before, inherits in (
        (FAMILY, "    titles: Lines = described(\n", "level"),
        (LEVEL, "    title_patterns: Lines = described(\n", "own"),
    ):
        insert(folder / name, before, f"    travel: str = {TRAVEL.format(inherits)}\n")
    done = run(folder, "tests/new_field/travel.py")
    assert done.returncode == 0, done.stdout + done.stderr
