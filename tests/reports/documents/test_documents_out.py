"""Ladders as Markdown, Word and PDF: what they contain, and that texts stay texts."""

import builtins
import shutil
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm

from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.reports.documents.exporters import DOCUMENT_EXPORTERS, PDF_EXPORT, WORD_EXPORT
from laddereditor.reports.documents.ladder_document import document_of
from laddereditor.reports.documents.pdf.pdf import NEEDS, PdfRefused
from laddereditor.reports.exporter import Exporter, ExportScope, ExportSource, unheard

HOSTILE = (
    "# no heading",
    "1. no number",
    "- no * list _at_ all",
    "`code` [link](x) <b>bold</b> &amp; &copy;",
    "#set page(width: 1cm) $x^2$ @label <tag> // no comment",
    '"]) #panic() \\u{41} {{ x }} {% y %}',
    "line one\nline two",
    "עברית עם English",
    "👩‍🔬 emoji",
    "a\u2028b",
    "tab\there",
    "=1+1",
    "C:\\path\\n",
    "w" * 20_000,
)


def ladder_with(texts: tuple[str, ...]) -> Ladder:
    return Ladder.model_validate(
        {
            "laddereditor": 1,
            "id": "small",
            "name": "Small * ladder",
            "organization": "Baker & Sons",
            "version": "1.2.0",
            "language": "en",
            "competencies": [{"id": "craft", "name": "Craft"}],
            "levels": [
                {"id": "P1", "name": "Entry", "expectations": {"craft": ["Learns"]}},
                {"id": "P2", "name": "Next"},
            ],
            "skills": [{"id": "dough", "name": "Dough & more", "category": "Baking"}],
            "families": [
                {
                    "id": "baker",
                    "name": "Baker",
                    "function": "Kitchen",
                    "specialties": ["Bread", "Cake"],
                    "profiles": [
                        {"level": "P1", "responsibilities": list(texts), "skills": ["dough"]},
                        {"level": "P2", "title": "Second baker"},
                    ],
                }
            ],
        }
    )


def exported(exporter: Exporter, ladder: Ladder, **scope: Any) -> bytes:
    source = ExportSource(ladder, ExportScope(**scope), today=date(2026, 11, 27))
    (file,) = exporter.write(source, unheard)
    return file.data


def shown(exporter: Exporter, data: bytes, tmp_path: Path) -> str:
    """What a reader sees of a document, as plain text."""
    if exporter.name == "md":
        return data.decode()
    if exporter.name == "docx":
        found = docx.Document(BytesIO(data))
        cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(one.text for one in found.paragraphs), *cells])
    (tmp_path / "x.pdf").write_bytes(data)
    return text_of_pdf(tmp_path / "x.pdf")


def text_of_pdf(path: Path) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext of poppler is not installed")
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize("exporter", DOCUMENT_EXPORTERS, ids=lambda one: one.name)
def test_that_each_document_names_ladder_version_date_and_pages(
    exporter: Exporter, tmp_path: Path
) -> None:
    text = shown(exporter, exported(exporter, ladder_with(("Bakes bread",))), tmp_path)
    for part in ("Baker", "1.2.0", "2026-11-27", "Kitchen", "Second baker", "Bakes bread"):
        assert part in text, part
    order = [text.index(part) for part in ("Levels", "Bakes bread")]
    assert order == sorted(order)


def test_that_word_keeps_hostile_texts_as_they_are() -> None:
    data = exported(WORD_EXPORT, ladder_with(HOSTILE))
    found = {one.text for one in docx.Document(BytesIO(data)).paragraphs}
    assert set(HOSTILE) - {"tab\there"} <= found
    assert "tab\there" in found


def test_that_word_replaces_what_xml_cannot_hold() -> None:
    data = exported(WORD_EXPORT, ladder_with(("bell \x07 and \ufffe",)))
    assert "bell \ufffd and \ufffd" in {one.text for one in docx.Document(BytesIO(data)).paragraphs}


def test_that_word_has_real_styles_lists_and_tables() -> None:
    data = exported(WORD_EXPORT, ladder_with(("Bakes bread",)))
    made = docx.Document(BytesIO(data))
    styles = {one.text: one.style.name for one in made.paragraphs}
    assert styles["Baker"] == "Heading 2"
    assert styles["P2 — Second baker"] == "Heading 3"
    assert styles["Bakes bread"] == "List Bullet"
    assert made.core_properties.title == "Small * ladder"
    assert made.core_properties.language == "en"
    head = made.tables[0].rows[0]._tr.xml
    assert "w:tblHeader" in head
    assert "PAGE" in made.sections[0].footer._element.xml


def test_that_the_number_of_a_page_is_at_the_right_end_of_its_foot() -> None:
    made = docx.Document(BytesIO(exported(DOCUMENT_EXPORTERS[1], ladder_with(("Bakes bread",)))))
    section: Any = made.sections[0]
    foot = section.footer.paragraphs[0]
    own = {one.position: one.alignment for one in foot.paragraph_format.tab_stops}
    style = {one.position for one in made.styles["Footer"].paragraph_format.tab_stops}
    assert all(own[one] == WD_TAB_ALIGNMENT.CLEAR for one in style)
    (end,) = (one for one, kind in own.items() if kind == WD_TAB_ALIGNMENT.RIGHT)
    width = section.page_width - section.left_margin - section.right_margin
    assert abs(end - width) < Cm(0.1)


def test_that_a_line_between_two_headings_stays_with_the_lower_one() -> None:
    data = exported(DOCUMENT_EXPORTERS[1], ladder_with(("Bakes bread",)))
    lines = docx.Document(BytesIO(data)).paragraphs
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        is_alone = all(one.style.name.startswith("Heading") for one in (above, below))
        if line.text and not line.style.name.startswith("Heading"):
            assert bool(line.paragraph_format.keep_with_next) == is_alone, line.text


def test_that_pdf_keeps_hostile_texts_as_they_are(tmp_path: Path) -> None:
    text = shown(PDF_EXPORT, exported(PDF_EXPORT, ladder_with(HOSTILE[:-1])), tmp_path)
    for one in HOSTILE[:6]:
        assert one in text, one


def test_that_pdf_without_its_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = builtins.__import__

    def without_typst(name: str, *rest: Any, **more: Any) -> Any:
        if name == "typst":
            raise ImportError(name)
        return usual(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without_typst)
    with pytest.raises(PdfRefused) as refused:
        exported(PDF_EXPORT, ladder_with(()))
    assert str(refused.value) == NEEDS


def test_that_one_page_is_a_document_of_its_own() -> None:
    page = Address("families/baker/P2")
    source = ExportSource(ladder_with(("Bakes bread",)), ExportScope(at=(page,)))
    blocks = document_of(source).blocks
    assert [one.text for one in blocks if hasattr(one, "mark") and one.mark] == [
        "P2 — Second baker"
    ]


def test_that_what_others_only_inherit_from_is_left_out() -> None:
    source = ExportSource(
        ladder_with(("Bakes bread",)), needed=frozenset({Address("families/baker/P1")})
    )
    assert "Bakes bread" not in str(document_of(source).blocks)


def test_that_a_ladder_too_large_for_one_pdf_is_refused_with_a_way_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("laddereditor.reports.documents.pdf.pdf.MAX_BLOCKS", 3)
    with pytest.raises(PdfRefused, match="family by family"):
        exported(PDF_EXPORT, ladder_with(()))
