"""Lists as text files: read in every usual form, and written with nothing else changed."""

import codecs
import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.exchange.csv_text import read_file, read_table, spans, with_cells
from laddereditor.exchange.importer import ImportRefused


def cells(data: bytes) -> list[tuple[str, ...]]:
    return [record.cells for record in read_table(data, "list.csv").records]


@pytest.mark.parametrize(
    "data",
    [
        b"Name,Title\nAnna,Baker\n",
        b"Name;Title\r\nAnna;Baker\r\n",
        b"Name\tTitle\rAnna\tBaker\r",
        b"Name|Title\nAnna|Baker",
        b"sep=;\r\nName;Title\r\nAnna;Baker\r\n",
        b'"Name","Title"\n"Anna","Baker"\n',
        codecs.BOM_UTF8 + b"Name,Title\nAnna,Baker\n",
        codecs.BOM_UTF16_LE + "Name\tTitle\nAnna\tBaker\n".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Name\tTitle\nAnna\tBaker\n".encode("utf-16-be"),
        "Name,Title\nAnna,Baker\n".encode("utf-16-le"),
    ],
)
def test_that_every_usual_form_is_read(data: bytes) -> None:
    assert cells(data) == [("Name", "Title"), ("Anna", "Baker")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_that_the_encoding_is_kept(encoding: str) -> None:
    data = "Name;Titel\r\nJörg;Bäcker €\r\n".encode(encoding)
    table = read_table(data, "list.csv")
    assert table.records[1].cells == ("Jörg", "Bäcker €")
    written, is_kept = with_cells(table, [("answer",), ("größer",)])
    assert is_kept
    assert written == "Name;Titel;answer\r\nJörg;Bäcker €;größer\r\n".encode(encoding)


def test_that_an_encoding_without_a_character_becomes_utf_8_with_a_mark() -> None:
    table = read_table("Name;Titel\nJörg;Bäcker\n".encode("cp1252"), "list.csv")
    written, is_kept = with_cells(table, [("answer",), ("łódź",)])
    assert not is_kept
    assert written.startswith(codecs.BOM_UTF8)
    assert written.decode("utf-8-sig").endswith("Jörg;Bäcker;łódź\n")


def test_that_all_else_stays_character_for_character() -> None:
    text = (
        'sep=,\r\n Name , "Title",Note\r\n\r\n"Anna ""A"" B", Baker ,"two\nlines"\n'
        '=1+1,@x,\'5\r\nshort\r\nlong,a,b,c\n   \n"x"y,z,'
    )
    table = read_table(text.encode(), "list.csv")
    filled = [record for record in table.records if not record.is_blank]
    written, _ = with_cells(table, [(f"a{at}",) for at in range(len(filled))])
    assert written.decode() == (
        'sep=,\r\n Name , "Title",Note,,a0\r\n\r\n"Anna ""A"" B", Baker ,"two\nlines",,a1\n'
        '=1+1,@x,\'5,,a2\r\nshort,,,,a3\r\nlong,a,b,c,a4\n   \n"x"y,z,,,a5'
    )


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+49", "'+49"),
        ("-x", "'-x"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("a,b", '"a,b"'),
        ('say "x"', '"say ""x"""'),
        ("two\nlines", '"two\nlines"'),
        ("plain", "plain"),
    ],
)
def test_that_an_added_cell_is_not_a_formula_and_stays_one_cell(cell: str, written: str) -> None:
    table = read_table(b"a,b\n", "list.csv")
    assert with_cells(table, [(cell,)])[0].decode() == f"a,b,{written}\n"


def test_that_a_list_of_one_column_may_have_commas() -> None:
    table = read_table(b"Title\nManager, Sales\nDirector\n", "list.csv")
    assert [one.cells for one in table.records] == [("Title",), ("Manager, Sales",), ("Director",)]
    written, _ = with_cells(table, [("answer",), ("none",), ("none",)])
    assert written == b"Title;answer\nManager, Sales;none\nDirector;none\n"


def test_that_columns_can_be_left_out() -> None:
    table = read_table(b'a,"b,x",c\n1,"2""",3\n4\n', "list.csv")
    written, _ = with_cells(table, [("new",), ("n1",), ("n2",)], without=(1,))
    assert written == b"a,c,new\n1,3,n1\n4,,n2\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\r\n", "is empty"),
        (b"PK\x03\x04xl/workbook", "is a workbook or a document"),
        (b"%PDF-1.7\n", "is a PDF file"),
        (b"\x00\x01\x02\x03" * 50, "is not a text file"),
        (b"<!DOCTYPE html><html>", "is a web page"),
        (b"laddereditor: 1\nid: x\n", "is a ladder"),
        (b'a,b\n1,2\n3,"open\n4,5\n', "line 3: a quotation mark opens a cell there"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "is damaged at byte"),
        (b"a,b\n1," + b"x" * 1_100_000 + b"\n", "line 2: a cell there is longer"),
    ],
)
def test_that_another_file_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        read_table(data, "list.csv")
    assert words in str(refused.value)
    assert str(refused.value).startswith("list.csv")


def test_that_a_file_that_cannot_be_read_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="folder"):
        read_file(tmp_path)
    with pytest.raises(ImportRefused, match="cannot be read"):
        read_file(tmp_path / "gone.csv")


def test_that_a_hundred_thousand_rows_are_read_and_written() -> None:
    text = "Name,Title\n" + "".join(f"Person {at},Baker {at % 7}\n" for at in range(100_000))
    table = read_table(text.encode(), "list.csv")
    assert len(table.records) == 100_001
    written, _ = with_cells(table, (("x",) for _ in table.records))
    assert written.count(b"\n") == 100_001


_CELL = st.text('ab",;\n\r \tä=', max_size=6)


@pytest.mark.hypothesis
@given(
    st.lists(st.lists(_CELL, min_size=2, max_size=4), min_size=1, max_size=6),
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n"]),
)
def test_that_any_table_keeps_its_text_before_what_is_added(
    rows: list[list[str]], delimiter: str, line_end: str
) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, lineterminator=line_end).writerows(
        [["head", "head2"], *rows, *[["a", "b"]] * len(rows)]
    )
    table = read_table(buffer.getvalue().encode(), "list.csv")
    assert "".join(one.text + one.line_end for one in table.records) == buffer.getvalue()
    filled = [record for record in table.records if not record.is_blank]
    written = with_cells(table, [("new",) for _ in filled])[0].decode()
    for before, after in zip(table.records, read_table(written.encode(), "").records, strict=True):
        assert after.text.startswith(before.text)
        assert len(spans(before.text, table.delimiter)) == max(1, len(before.cells))
