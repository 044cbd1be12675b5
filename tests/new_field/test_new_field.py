"""One line in a class of the model, and one in the docs, are all that a new field takes.

A field that profiles inherit takes a line in the level or the family too.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("src", "tests", "docs", "resources", "pyproject.toml", "README.md", "CONTRIBUTING.md")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.png")
FORMAT = "docs/format.md"
# Where a field is added: the file, the line that it goes before there, and that in the docs.
PROFILE = ("family.py", "    titles: Lines = described(\n", "        titles: [ … ]")
# The other fields of profiles go further down, so that the neighbours of the first are not new.
LATER = ("family.py", "    pay: Pay | None = described(\n", "        pay:\n")
LEVEL = ("level.py", "    title_patterns: Lines = described(\n", "    title_patterns: [")
FAMILY = ("family.py", "    specialties: Lines = described(\n", "    specialties: [")
SKILL = ("terms.py", "    proficiencies: StepTexts = described(\n", "    proficiencies: {working")

FIELDS = (
    (
        PROFILE,
        "working_conditions",
        'Statements = described("Working conditions", "Where and when the work is done.", '
        '"statements", default=())',
    ),
    (LEVEL, "travel", 'str = described("Travel", "How far.", "text", default="")'),
    (LATER, "travel", 'str = described("Travel", "How far.", "text", default="", {level})'),
    (LEVEL, "team_size", 'Number | None = described("Team size", "Who reports.", {people})'),
    (
        LATER,
        "team_size",
        'Number | None = described("Team size", "Who reports.", {people}, {level})',
    ),
    (
        FAMILY,
        "purpose",
        'str = described("Purpose", "Why there is such work.", "text", default="")',
    ),
    (FAMILY, "tools", 'Lines = described("Tools", "What is used.", "lines", default=())'),
    (
        LATER,
        "tools",
        'Lines = described("Tools", "What is used.", "lines", default=(), {family}, asks="demand")',
    ),
    (FAMILY, "basics", 'SkillUses = described("Basic skills", "Of all.", {skills})'),
    (LATER, "basics", 'SkillUses = described("Basic skills", "Of all.", {skills}, {family})'),
    (FAMILY, "remote", 'str = described("Remote work", "How often.", {often})'),
    (LATER, "remote", 'str = described("Remote work", "How often.", {often}, {family})'),
    (FAMILY, "themes", 'TextMap = described("Themes", "By factor.", {by_factor})'),
    (LATER, "themes", 'TextMap = described("Themes", "By factor.", {by_factor}, {family})'),
    (FAMILY, "entry", 'str = described("Entry level", "Where it begins.", {a_level})'),
    (LATER, "successor", 'str = described("Next level", "What follows.", {a_level})'),
    (
        LATER,
        "on_call",
        'Experience | None = described("On call", "How long.", "experience", default=None, '
        'unit="weeks")',
    ),
    (LATER, "bonus", 'str = described("Bonus", "On top.", default="", readers="pay")'),
    (LEVEL, "pay_band", 'str = described("Pay band", "The band.", default="", readers="pay")'),
    (
        SKILL,
        "demand",
        'str = described("Market demand", "How hard to hire for.", {demands})',
    ),
    (
        FAMILY,
        "budget",
        'Experience | None = described("Budget", "What is decided about.", "experience", '
        'default=None, unit="EUR")',
    ),
    (SKILL, "vendors", 'Lines = described("Vendors", "Who sells it.", "lines", default=())'),
    (LATER, "sponsored", 'bool = described("Sponsored", "By us.", "flag", default=False)'),
)
WORDS = {
    "level": 'inherits="level"',
    "family": 'inherits="parent"',
    "people": '"number", default=None, unit="people"',
    "skills": '"skills", default=(), refers_to="skill"',
    "often": '"choice", default="", choices=("never", "some-days", "always")',
    "demands": '"choice", default="", choices=("low", "high"), labels={{"low": "Easy to find"}}, '
    'unset="Not known"',
    "by_factor": '"texts", default={{}}, refers_to="factor"',
    "a_level": '"reference", default="", refers_to="level"',
}


CHOICES = {"{often}": "  # never | some-days | always", "{demands}": "  # low | high"}


def copied(folder: Path) -> Path:
    """Return a copy of the program and its tests in which entities have more fields."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=LEFT_OUT)
        else:
            shutil.copy(ROOT / name, folder / name)
    for (module, before, in_docs), name, field in FIELDS:
        line = f"    {name}: {field.format(**WORDS).format()}\n"
        insert(folder / "src/laddereditor/model" / module, before, line)
        indent = in_docs[: -len(in_docs.lstrip())]
        choices = next((words for use, words in CHOICES.items() if use in field), "")
        insert(folder / FORMAT, in_docs, f"{indent}{name}: …{choices}\n")
    _import_types(folder / "src/laddereditor/model/family.py")
    return folder


def _import_types(path: Path) -> None:
    """Let the class of a family name the types of the fields that it gets."""
    text = path.read_text("utf-8")
    assert "import Lines, SkillUses, Statements" in text
    types = "import DayOrText, Entity, TextMap"
    assert text.count(types) == 1
    path.write_text(text.replace(types, "import Day, DayOrText, Entity, Number, TextMap"), "utf-8")


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
    pages = "tests/gui/forms/test_pages.py"
    kinds = ("profile", "family", "level")
    done = run(
        copied(tmp_path),
        "tests/new_field/working_conditions.py",
        "tests/new_field/travel.py",
        "tests/new_field/other_fields.py",
        "tests/new_field/other_forms.py",
        "tests/model/test_fields.py",
        "tests/test_docs.py::test_that_every_field_is_in_the_page_of_the_format",
        *(f"{pages}::test_that_every_field_of_a_kind_has_its_editor[{kind}]" for kind in kinds),
        f"{pages}::test_that_editors_have_accessible_names_and_labels[profile]",
    )
    assert done.returncode == 0, done.stdout + done.stderr
