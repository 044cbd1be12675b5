"""Nothing in a file steers the terminal that a verb writes to."""

import json
import re
from pathlib import Path

import pytest

from laddereditor.cli.main import run
from laddereditor.cli.output import Output
from laddereditor.model.terminal import ColoredText, harmless
from laddereditor.reports.common.text_layout import StyledRun, painted

# Colour, a title, a link, a bell, a carriage return, C1 controls, text turned round, odd line ends.
SIGNS = "\x1b[31m\x1b]0;t\x07\x1b]8;;x\x1b\\\r\x9b2J\x7f\x85\u202e\u2066\u200f\u061c\u2028"
YAML = SIGNS.encode("unicode_escape").decode()
STEERING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)


def ladder(folder: Path, name: str, extra: str = "") -> Path:
    """A ladder in which every text holds signs that steer a terminal."""
    path = folder / f"{name}.yaml"
    path.write_text(
        f"""\
laddereditor: 1
id: shop
name: "Shop {YAML}"
version: "{YAML}"
tracks: [{{id: p, code: P, name: "Track {YAML}"}}]
levels:
  - {{id: P1, name: "One {YAML}", track: p, summary: "Sum {YAML} {extra}"}}
  - {{id: P2, name: "Two {YAML}", track: "{YAML}"}}
skills: [{{id: till, name: "Till {YAML}"}}]
families:
  - id: sales
    name: "Sales {YAML}"
    profiles:
      - level: P1
        responsibilities: ["Greets {YAML} {extra}", "Counts {YAML}"]
        skills: [till, "{YAML}"]
      - level: "P9 {YAML}"
history: [{{version: "0.1.0", date: 2026-01-02, author: "{YAML}", summary: "{YAML}"}}]
"{YAML}": "{YAML}"
""",
        "utf-8",
    )
    return path


def output(*arguments: object) -> str:
    lines: list[str] = []
    run([str(one) for one in arguments], lambda _: 0, Output(lines.append, lines.append))
    return "\n".join(lines)


def verbs(folder: Path) -> dict[str, list[object]]:
    one, two = ladder(folder, "one"), ladder(folder, "two", "anew")
    three = ladder(folder, "three", "again")
    copies = folder / "one.versions"
    copies.mkdir()
    ladder(copies, "0.0.9")
    page = folder / "page.txt"
    page.write_text(f"P1 — Sales {SIGNS}\nWhat you'd do\n• Greets {SIGNS}\n{SIGNS}\n", "utf-8")
    titles = folder / "titles.csv"
    titles.write_text(f"Title;Team {SIGNS}\nSales {SIGNS};{SIGNS}\n", "utf-8")
    broken = folder / "broken.yaml"
    broken.write_text(f'laddereditor: 1\n"{YAML}": [1\nname: {{', "utf-8")
    wrong = folder / "wrong.yaml"
    wrong.write_text(
        f'laddereditor: 1\nlevels: "{YAML}"\nfamilies: [{{"id": ["{YAML}"]}}]', "utf-8"
    )
    form = folder / "form.xlsx"
    output("export", one, "--to", "assessment", "--at", "sales/P1", "-o", form)
    found: dict[str, list[object]] = {
        "assess": ["assess", form],
        "check": ["check", one],
        "check json": ["check", one, "--format", "json"],
        "check sarif": ["check", one, "--format", "sarif"],
        "check broken": ["check", broken],
        "check wrong": ["check", wrong],
        "compare": ["compare", one, "sales/P1", "sales/P2"],
        "match": ["match", titles, one, "-o", folder / "out.csv"],
        "match columns": ["match", titles, one, "-o", folder / "o.csv", "--years-column", SIGNS],
        "merge": ["merge", one, two, three, "-o", folder / "out.yaml"],
        "overview": ["overview", one],
        "publish": ["publish", one, "--bump", "minor", "--summary", SIGNS],
        "versions": ["versions", one],
        "versions json": ["versions", one, "--format", "json"],
        "import": ["import", page, "-o", folder / "in.yaml"],
        "export": ["export", one, "--to", "md", "-o", folder / f"{SIGNS[:4]}.md"],
        "template": ["template", "profiles", "-o", folder / "template.xlsx"],
        "a file that is not there": ["check", folder / f"x{SIGNS[:4]}.yaml"],
    }
    for way in ("text", "json", "html", "note-html", "note-table", "note-md", "note-text"):
        found[f"diff {way}"] = ["diff", one, two, "--format", way]
    for way in ("text", "json", "html"):
        found[f"compare {way}"] = ["compare", one, "P1", "--format", way]
    return found


NAMES = (
    *("assess", "check", "check json", "check sarif", "check broken", "check wrong"),
    *("compare", "match", "match columns", "merge", "overview", "publish"),
    *("versions", "versions json", "import", "export", "template"),
    *("a file that is not there", "diff text"),
    *("diff json", "diff html", "diff note-html", "diff note-table", "diff note-md"),
    *("diff note-text", "compare text", "compare json", "compare html"),
)


@pytest.mark.parametrize("name", NAMES)
def test_that_no_sign_of_a_file_steers_the_terminal(name: str, tmp_path: Path) -> None:
    text = output(*verbs(tmp_path)[name])
    assert text
    assert not STEERING.search(text)


def test_that_json_means_what_the_file_says(tmp_path: Path) -> None:
    one = ladder(tmp_path, "one")
    found = json.loads(output("check", one, "--format", "json"))
    assert any("\u202e" in finding["message"] for finding in found["findings"])


def test_that_every_verb_is_tried() -> None:
    from laddereditor.cli.main import VERBS

    assert {name.split()[0] for name in NAMES} >= set(VERBS) - {"schema"}


@pytest.mark.parametrize("sign", list(SIGNS))
def test_that_a_sign_is_written_out(sign: str) -> None:
    if STEERING.match(sign):
        assert harmless(f"a{sign}b") == f"a\\u{ord(sign):04x}b"


def test_that_lines_tabs_and_other_scripts_stay() -> None:
    text = "a\tb\nחברה 👩‍💻 ü"
    assert harmless(text) == text


def test_that_only_the_programs_own_colours_pass() -> None:
    line = painted([StyledRun("\x1b[31mred", "new")], colour=True)
    assert line == "\x1b[32m\\u001b[31mred\x1b[0m"
    assert harmless(ColoredText(line)) == line
