"""Edits in the text: exactly the lines that they concern, with the comments that belong to them."""

import pytest

from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.family import Family
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.document import new_document, read_text, update
from laddereditor.storage.text.emit import emit
from laddereditor.storage.text.records import verify_record
from tests.storage.fixtures import DOUBLE_QUOTED, FLOW, FOLDED, TWO_SPACES, WINDOWS, ZERO_INDENT
from tests.storage.helpers import changes, edited, with_value, written

P1 = Address("families/analysis/P1")


def test_that_a_moved_item_takes_the_comment_above_it_along() -> None:
    statements = [
        "Answers questions about numbers",
        "Prepares one report a week",
        "Keeps the figures tidy",
    ]
    assert changes(TWO_SPACES, edited(TWO_SPACES, f"{P1}/responsibilities", statements)) == [
        "-          - Prepares one report a week",
        "+          - Prepares one report a week",
    ]


def test_that_a_deleted_item_takes_the_comment_above_it_along() -> None:
    assert changes(TWO_SPACES, edited(TWO_SPACES, f"{P1}/responsibilities/1", None)) == [
        "-          # two is from the survey",
        "-          - Answers questions about numbers",
    ]


def test_that_new_items_look_like_their_neighbours() -> None:
    new = ["Calls ten customers a day", "Sells: things", "Keeps notes", "7"]
    assert changes(ZERO_INDENT, edited(ZERO_INDENT, "families/sales/P1/responsibilities", new)) == [
        '+    - "Sells: things"',
        '+    - "7"',
    ]
    quoted = ['Files "red" folders: daily', "Answers letters", "Archives"]
    after = edited(DOUBLE_QUOTED, "families/legal/P1/responsibilities", quoted)
    assert changes(DOUBLE_QUOTED, after) == ['+            - "Archives"']


def test_that_a_bracketed_list_changes_in_its_line_and_keeps_its_comment() -> None:
    assert changes(TWO_SPACES, edited(TWO_SPACES, f"{P1}/skills", ["statistics", "r", "sql"])) == [
        "-        skills: [sql, statistics]   # see the library",
        "+        skills: [statistics, r, sql]   # see the library",
    ]


def test_that_a_new_field_stands_where_the_format_has_it() -> None:
    assert changes(TWO_SPACES, edited(TWO_SPACES, f"{P1}/summary", "Starts here")) == [
        "+        summary: Starts here"
    ]
    after = edited(TWO_SPACES, f"{P1}/summary", "Starts here").splitlines()
    assert "title: Junior Analyst" in after[after.index("        summary: Starts here") - 1]


def test_that_an_emptied_field_leaves_the_file_and_an_empty_list_in_it_is_filled() -> None:
    assert changes(TWO_SPACES, edited(TWO_SPACES, "families/analysis/P2/summary", None)) == [
        "-        summary: Plans a quarter"
    ]
    profiles = [{"level": "P1", "title": "Operator"}]
    assert changes(TWO_SPACES, edited(TWO_SPACES, "families/platform/profiles", profiles)) == [
        "-    profiles: []",
        "+    profiles:",
        "+      - level: P1",
        "+        title: Operator",
    ]


def test_that_renamed_and_reordered_keys_keep_their_lines() -> None:
    factors = "families/analysis/P2/factors"
    renamed = {"range": "One subject", "autonomy": "Weekly talks"}
    assert changes(TWO_SPACES, edited(TWO_SPACES, factors, renamed)) == [
        "-          scope: One subject",
        "+          range: One subject",
    ]
    turned = edited(TWO_SPACES, factors, {"autonomy": "Weekly talks", "scope": "One subject"})
    assert sorted(turned.splitlines()) == sorted(TWO_SPACES.splitlines())
    assert turned.index("autonomy:") < turned.index("scope:")


def test_that_a_profile_moves_between_families_with_its_comments() -> None:
    document = read_text(TWO_SPACES)
    first, second = document.ladder.families
    moved = evolve(
        document.ladder,
        families=(
            evolve(first, profiles=first.profiles[1:]),
            evolve(second, profiles=first.profiles[:1]),
        ),
    )
    after = written(document, moved).text
    assert "# entry\n      - level: P1\n        title: Junior Analyst   # agreed in May" in after
    assert after.index("# --- platform") < after.index("# entry")
    assert sorted(after.splitlines()) == sorted(
        TWO_SPACES.replace("profiles: []", "profiles:").splitlines()
    )


def test_that_a_profile_moves_into_a_new_family_with_its_comments() -> None:
    document = read_text(TWO_SPACES)
    first, second = document.ladder.families
    fresh = Family(id="new", name="New", profiles=first.profiles[:1])
    rest = evolve(first, profiles=first.profiles[1:])
    after = written(document, evolve(document.ladder, families=(rest, second, fresh))).text
    start = TWO_SPACES.index("      # entry")
    lines = TWO_SPACES[start : TWO_SPACES.index("      - level: P2")]
    assert after.endswith(f"\n\n  - id: new\n    name: New\n    profiles:\n{lines}# the end\n")
    assert after.count("# entry") == after.count("# see the library") == 1


BETWEEN = """\
laddereditor: 1
description: |2
    indented
  text
families:
  - id: a
    summary: >2-
      folded text
      here
    profiles:
      -   # first
        level: P1
        responsibilities:
          - # from the survey
            one
          - two
"""


@pytest.mark.parametrize(
    ("address", "value", "lines"),
    [
        ("description", "  indented\nchanged", ["-  text", "+  changed"]),
        ("description", "   more\ntext", ["-    indented", "+     more"]),
        ("families/a/summary", "folded text there", ["-      here", "+      there"]),
        ("families/a/P1/level", "P2", ["-        level: P1", "+        level: P2"]),
        ("families/a/P1/title", "T", ["+        title: T"]),
        (
            "families/a/P1/responsibilities",
            ["uno", "two"],
            ["-            one", "+            uno"],
        ),
        (
            "families/a/P1/responsibilities",
            ["two", "one"],
            ["+          - two", "-          - two"],
        ),
        ("families/a/P1/responsibilities", ["new", "one", "two"], ["+          - new"]),
        (
            "families/a/P1/responsibilities",
            ["two"],
            ["-          - # from the survey", "-            one"],
        ),
        (
            "families/a/P1/responsibilities/0",
            {"text": "one", "examples": ["x"]},
            [
                "-            one",
                "+            text: one",
                "+            examples:",
                "+              - x",
            ],
        ),
    ],
)
def test_that_stated_indentation_and_comments_behind_a_dash_stay(
    address: str, value: object, lines: list[str]
) -> None:
    assert changes(BETWEEN, edited(BETWEEN, address, value)) == lines
    windows = BETWEEN.replace("\n", "\r\n")
    assert edited(windows, address, value).replace("\r\n", "\n") == edited(BETWEEN, address, value)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_that_a_file_without_a_last_line_end_can_lose_its_last_lines(newline: str) -> None:
    lines = ["laddereditor: 1", "name: 'N'", "checks:  # ours", "  accepted:", "  - rule: x"]
    text = newline.join(lines)
    after = edited(text, "checks/accepted", None)
    assert after == newline.join([*lines[:2], "checks: {}  # ours"])


def test_that_a_change_of_one_of_two_twins_is_no_move() -> None:
    text = "laddereditor: 1\nfamilies:\n- id: a\n  specialties:\n  - x # 1\n  - x # 2\n"
    assert changes(text, edited(text, "families/a/specialties", ["y", "x"])) == [
        "-  - x # 1",
        '+  - "y" # 1',
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- id: a\n  name: A\n  name: A\n",
        "- id: b\n  id: a\n  name: A\n",
        "- id: a\n  name: A\n  x: {y: z, y: z}\n",
        "- id: a\n  name: A\n- id: b\n",
        "- id: a\n  name: A\nid: b\n",
        "- id: a\n  name: B\n",
        " - id: a\n   name: A\n",
        "- id: a\n  name: A\n---\n",
        "- id: a\n  name: &a A\n",
        "- id: a\n  name: [A\n",
    ],
)
def test_that_a_record_is_proven_only_by_itself_and_with_each_key_once(text: str) -> None:
    family = Family(id="a", name="A")
    assert verify_record("- id: a\n  name: A\n", family, 0) is not None
    assert verify_record(text, family, 0) is None


def test_that_records_are_reordered_with_comments_and_blank_lines() -> None:
    document = read_text(TWO_SPACES)
    first, second = document.ladder.families
    after = written(document, evolve(document.ladder, families=(second, first))).text
    assert sorted(after.splitlines()) == sorted(TWO_SPACES.splitlines())
    assert "families:\n\n  # --- platform ---\n" in after
    assert after.endswith("          autonomy: Weekly talks\n# the end\n")


def test_that_a_deeper_comment_belongs_to_the_record_above_it() -> None:
    text = (
        "laddereditor: 1\nskills:\n  - id: a\n    name: A\n    # ask Ana about A\n"
        "  # B is new\n  - id: b\n  - id: c\n"
    )
    document = read_text(text)
    first, second, third = document.ladder.skills
    assert written(document, evolve(document.ladder, skills=(second, first, third))).text == (
        "laddereditor: 1\nskills:\n  # B is new\n  - id: b\n  - id: a\n    name: A\n"
        "    # ask Ana about A\n  - id: c\n"
    )
    assert written(document, evolve(document.ladder, skills=(second, third))).text == (
        "laddereditor: 1\nskills:\n  # B is new\n  - id: b\n  - id: c\n"
    )


def test_that_blank_lines_between_records_stay_between_records() -> None:
    text = "laddereditor: 1\nskills:\n- id: a\n\n- id: b\n\n- id: c\n"
    document = read_text(text)
    first, second, third = document.ladder.skills
    fresh = type(first)(id="d")
    skills = (second, first, fresh, third)
    assert written(document, evolve(document.ladder, skills=skills)).text == (
        "laddereditor: 1\nskills:\n- id: b\n\n- id: a\n\n- id: d\n\n- id: c\n"
    )
    inner = text.replace("skills:\n", "families:\n- id: x\n  profiles:\n").replace(
        "- id: ", "- level: "
    )
    inner = inner.replace("- level: x", "- id: x").replace("- level", "  - level")
    profiles = [{"level": "b"}, {"level": "a"}, {"level": "d"}, {"level": "c"}]
    assert edited(inner, "families/x/profiles", profiles) == (
        "laddereditor: 1\nfamilies:\n- id: x\n  profiles:\n  - level: b\n\n  - level: a\n\n"
        "  - level: d\n\n  - level: c\n"
    )


def test_that_records_can_all_go_and_come_back() -> None:
    document = read_text(ZERO_INDENT)
    families = document.ladder.families
    empty = written(document, evolve(document.ladder, families=()))
    assert empty.text == "---\nladdereditor: 1\nname: Zero ladder\nfamilies: []\n...\n"
    again = written(empty, evolve(empty.ladder, families=families))
    assert read_text(again.text).ladder.families == families
    assert again.text.endswith("...\n") and again.text.startswith("---\n")


def test_that_top_level_fields_and_lists_are_put_in_place() -> None:
    document = read_text(TWO_SPACES)
    ladder = Ladder.model_validate(
        {
            **dict(document.ladder),
            "organization": "Example Ltd",
            "tracks": [{"id": "professional", "code": "P"}],
            "checks": {"rules": {"long-statement": "off"}},
        }
    )
    after = written(document, ladder).text
    assert changes(TWO_SPACES, after) == [
        "+organization: Example Ltd",
        "+tracks:",
        "+  - {id: professional, code: P}",
        "+checks:",
        "+  rules:",
        '+    long-statement: "off"',
    ]
    keys = [line.split(":")[0] for line in after.splitlines() if line[:1].isalpha()]
    assert keys == [
        *("laddereditor", "name", "organization", "description", "tracks", "levels"),
        *("families", "checks"),
    ]


def test_that_texts_keep_the_style_of_their_block() -> None:
    poem = "First line of a poem\nA new line\nSecond line of it"
    assert changes(FOLDED, edited(FOLDED, "families/nursing/P1/summary", poem)) == [
        "+          A new line"
    ]
    statement = (
        "Washes and feeds patients who cannot do so themselves, and "
        "notes what was done in the record of the house before the shift ends"
    )
    after = edited(FOLDED, "families/nursing/P1/responsibilities/0", statement)
    assert len(changes(FOLDED, after)) == 2


def test_that_windows_line_ends_are_used_for_new_lines() -> None:
    after = edited(WINDOWS, f"{P1}/summary", "One\nTwo")
    assert after.count("\n") == after.count("\r\n") == WINDOWS.count("\n") + 3


def test_that_a_file_in_brackets_is_edited_in_brackets() -> None:
    document = read_text(FLOW)
    ladder = document.ladder
    second = evolve(ladder.families[1], name="Changed, too")
    after = written(document, evolve(ladder, families=(second, ladder.families[0]))).text
    assert '{id: b, name: "Changed, too", profiles: []}' in after
    assert "# the first" in after


@pytest.mark.parametrize("value", ["x", ["y", "z"], {"a": "b"}, "one\ntwo", []])
def test_that_a_name_longer_than_yaml_looks_is_written(value: object) -> None:
    key = "long " * 300 + "name"
    text = f"laddereditor: 1\n? {key}\nname: a\n"
    document = read_text(text)
    assert update(document, with_value(document.ladder, "name", "b")).ladder.name == "b"
    for style in (TWO_SPACES, FLOW):
        document = read_text(style)
        raw = {**dict(document.ladder), key: value, "x": {key: value}}
        ladder = Ladder.model_validate(raw)
        assert read_text(update(document, ladder).text).ladder == ladder
        assert read_text(emit(ladder)).ladder == ladder


def test_that_unknown_keys_are_kept_and_numbers_under_them_can_be_written() -> None:
    text = "laddereditor: 1\nnickname: x  # ours\nfamilies:\n- id: a\n  colour: red\n  name: A\n"
    assert changes(text, edited(text, "families/a/name", "B")) == ["-  name: A", "+  name: B"]
    document = read_text(text)
    ladder = Ladder.model_validate({**dict(document.ladder), "nickname": "x", "size": 3})
    assert changes(text, update(document, ladder).text) == ["+size: 3"]


TEXTS = """NO|1_000|12:30|2026-11|1.10|null|~|| x |a\tb|a\x07\x85\u2028b|- a|? a|: a|a: b|a #b|#a
|'a|"a|a\r\nb|\ufeff|\n|a\n|\na|a\n\n\nb| a\nb|a \nb|a\n b|>-|{a}|[a|a,b|...|---|@a|\\n|"""


@pytest.mark.parametrize("text", [*TEXTS.split("|"), "|", "|-", "a | b"])
def test_that_any_text_is_written_so_that_it_reads_back(text: str) -> None:
    for style in (TWO_SPACES, ZERO_INDENT, DOUBLE_QUOTED, FOLDED, WINDOWS, FLOW):
        document = read_text(style)
        raw = document.ladder.families[0].profiles[0]
        profile = evolve(raw, title=text, summary=text, titles=(text, "x", text))
        family = evolve(document.ladder.families[0], profiles=(profile,), summary=text, name=text)
        ladder = evolve(document.ladder, families=(family,), description=text, name=text)
        written(document, ladder)
        assert read_text(emit(ladder)).ladder == ladder


def test_that_what_no_file_can_hold_is_made_visible() -> None:
    document = read_text(TWO_SPACES)
    after = update(document, evolve(document.ladder, name="half \ud83d of it"))
    assert "half \ufffd of it" in after.text


def test_that_the_whole_file_is_reformatted_when_nothing_else_reads_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("laddereditor.storage.text.records.verify_record", lambda *_: None)
    document = read_text(TWO_SPACES)
    family = evolve(document.ladder.families[0], name="Other")
    ladder = evolve(document.ladder, families=(family, *document.ladder.families[1:]))
    after = update(document, ladder)
    assert after.notices and read_text(after.text).ladder == ladder


def test_that_a_new_document_is_canonical_and_stable() -> None:
    ladder = read_text(TWO_SPACES).ladder
    text = new_document(ladder).text
    assert new_document(read_text(text).ladder).text == text
