"""Broken YAML is explained by what a person can see, with its line, its column and a way out."""

import zipfile
from io import BytesIO

import pytest

from laddereditor.model.signs import sign_name
from laddereditor.rules.check import check
from laddereditor.storage.files.document import read_bytes, read_text
from laddereditor.storage.reading.faults import Fault, UnreadableLadder
from laddereditor.storage.reading.places import Place
from tests.storage.broken_yaml import BROKEN, HEAD, Broken


def first_fault(data: bytes) -> Fault:
    with pytest.raises(UnreadableLadder) as caught:
        read_bytes(data)
    return caught.value.faults[0]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_that_broken_yaml_is_explained_by_what_is_seen(broken: Broken) -> None:
    fault = first_fault(broken.text.encode())
    assert fault.place == Place(broken.line, broken.column), str(fault)
    for words in broken.words:
        assert words in str(fault)
    lines = broken.text.replace("\r\n", "\n").split("\n")
    assert fault.line_text == lines[broken.line - 1]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_that_windows_line_ends_change_no_place(broken: Broken) -> None:
    text = broken.text.replace("\r\n", "\n").replace("\n", "\r\n")
    assert first_fault(text.encode()).place == Place(broken.line, broken.column)


def _zip(*names: str) -> bytes:
    stored = BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        for name in names:
            archive.writestr(name, "text")
    return stored.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (_zip("[Content_Types].xml", "word/document.xml"), "a Word document"),
        (_zip("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
        (_zip("ladder.yaml"), "a zip archive"),
        (b"%PDF-1.7\n%\xe2\xe3\n", "a PDF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an older Office document"),
        (b"{\\rtf1\\ansi text}", "a word processor"),
        (b"id,name,level\nP1,Junior,1\nP2,Senior,2\n", "a table with commas"),
        (b"id;name;level\nP1;Junior;1\nP2;Senior;2\n", "a table with semicolons"),
        (b"id\tname\nP1\tJunior\nP2\tSenior\n", "a table with tabs"),
        (b"<!DOCTYPE html>\n<html><body>x</body></html>\n", "a web page"),
        (b"<?xml version='1.0'?>\n<ladder/>\n", "an XML file"),
        (b"From: a@example.org\nSubject: The ladder\n\nDear all: see below\n", "a mail"),
        (b"levels: []\nfamilies: []\n", "write that line at its top"),
    ],
)
def test_that_other_files_are_called_by_their_name(data: bytes, words: str) -> None:
    assert words in str(first_fault(data))


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("descrip\u200btion", "zero-width space (U+200B)"),
        ("“description”", "left double quotation mark (U+201C)"),
        ("descrip\u00adtion", "soft hyphen (U+00AD)"),
    ],
)
def test_that_a_name_with_a_sign_that_is_not_seen_is_found(key: str, words: str) -> None:
    (found,) = (
        finding
        for finding in check(read_text(f"{HEAD}id: x\n{key}: y\n").ladder).findings
        if finding.rule == "unknown-key"
    )
    assert words in found.message
    assert 'Did you mean "description"?' in found.message


def test_that_text_with_such_signs_is_no_fault() -> None:
    text = (
        f"{HEAD}description: a\u00a0b “c” – d： e • f\n"
        "notes: |\n  <<<<<<< is a mark of git\n  – one\n  \u00a0 two\n"
        "families:\n- id: a\n  summary: a\n    – b\n    \u00a0c\n"
    )
    ladder = read_text(text).ladder
    assert ladder.description == "a\u00a0b “c” – d： e • f"
    assert ladder.notes == "<<<<<<< is a mark of git\n– one\n\u00a0 two"


def test_that_every_sign_has_a_name() -> None:
    assert sign_name("\u2014") == "an em dash (U+2014)"
    assert sign_name("\u2003") == "an em space (U+2003)"
    assert sign_name("\ue000") == "a sign (U+E000)"


def test_that_a_fault_far_down_is_explained_as_well() -> None:
    record = '- id: a\n  description: "x"\n  name: [a, {b: c}]\n'
    text = f"{HEAD}families:\n{record * 5_000}  summary: 'it's here'\n"
    fault = first_fault(text.encode())
    assert "apostrophe" in str(fault)
    assert fault.place == Place(15_004, 12)
