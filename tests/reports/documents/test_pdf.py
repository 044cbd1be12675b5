"""PDF joined of parts: pages, contents, bookmarks and tags are those of one document."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.reports.documents.exporters import PDF_EXPORT
from laddereditor.reports.documents.pdf import parts
from laddereditor.reports.exporter import ExportScope, ExportSource, unheard

FAMILIES = 6


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have each family be a part."""
    monkeypatch.setattr(parts, "PART_SIZE", 5)


def ladder(text: str = "Bakes bread") -> Ladder:
    profiles = [
        {"level": code, "title": f"Baker ({code}) 7 0 R", "responsibilities": [text] * 30}
        for code in ("P1", "P2")
    ]
    return Ladder.model_validate(
        {
            "laddereditor": 1,
            "id": "small",
            "name": "Small ladder",
            "organization": "Baker & Sons",
            "version": "1.2.0",
            "language": "de-AT",
            "levels": [{"id": "P1", "name": "Entry"}, {"id": "P2", "name": "Next"}],
            "families": [
                {"id": f"f{n}", "name": f"Family {n}", "function": f"Kitchen {n}",
                 "profiles": profiles}
                for n in range(FAMILIES)
            ],
        }
    )  # fmt: skip


def pdf_data(*at: Address) -> bytes:
    source = ExportSource(ladder(), ExportScope(at=at), today=date(2026, 5, 4))
    (file,) = PDF_EXPORT.write(source, unheard)
    return file.data


@pytest.fixture
def pdf() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(pdf_data())) as made:
        yield made


def bookmarks(pdf: pikepdf.Pdf) -> list[tuple[int, str, int]]:
    """Return the depth, the title and the page of each bookmark."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    found: list[tuple[int, str, int]] = []

    def walk(one: Any, depth: int) -> None:
        while one is not None:
            found.append((depth, str(one.Title), numbers[one.Dest[0].objgen]))
            walk(one.get("/First"), depth + 1)
            one = one.get("/Next")

    walk(pdf.Root.Outlines.First, 1)
    return found


def text_of(data: bytes, folder: Path, *options: str) -> str:
    """Return the text in the order in which readers get it."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    (folder / "one.pdf").write_bytes(data)
    command = ["pdftotext", *options, str(folder / "one.pdf"), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_that_the_file_follows_the_syntax_and_says_title_author_language_and_day(
    pdf: pikepdf.Pdf,
) -> None:
    assert pdf.check_pdf_syntax() == []
    assert str(pdf.docinfo.Title) == "Small ladder"
    assert str(pdf.docinfo.Author) == "Baker & Sons"
    assert str(pdf.docinfo.CreationDate).startswith("D:20260504")
    assert str(pdf.Root.Lang) == "de-AT"
    assert pdf.Root.MarkInfo.Marked


def test_that_bookmarks_lead_to_the_pages_of_their_headings(tmp_path: Path) -> None:
    data = pdf_data()
    with pikepdf.open(BytesIO(data)) as pdf:
        found = bookmarks(pdf)
    assert [title for depth, title, _ in found if depth == 1][1:] == [
        f"Kitchen {n}" for n in range(FAMILIES)
    ]
    for _, title, page in found:
        assert title in text_of(data, tmp_path, "-f", str(page), "-l", str(page))


def test_that_contents_say_the_page_that_they_lead_to(pdf: pikepdf.Pdf) -> None:
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    links = [link for page in pdf.pages for link in page.obj.get("/Annots", ())]
    assert len(links) == len(bookmarks(pdf))
    for link in links:
        said = re.search(r"(\d+)$", str(link.Contents))
        assert said and int(said[1]) == numbers[link.Dest[0].objgen]


def test_that_each_page_says_its_number_of_all_with_ladder_version_and_day(tmp_path: Path) -> None:
    pages = text_of(pdf_data(), tmp_path).rstrip("\f").split("\f")
    for number, page in enumerate(pages, 1):
        assert f"{number}/{len(pages)}" in page.replace(" ", "")
        assert "Small ladder" in page
        assert "1.2.0" in page


def test_that_families_are_read_in_their_order_behind_the_contents(tmp_path: Path) -> None:
    text = text_of(pdf_data(), tmp_path)
    places = [text.rindex(f"Family {n}") for n in range(FAMILIES)]
    assert places == sorted(places)
    assert text.index("Kitchen 0") < text.index("Bakes bread")


def tags(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield all tags; each names the one above it."""
    (document,) = pdf.Root.StructTreeRoot.K
    waiting = [document]
    while waiting:
        tag = waiting.pop()
        yield tag
        for below in tag.get("/K", ()):
            if not isinstance(below, int) and "/S" in below:
                assert below.P.objgen == tag.objgen
                waiting.append(below)


def test_that_each_piece_of_a_page_belongs_to_the_tag_that_names_it(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root.StructTreeRoot
    parents = dict(pikepdf.NumberTree(root.ParentTree).items())
    named = {
        (tag.Pg.objgen, below): tag.objgen
        for tag in tags(pdf)
        for below in tag.get("/K", ())
        if isinstance(below, int)
    }
    pieces = {}
    for page in pdf.pages:
        drawn = b"\n".join(one.read_bytes() for one in page.obj.Contents)
        for piece in map(int, re.findall(rb"/MCID (\d+)", drawn)):
            tag = parents[int(page.obj.StructParents)][piece]
            pieces[(page.obj.objgen, piece)] = tag.objgen
    assert pieces == named
    assert len(pieces) > FAMILIES * 60


def test_that_each_link_belongs_to_its_tag(pdf: pikepdf.Pdf) -> None:
    parents = dict(pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree).items())
    links = [link for page in pdf.pages for link in page.obj.get("/Annots", ())]
    assert links
    for link in links:
        tag = parents[int(link.StructParent)]
        assert tag.S == "/Link"
        assert link.objgen in [one.Obj.objgen for one in tag.K if not isinstance(one, int)]


def test_that_tags_have_names_of_their_own_that_cells_refer_to(pdf: pikepdf.Pdf) -> None:
    names = dict(pikepdf.NameTree(pdf.Root.StructTreeRoot.IDTree).items())
    assert {str(tag.ID) for tag in tags(pdf) if "/ID" in tag} == set(names)
    assert len(names) == (FAMILIES + 1) * 3  # the heads of the tables
    for tag in tags(pdf):
        for group in tag.get("/A", ()):
            assert {str(one) for one in group.get("/Headers", ())} <= set(names)


def test_that_headings_are_tagged_once(pdf: pikepdf.Pdf) -> None:
    levels = [str(tag.S) for tag in tags(pdf)]
    assert levels.count("/H3") == FAMILIES * 2 + 2
    assert levels.count("/TOC") > 0


def test_that_texts_that_look_like_references_stay_as_they_are(tmp_path: Path) -> None:
    data = pdf_data()
    assert "Baker (P2) 7 0 R" in text_of(data, tmp_path)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert "Baker (P2) 7 0 R" in str([title for _, title, _ in bookmarks(pdf)])


def test_that_one_page_has_its_title_above_it_and_no_contents(tmp_path: Path) -> None:
    data = pdf_data(Address("families/f1/P2"))
    text = text_of(data, tmp_path)
    assert text.startswith("Small ladder")
    assert "1/2" in text.replace(" ", "")
    with pikepdf.open(BytesIO(data)) as pdf:
        assert "/TOC" not in [str(tag.S) for tag in tags(pdf)]


def test_that_an_export_can_be_ended_between_two_parts() -> None:
    def end(done: int, of: int) -> None:
        if done > of // 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(PDF_EXPORT.write(ExportSource(ladder()), end))


def test_that_progress_only_grows_and_reaches_the_end() -> None:
    shares: list[float] = []
    list(PDF_EXPORT.write(ExportSource(ladder()), lambda done, of: shares.append(done / of)))
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_that_a_ladder_with_nothing_in_it_is_a_page_with_its_name(tmp_path: Path) -> None:
    empty = Ladder.model_validate({"laddereditor": 1, "id": "empty", "name": ""})
    (file,) = PDF_EXPORT.write(ExportSource(empty), unheard)
    assert "1/1" in text_of(file.data, tmp_path).replace(" ", "")
    with pikepdf.open(BytesIO(file.data)) as pdf:
        assert pdf.check_pdf_syntax() == []
