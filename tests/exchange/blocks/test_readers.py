"""Markdown, saved pages and Word files as blocks, with what people write in them by hand."""

import io
import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from laddereditor.exchange.blocks.block import Block, Heading, Item, Paragraph, Table
from laddereditor.exchange.blocks.document_import import read_document
from laddereditor.exchange.importer import ImportRefused


def shown(blocks: tuple[Block, ...]) -> list[str]:
    """Each block as one line: the depth of headings as #, of entries as -."""
    found = []
    for one in blocks:
        if isinstance(one, Heading):
            found.append(f"{'#' * one.depth} {one.text}")
        elif isinstance(one, Item):
            found.append(f"{'  ' * one.depth}{'1.' if one.numbered else '-'} {one.text}")
        elif isinstance(one, Paragraph):
            found.append(f"{'> ' if one.quoted else ''}{one.text}")
        else:
            found.append(" | ".join(one.rows[0]))
    return found


def markdown(text: str) -> list[str]:
    return shown(read_document(text.encode(), "x.md").blocks)


def html(body: str) -> list[str]:
    page = f"<!doctype html><html><head><title>t</title></head><body>{body}</body></html>"
    return shown(read_document(page.encode(), "x.html").blocks)


def word(made: Any) -> list[str]:
    return shown(read_document(saved(made), "x.docx").blocks)


def saved(made: Any) -> bytes:
    target = BytesIO()
    made.save(target)
    return target.getvalue()


# -- Markdown -----------------------------------------------------------------------------------


def test_that_markdown_is_read_by_its_blocks() -> None:
    text = "# A\n\n## B\n\ntext\nmore\n\n> said\n\n- one\n  - two\n1. three\n\n"
    text += "| a | b |\n|---|---|\n| 1 | 2 |\n"
    found = ["# B", "text more", "> said", "- one", "  - two", "1. three", "a | b"]
    assert markdown(f"{text}\n## C\n") == [*found, "# C"]


def test_that_front_matter_gives_properties_as_texts() -> None:
    document = read_document(b"---\ntitle: T\nversion: 1.10\nlang: de\n---\n# H\n\ntext\n", "x.md")
    assert (document.language, document.properties["version"]) == ("de", "1.10")


def test_that_lines_are_counted_with_the_front_matter() -> None:
    document = read_document(b"---\ntitle: T\n---\n\n# H\n\n- text\n", "x.md")
    assert [one.line for one in document.blocks] == [5, 7]


def test_that_a_table_of_contents_is_left_out() -> None:
    assert markdown("# T\n\n- [A](#a)\n- [B](#b)\n\n## A\n\n- a\n\n## B\n") == ["# A", "- a", "# B"]


def test_that_bold_lines_and_typed_bullets_are_headings_and_lists() -> None:
    text = "# T\n\n## A\n\n**Care:**\n\n• one\n\n**Speech**\n\ntwo\n\n## B\n"
    assert markdown(text) == ["# A", "## Care", "- one", "## Speech", "two", "# B"]


def test_that_html_inside_of_markdown_is_read_and_scripts_are_not() -> None:
    text = "# T\n\n## A\n\n<script>x()</script>\n\n<ul><li>one</li></ul>\n\n- [x] done\n\n## B\n"
    assert markdown(text) == ["# A", "- one", "- done", "# B"]


# -- HTML ---------------------------------------------------------------------------------------


def test_that_a_page_is_read_as_readers_see_it() -> None:
    body = (
        "<nav><ul><li>Home</li></ul></nav><h1>T</h1><h2>A <em>b</em></h2><p hidden>no</p>"
        "<ul><li>one<ul><li>two</li></ul></li></ul><ol><li>three</ol><script>x</script>"
        "<p style='display:none'>no</p><p>a<br>b</p><h2>C</h2>"
    )
    assert html(body) == ["# A b", "- one", "  - two", "1. three", "a\nb", "# C"]


def test_that_definitions_are_terms_or_headings() -> None:
    body = "<h1>T</h1><h2>A</h2><dl><dt>Scope<dd>small<dt>Care<dd><ul><li>one</ul></dl><h2>B</h2>"
    assert html(body) == ["# A", "- Scope: small", "## Care", "- one", "# B"]


def test_that_merged_cells_of_a_page_keep_their_places() -> None:
    body = (
        "<h2>A</h2><table><tr><th>x<th colspan=2>y</tr><tr><td rowspan=2>1<td>2<td>3</tr>"
        "<tr><td>4<td>5</tr></table>"
    )
    page = f"<html><body>{body}</body></html>"
    (table,) = [b for b in read_document(page.encode(), "x.html").blocks if isinstance(b, Table)]
    assert table.rows == (("x", "y", ""), ("1", "2", "3"), ("", "4", "5"))
    assert len(table.merged) == 2


@pytest.mark.parametrize("depth", [50, 20_000])
def test_that_deep_pages_are_read_without_a_crash(depth: int) -> None:
    html("<div>" * depth + "deep" + "</div>" * depth)


# -- Word ---------------------------------------------------------------------------------------


def test_that_word_lists_have_their_depths_and_numbers() -> None:
    made = docx.Document()
    made.add_heading("T", 0)
    made.add_heading("A", 1)
    for text, style in (("one", "List Bullet"), ("two", "List Bullet 2"), ("three", "List Number")):
        made.add_paragraph(text, style=style)
    made.add_paragraph("o\tfour")
    made.add_paragraph("§\tfive")
    assert word(made) == ["# A", "- one", "  - two", "1. three", "  - four", "    - five"]


def test_that_a_soft_break_is_a_line_end() -> None:
    made = docx.Document()
    made.add_heading("A", 1)
    made.add_paragraph("one").runs[0].add_break()
    made.paragraphs[-1].add_run("two")
    assert word(made) == ["# A", "one\ntwo"]


def test_that_tracked_changes_are_accepted_and_said() -> None:
    made = docx.Document()
    made.add_heading("A", 1)
    paragraph = made.add_paragraph("Leads ")
    attributes = 'w:id="1" w:author="x" w:date="2026-01-01T00:00:00Z"'
    for xml in (
        f"<w:del {nsdecls('w')} {attributes}><w:r><w:delText>one</w:delText></w:r></w:del>",
        f"<w:ins {nsdecls('w')} {attributes}><w:r><w:t>two</w:t></w:r></w:ins>",
    ):
        paragraph._p.append(parse_xml(xml))
    document = read_document(saved(made), "x.docx")
    assert shown(document.blocks) == ["# A", "Leads two"]
    assert "2 tracked changes" in document.notes[0]


def test_that_comments_are_kept_with_their_place_and_author() -> None:
    made = docx.Document()
    made.add_heading("A", 1)
    paragraph = made.add_paragraph("text")
    made.add_comment(paragraph.runs, text="Is this so?", author="Ann")
    (note,) = read_document(saved(made), "x.docx").remarks
    assert (note.text, note.author, note.line) == ("Is this so?", "Ann", 2)


def test_that_text_boxes_are_read_once() -> None:
    made = docx.Document()
    made.add_heading("A", 1)
    box = (
        f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps">'
        "<w:drawing><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r>"
        "</w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    made.add_paragraph("text")._p.append(parse_xml(box))
    assert word(made) == ["# A", "text", "boxed"]


def test_that_merged_cells_of_word_keep_their_places() -> None:
    made = docx.Document()
    made.add_heading("A", 1)
    table = made.add_table(rows=3, cols=3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "across"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "down"
    (found,) = [b for b in read_document(saved(made), "x.docx").blocks if isinstance(b, Table)]
    assert found.rows == (("00", "across", ""), ("down", "11", "12"), ("", "21", "22"))


# -- files that cannot be read ------------------------------------------------------------------


def zipped(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return target.getvalue()


def good() -> bytes:
    made = docx.Document()
    made.add_heading("A", 1)
    return saved(made)


def bomb() -> bytes:
    return zipped(word__document_xml=b"<w:document>" + b" " * 210_000_000)


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (good()[:-200], "damaged"),
        (b"PK\x03\x04 no zip file", "damaged"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0 an old document", "save it as .docx"),
        (b"plain text", "not a Word document"),
        (zipped(xl__workbook_xml=b"<x/>"), "not a Word document"),
        (zipped(word__document_xml=b"<w:document"), "damaged"),
        (zipped(word__document_xml=LAUGHS), "entities"),
    ],
)
def test_that_a_bad_word_file_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        read_document(data, "x.docx")
    assert words in str(refused.value)
    assert str(refused.value).startswith("x.docx")


def test_that_a_zip_bomb_is_not_unpacked() -> None:
    with pytest.raises(ImportRefused, match="unpack"):
        read_document(bomb(), "x.docx")


def test_that_macros_are_left_out_and_said() -> None:
    target = io.BytesIO(good())
    with zipfile.ZipFile(target, "a") as packed:
        packed.writestr("word/vbaProject.bin", b"x")
    assert read_document(target.getvalue(), "x.docm").notes == ("Its macros were left out.",)
