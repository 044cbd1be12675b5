"""Damaged, protected and hostile files give a sentence, soon, and never a traceback."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook as Book

from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.tables import read_workbook, workbook_of
from laddereditor.exchange.tables.files.limits import MAX_UNZIPPED

_START = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_ODS = "urn:oasis:names:tc:opendocument:xmlns"
_SECONDS = 10  # far more than any of them takes


def packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return target.getvalue()


def workbook_with(sheet: bytes, **others: bytes) -> bytes:
    """Return an Excel file whose sheet has this XML."""
    target = io.BytesIO()
    Book().save(target)
    with zipfile.ZipFile(target) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    return packed({**parts, "xl/worksheets/sheet1.xml": sheet, **others})


def cell(place: str, text: str) -> bytes:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'.encode()


def rows(*each: bytes) -> bytes:
    return _START + b"<sheetData>" + b"".join(each) + b"</sheetData></worksheet>"


def ods(table: str) -> bytes:
    content = (
        f'<office:document-content xmlns:office="{_ODS}:office:1.0" '
        f'xmlns:table="{_ODS}:table:1.0" xmlns:text="{_ODS}:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="S">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "content.xml": content.encode()})


_GOOD = workbook_with(rows(b'<row r="1">' + cell("A1", "x") + b"</row>"))
_LAUGHS = b'<!DOCTYPE l [<!ENTITY a "aaa"><!ENTITY b "&a;&a;&a;">]>'
_LAUGHING = _LAUGHS + rows(b'<row r="1">' + cell("A1", "&b;") + b"</row>")

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip bomb": (
        lambda: packed({"xl/workbook.xml": b"x", "xl/a.xml": bytes(MAX_UNZIPPED + 1)}),
        "would unpack to more than 200 MB",
    ),
    "billion laughs": (lambda: workbook_with(_LAUGHING), "declares entities of XML"),
    "billion laughs behind a comment": (
        lambda: workbook_with(b"<!-- " + b"x" * 9_000 + b" -->" + _LAUGHING),
        "declares entities of XML",
    ),
    "billion laughs in UTF-16": (
        lambda: workbook_with(_LAUGHING.decode().encode("utf-16")),
        "declares entities of XML",
    ),
    "truncated": (lambda: _GOOD[: len(_GOOD) // 2], "damaged or not complete"),
    "without its end": (lambda: _GOOD[:-10], "damaged or not complete"),
    "not XML": (lambda: workbook_with(b"hello"), "damaged or not complete"),
    "deep": (lambda: workbook_with(_START + b"<row>" * 100_000), "damaged or not complete"),
    "unknown style": (
        lambda: workbook_with(rows(b'<row r="1"><c r="A1" s="99999"><v>5</v></c></row>')),
        "damaged or not complete",
    ),
    "protected": (
        lambda: _OLE + "EncryptedPackage".encode("utf-16-le") + bytes(480),
        "protected by a password",
    ),
    "old Word document": (
        lambda: _OLE + "WordDocument".encode("utf-16-le") + bytes(488),
        "is not a workbook",
    ),
    "damaged .xls": (
        lambda: _OLE + "Workbook".encode("utf-16-le") + bytes([7]) * 496,
        "damaged or not complete",
    ),
    "zip file": (lambda: packed({"a.txt": b"hi"}), "is not a workbook but a zip file"),
    "Word document": (lambda: packed({"word/document.xml": b"<a/>"}), "is a Word document"),
    "PDF": (lambda: b"%PDF-1.7 hello", "is a PDF file"),
    "empty file": (lambda: b"", "is empty"),
    "binary": (lambda: bytes(range(256)) * 10, "is not a text file"),
    "endless cells": (
        lambda: ods(
            '<table:table-row table:number-rows-repeated="4000000000"><table:table-cell '
            'table:number-columns-repeated="4000000000"><text:p>x</text:p></table:table-cell>'
            "</table:table-row>"
        ),
        "far more cells than any ladder",
    ),
    "too many cells": (
        lambda: workbook_with(rows(*(b"<row>" + b"<c><v>1</v></c>" * 50 + b"</row>",) * 9_000)),
        "far more cells than any ladder",
    ),
    "open quotation mark": (lambda: b'a,b\n"x,y\n', "never closed"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_that_it_is_refused_in_a_sentence(name: str) -> None:
    make, message = REFUSED[name]
    data = make()
    start = time.monotonic()
    with pytest.raises(ImportRefused, match=message) as refused:
        workbook_of(data, "odd.xlsx")
    assert time.monotonic() - start < _SECONDS
    assert str(refused.value).startswith("odd.xlsx") and "\n" not in str(refused.value)


def test_that_every_damaged_byte_gives_a_sentence_or_a_workbook() -> None:
    for at in range(0, len(_GOOD), 97):
        damaged = bytearray(_GOOD)
        damaged[at] ^= 0xFF
        try:
            workbook_of(bytes(damaged), "odd.xlsx")
        except ImportRefused as refused:
            assert str(refused).startswith("odd.xlsx")


def test_that_a_million_empty_rows_are_no_hindrance() -> None:
    empty = b"".join(b'<row r="%d" ht="15"/>' % at for at in range(3, 1_000_000))
    data = workbook_with(rows(b'<row r="1">' + cell("A1", "x") + b"</row>", empty))
    start = time.monotonic()
    workbook = workbook_of(data, "odd.xlsx")
    assert time.monotonic() - start < _SECONDS
    assert [len(grid.rows) for grid in workbook.grids] == [1]


def test_that_cells_far_away_are_left_out_and_said() -> None:
    far = b'<row r="1048576">' + cell("A1048576", "z") + cell("XFD1048576", "z") + b"</row>"
    data = workbook_with(rows(b'<row r="1">' + cell("A1", "x") + b"</row>", far))
    workbook = workbook_of(data, "odd.xlsx")
    assert workbook.grids[0].width == 1
    assert "has 2 cells far away from its table, such as A1048576" in workbook.notes[0]


def test_that_a_merged_sheet_is_no_hindrance() -> None:
    merged = b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    sheet = rows(b'<row r="1">' + cell("A1", "x") + b"</row>").replace(b"</worksheet>", merged)
    assert workbook_of(workbook_with(sheet), "odd.xlsx").grids[0].merged == ()


def test_that_macros_and_pictures_are_said_and_not_kept() -> None:
    relation = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="x" Target="../drawings/drawing1.xml"/></Relationships>'
    )
    others = {
        "xl/vbaProject.bin": b"macro",
        "xl/worksheets/_rels/sheet1.xml.rels": relation,
        "xl/drawings/drawing1.xml": b"<xdr:wsDr><xdr:pic></xdr:pic></xdr:wsDr>",
    }
    data = workbook_with(rows(b'<row r="1">' + cell("A1", "x") + b"</row>"), **others)
    notes = workbook_of(data, "odd.xlsm").notes
    assert notes[0].startswith("The file has macros")
    assert "has 1 picture; a table in a picture cannot be read" in notes[1]


@pytest.mark.parametrize("make", [Path.mkdir])
def test_that_a_folder_is_refused(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / "odd.xlsx")
    with pytest.raises(ImportRefused, match=r"odd\.xlsx is a folder"):
        read_workbook(tmp_path / "odd.xlsx")
