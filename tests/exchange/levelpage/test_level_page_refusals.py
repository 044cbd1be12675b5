"""Sources that are not level pages: one clear sentence, and every encoding that is one."""

from pathlib import Path

import pytest

from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.registry import IMPORTERS, import_file, import_text

PROSE = "It was a mild morning. The baker had not slept.\nNobody knew why.\n" * 3
WORKFLOW = (
    "name: build\non: [push]\njobs:\n  test:\n    runs-on: ubuntu\n    steps:\n      - run: x\n"
)
JOBS_YAML = "level: P3\nresponsibilities:\n  - Bakes\nskills:\n  - sifting\npay:\n  note: none\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (PROSE, "looked for"),
        (WORKFLOW, "looked for"),
        (JOBS_YAML, "looked for"),
        ('{"skills": ["a"], "pay": 3}', "looked for"),
        ("", "empty"),
        (" \n\ufeff\xa0\n", "empty"),
        ("laddereditor: 1\nid: x\n", "already a ladder file"),
        ("# notes\nladdereditor: 1\nid: x\n", "already a ladder file"),
        ("<!DOCTYPE html><html><body>What you'd do</body></html>", "fewer than two"),
        ("<div><h2>What you'd do</h2><ul><li>x</ul></div>", "fewer than two"),
        ("\x00\x01\x02", "not a text file"),
        ("%PDF-1.7 rest", "not a text file"),
        ("a" * 5_000_001, "larger than 5 MB"),
        ("What you'd do\n" + "- Bakes\n" * 6000 + "Skills\n- Rye\n", "at most 5,000"),
    ],
)
def test_that_other_text_is_refused_in_one_sentence(text: str, says: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        import_text(text, "odd.txt")
    message = str(refused.value)
    assert says in message
    assert message.startswith("odd.txt")
    assert "\n" not in message and message.endswith(".")


def test_that_the_refusal_names_what_was_looked_for() -> None:
    with pytest.raises(ImportRefused, match=r"What you'd do.*Common titles.*What it pays"):
        import_text(PROSE)


def test_that_an_unknown_importer_is_refused_by_name(baker: str) -> None:
    with pytest.raises(ImportRefused, match=r"“docx”.*level-page"):
        import_text(baker, importer="docx")
    assert import_text(baker, importer="level-page").ladder == import_text(baker).ladder


def test_that_a_named_importer_refuses_what_it_cannot_read() -> None:
    for importer in IMPORTERS.values():
        assert not importer.recognises(PROSE)
        with pytest.raises(ImportRefused):
            import_text(PROSE, importer=importer.name)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_that_a_page_is_read_in_every_encoding(tmp_path: Path, baker: str, encoding: str) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(baker.replace("\n", "\r\n").encode(encoding))
    assert import_file(page).ladder == import_text(baker).ladder


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"PK\x03\x04" + bytes(40), "damaged or not complete"),
        (bytes(range(256)) * 4, "not a text file"),
        (b"\xff\xfea\x00b", "damaged"),
        (b"x" * 5_000_001, "larger than 5 MB"),
        (("What you'd do\n" * 200_000).encode("utf-16"), "larger than 5 MB"),
        (b"\xef\xbb\xbf", "empty"),
    ],
)
def test_that_a_file_without_text_is_refused(tmp_path: Path, content: bytes, says: str) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(content)
    with pytest.raises(ImportRefused, match=says) as refused:
        import_file(page)
    assert str(refused.value).startswith("page.txt")


def test_that_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match=r"none\.txt cannot be read"):
        import_file(tmp_path / "none.txt")
    with pytest.raises(ImportRefused, match="is a folder"):
        import_file(tmp_path)
