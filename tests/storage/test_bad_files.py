"""Files that cannot be opened: one clear message each, with the place, and no hang."""

import os
import time
from pathlib import Path

import pytest

from laddereditor.storage.files.document import read_bytes, read_text
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.reading import encoding
from laddereditor.storage.reading.faults import Cancelled, Fault, UnreadableLadder
from laddereditor.storage.reading.places import Place
from laddereditor.storage.text import events

HEAD = "laddereditor: 1\nname: x\n"


def faults(text: str | bytes) -> tuple[Fault, ...]:
    """Return what is wrong with a text."""
    with pytest.raises(UnreadableLadder) as caught:
        read_bytes(text.encode() if isinstance(text, str) else text)
    assert "\n" not in str(caught.value)
    return caught.value.faults


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("families:\n\t- id: a\n", 4, 1, "tab"),
        ("families:\n  - id: a\n\tname: b\n", 5, 1, "tab"),
        ('description: "abc\nlevels: []\n', 3, 14, "never closed"),
        ("description: 'abc\nlevels: []\n", 3, 14, "never closed"),
        ('description: "a\\qb"\n', 3, 16, "write '\\\\'"),
        ("description: this: that\n", 3, 18, "quotes"),
        ("description: @home\n", 3, 14, "'@' must be in quotes"),
        ("description: `x`\n", 3, 14, "'`' must be in quotes"),
        ("description: %x\n", 3, 14, "'%' must be in quotes"),
        ("skills: [a, b\nfamilies: []\n", 3, 9, "not closed by ']'"),
        ("checks: {a: b\nfamilies: []\n", 3, 9, "not closed by '}'"),
        ("families:\n  - id: a\n   name: b\n", 5, 4, "line up"),
        ("families:\n  - id: a\n name: b\n", 5, 2, "line up"),
        ("families\nlevels: []\n", 3, 1, "not followed by ':'"),
        ("description: a\x07b\n", 3, 15, "control character"),
        ("description: a\0b\n", 3, 15, "NUL character"),
        ("a: &a [x]\nb: [*a, *a]\n", 3, 4, "'&a'"),
        ("b: *a\n", 3, 4, "'*a'"),
        ("b: !!python/object/apply:os.system ['ls']\n", 3, 4, "tag"),
        ("b: !x y\n", 3, 4, "tag"),
        ("---\nladdereditor: 1\n", 3, 1, "second document"),
        ("? [a]\n: b\n", 3, 3, "':'"),
        ("a: " + "[" * 100_000, 3, 36, "32 levels"),
        ("a: " + "{a: " * 100_000, 3, 132, "32 levels"),
        ("a:\n" + "\n".join(" " * n + "- " for n in range(200)), 36, 33, "32 levels"),
        ("a: &x [" + ",".join(["*x"] * 99) + "]\n", 3, 4, "'&x'"),
    ],
)
def test_that_broken_yaml_is_reported_with_its_place(
    text: str, line: int, column: int, words: str
) -> None:
    start = time.process_time()
    (fault,) = faults(HEAD + text)
    assert time.process_time() - start < 5
    assert fault.place == Place(line, column)
    assert words in fault.message
    assert fault.line_text == (HEAD + text).split("\n")[line - 1][:500]


@pytest.mark.parametrize("text", ["- " * 100_000, "? " * 50_000, "a: " + "? " * 50_000])
def test_that_deep_nesting_stops_at_once(text: str) -> None:
    start = time.process_time()
    assert faults(HEAD + text)
    assert faults(text)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"# only a comment\n", "not a ladder file"),
        (b"\x00\x01\x02", "not a text file"),
        (b"laddereditor: 1\nname: a\x00b\n", "not a text file"),
        (b"PK\x03\x04rest", "Office document"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xfea", "UTF-16"),
        (b"on: push\njobs:\n  build:\n    runs-on: x\n", "a workflow of a build service"),
        (b"services:\n  web:\n    image: x\n", "Docker Compose"),
        (b"- a\n- b\n", "not a ladder file"),
        (b"just a text\n", "not a ladder file"),
        (b"Dear all,\n\n'this is: a letter\n", "not a ladder file"),
        (b"a: &a 1\nb: *a\n", "not a ladder file"),
        (b"laddereditr: 1\nname: x\n", "did you mean that by 'laddereditr'"),
        (b"laddereditor: -1\n", "'laddereditor' should be the file format"),
        (b"laddereditor: one\n", "'laddereditor' should be the file format"),
        (b"laddereditor: 2\nfamilies: {a: b}\n", "Install the newest version"),
    ],
)
def test_that_other_files_are_distinguished(text: bytes, words: str) -> None:
    (fault,) = faults(text)
    assert words in str(fault)


def test_that_bad_bytes_are_reported_with_line_and_byte() -> None:
    (fault,) = faults(b"laddereditor: 1\r\nname: caf\xe9\r\n")
    assert fault.place == Place(2, 10)
    assert "Byte 27" in fault.message and "0xE9" in fault.message
    assert fault.line_text == "name: caf\ufffd"


MANY = """\
laddereditor: 1
effective: soon
families:
  - id: ai
    name: AI/ML Engineer
    profiles:
      - level: P3
        skills: python
        experience: {min: three}
        responsibilities:
          - a
          - [b]
          - {txt: c}
        factors: [a]
        pay: {ranges: [{min: 1e3, as_of: 2026-13-45}]}
      - title: no level
  - name: no id
  - only text
skills: [{name: a}, b]
name: x
name: y
checks: {accepted: [{at: x}]}
"""


def test_that_every_fault_is_collected_in_words_for_people() -> None:
    found = [(fault.place.line if fault.place else 0, str(fault)) for fault in faults(MANY)]
    p3 = "families › AI/ML Engineer › P3"
    assert found == [
        (2, "'effective' should be a date like 2026-12-01, not 'soon'"),
        (8, f"{p3}: 'skills' should be a list"),
        (9, f"{p3} › experience: 'min' should be a number, such as 3 or 2.5, not 'three'"),
        (
            12,
            f"{p3}: item 2 of 'responsibilities' should be a text or a group of fields, not a list"
            ". A text that starts with '[' must be in quotes: \"[b]\"",
        ),
        (13, f"{p3} › responsibilities › item 3: 'text' is missing"),
        (
            14,
            f"{p3}: 'factors' should be a group of names with texts, such as "
            "'scope: One project', not a list",
        ),
        (
            15,
            f"{p3} › pay › ranges › item 1: 'min' should be a number, such as 3 or 2.5, not '1e3'",
        ),
        (
            15,
            f"{p3} › pay › ranges › item 1: 'as_of' should be a date like 2026-12-01, "
            "not '2026-13-45'",
        ),
        (16, "families › AI/ML Engineer › no level: 'level' is missing"),
        (17, "families › no id: 'id' is missing"),
        (18, "item 3 of 'families' should be a group of fields, not 'only text'"),
        (19, "skills › a: 'id' is missing"),
        (19, "item 2 of 'skills' should be a group of fields, not 'b'"),
        (21, "'name' is here twice; the first is in line 20"),
        (22, "checks › accepted › item 1: 'rule' is missing"),
    ]


def test_that_an_id_with_nothing_behind_it_is_missing() -> None:
    (fault,) = faults(HEAD + "families:\n- id:\n  name: A\n")
    assert str(fault) == "families › A: 'id' is missing"


def test_that_keys_that_are_twice_are_reported_with_both_places() -> None:
    text = (
        "families:\n- id: a\n  profiles:\n      - level: P1\n        title: x\n        title: y\n"
    )
    (fault,) = faults(HEAD + text)
    assert str(fault) == "families › a › P1: 'title' is here twice; the first is in line 7"
    assert fault.place == Place(8, 9)
    (fault,) = faults(HEAD + "families:\n- id: a\nfamilies:\n- id: b\n")
    assert fault.place == Place(5, 1)


def test_that_a_newer_format_is_opened_to_read() -> None:
    document = read_text("laddereditor: 2\nname: x\n")
    assert "newest version" in document.read_only
    assert document.ladder.name == "x"


def test_that_too_large_files_and_too_many_values_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("laddereditor.storage.files.one_file.MAX_BYTES", 100)
    path = tmp_path / "large.yaml"
    path.write_text(HEAD + "description: " + "x" * 200, encoding="utf-8")
    with pytest.raises(UnreadableLadder, match="too large"):
        open_ladder(path)
    monkeypatch.setattr(encoding, "MAX_BYTES", 100)
    (fault,) = faults(path.read_bytes())
    assert "too large" in fault.message
    monkeypatch.undo()
    monkeypatch.setattr(events, "MAX_VALUES", 10_000)
    (fault,) = faults(HEAD + "x:\n" + "- a\n" * 20_000)
    assert "more values" in fault.message


def test_that_paths_that_are_no_files_are_reported(tmp_path: Path) -> None:
    with pytest.raises(UnreadableLadder, match=r"There is no file gone\.yaml"):
        open_ladder(tmp_path / "gone.yaml")
    with pytest.raises(UnreadableLadder, match="There is no ladder in the folder"):
        open_ladder(tmp_path)
    with pytest.raises(UnreadableLadder, match="is a device, not a file"):
        open_ladder(Path(os.devnull))


def test_that_a_file_without_the_right_to_read_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "secret.yaml"
    path.write_text(HEAD, encoding="utf-8")

    def refuse(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("laddereditor.storage.files.one_file.read_regular", refuse)
    with pytest.raises(UnreadableLadder, match="no right to read"):
        open_ladder(path)


def test_that_reading_reports_progress_and_can_be_cancelled() -> None:
    text = HEAD + "families:\n" + "".join(f"- id: f{number}\n" for number in range(50))
    seen: list[float] = []
    read_bytes(text.encode(), seen.append)
    assert len(seen) >= 50 and seen == sorted(seen) and 0 < seen[-1] <= 1
    with pytest.raises(Cancelled):
        read_bytes(text.encode(), None, lambda: True)
