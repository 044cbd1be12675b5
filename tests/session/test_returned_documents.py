"""Documents that people edited come back as exactly their edits."""

import copy
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from tests.reports.documents.test_documents_out import ladder_with

from laddereditor.compare.diff.diffing import diff
from laddereditor.exchange.blocks.own_reader import read_own
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.model.pay import Pay
from laddereditor.model.raw import to_raw
from laddereditor.reports.documents.exporters import MARKDOWN_EXPORT, WORD_EXPORT
from laddereditor.reports.export_scope import export_source
from laddereditor.reports.exporter import Exporter, ExportScope, unheard
from laddereditor.session.returned_documents import read_returned_document
from laddereditor.session.returned_exports import ReturnedExport, read_returned

DAY = date(2026, 11, 27)


def small() -> Ladder:
    return ladder_with(("Bakes bread", "Cleans the oven", "Weighs flour"))


def exported(exporter: Exporter, ladder: Ladder, **scope: Any) -> bytes:
    (file,) = exporter.write(export_source(ladder, ExportScope(**scope), DAY), unheard)
    return file.data


def edited(data: bytes, edit: Callable[[Any], None]) -> bytes:
    made = docx.Document(BytesIO(data))
    edit(made)
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def paragraph(made: Any, text: str) -> Any:
    return next(one for one in made.paragraphs if one.text == text)


def came_back(data: bytes, name: str, into: Ladder | None) -> ReturnedExport:
    found = read_returned(data, name)
    assert found is not None
    return found.into(into)


def changes(before: Ladder, data: bytes, name: str = "x.docx") -> list[tuple[str, str]]:
    found = came_back(data, name, before)
    assert not found.notes
    return [(one.kind, str(one.address.at(one.field))) for one in diff(before, found.ladder)]


def test_that_a_reworded_statement_is_the_only_change() -> None:
    def edit(made: Any) -> None:
        paragraph(made, "Cleans the oven").runs[0].text = "Cleans both ovens"

    ladder = small()
    found = changes(ladder, edited(exported(WORD_EXPORT, ladder), edit))
    assert found == [("changed", "families/baker/P1/responsibilities/1")]


def test_that_added_removed_and_moved_statements_come_back() -> None:
    def edit(made: Any) -> None:
        new = copy.deepcopy(paragraph(made, "Bakes bread")._p)
        paragraph(made, "Weighs flour")._p.addnext(new)
        again = [one for one in made.paragraphs if one.text == "Bakes bread"]
        again[-1].runs[0].text = "Shapes rolls"
        gone = paragraph(made, "Cleans the oven")._p
        gone.getparent().remove(gone)

    ladder = small()
    found = came_back(edited(exported(WORD_EXPORT, ladder), edit), "x.docx", ladder)
    assert found.ladder.families[0].profiles[0].responsibilities == (
        "Bakes bread",
        "Weighs flour",
        "Shapes rolls",
    )


def test_that_an_inherited_expectation_that_was_edited_becomes_the_profile_s_own() -> None:
    def edit(made: Any) -> None:
        # The first one is on the page of the level.
        _, own = [one for one in made.paragraphs if one.text == "Learns"]
        own.runs[0].text = "Learns fast"

    ladder = small()
    data = edited(exported(WORD_EXPORT, ladder), edit)
    found = came_back(data, "x.docx", ladder)
    assert found.ladder.levels == ladder.levels
    assert found.ladder.families[0].profiles[0].expectations == {"craft": ("Learns fast",)}


def test_that_a_new_heading_beside_profiles_is_a_new_profile() -> None:
    ladder = small()
    text = exported(MARKDOWN_EXPORT, ladder).decode()
    text += "\n#### P3 — Master baker\n\n##### What you'd do\n\n- Runs the shop\n"
    found = came_back(text.encode(), "x.md", ladder)
    new = found.ladder.families[0].profiles[-1]
    assert (new.level, new.title) == ("P3", "Master baker")
    assert new.responsibilities == ("Runs the shop",)


def test_that_what_the_ladder_changed_since_then_stays() -> None:
    ladder = small()
    data = exported(MARKDOWN_EXPORT, ladder, audience="hr")
    text = data.decode().replace("Bakes bread", "Bakes rye bread")
    assert changes(ladder, text.encode(), "x.md") == [
        ("changed", "families/baker/P1/responsibilities/0")
    ]


def test_that_a_part_of_a_ladder_comes_back_without_removing_the_rest() -> None:
    ladder = small()
    data = exported(WORD_EXPORT, ladder, at=(Address("families/baker/P1"),))
    assert changes(ladder, data) == []


def test_that_comments_of_word_come_back_with_their_places() -> None:
    def edit(made: Any) -> None:
        made.add_comment(paragraph(made, "Weighs flour").runs, text="Really?", author="Ann")

    ladder = small()
    found = came_back(edited(exported(WORD_EXPORT, ladder), edit), "x.docx", ladder)
    assert found.ladder == ladder
    (comment,) = found.comments
    place = comment.address.at(comment.path)
    assert (place, comment.text, comment.author) == (
        "families/baker/P1/responsibilities/2",
        "Really?",
        "Ann",
    )


def test_that_a_text_without_a_place_is_reported() -> None:
    ladder = small()
    text = exported(MARKDOWN_EXPORT, ladder).decode()
    text = text.replace("- Bakes bread", "By the way.\n\n- Bakes bread")
    found = came_back(text.encode(), "x.md", ladder)
    assert found.ladder == ladder
    assert "“By the way.” was not taken" in found.notes[0]


def test_that_an_export_is_a_ladder_of_its_own_without_another_one() -> None:
    found = came_back(exported(WORD_EXPORT, small()), "x.docx", None)
    assert found.ladder.families[0].profiles[0].responsibilities[0] == "Bakes bread"
    assert (found.ladder.id, found.ladder.version) == ("small", "1.2.0")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_that_a_document_that_libreoffice_saved_again_is_the_same(tmp_path: Path) -> None:
    ladder = small()
    (tmp_path / "x.docx").write_bytes(exported(WORD_EXPORT, ladder))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["--convert-to", "docx", "--outdir", "new", "x.docx"]
    command = ["soffice", profile, "--headless", *convert]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    assert changes(ladder, (tmp_path / "new" / "x.docx").read_bytes()) == []


# -- pay and occupation codes -------------------------------------------------------------------


def paid(language: str = "en") -> Ladder:
    raw = to_raw(ladder_with(("Bakes bread",))) | {"language": language}
    (profile, _) = raw["families"][0]["profiles"]
    raw["families"][0]["occupations"] = [
        {"scheme": "soc-2018", "code": "51-3011", "title": "Bakers", "inferred": True}
    ]
    profile["pay"] = {
        "status": "published",
        "note": "Elbonian crowns.",
        "ranges": [
            {
                "market": "Elbonia: north",
                "currency": "EUR",
                "min": 41000,
                "mid": 46500.5,
                "max": 52000,
                "source": "Survey, second part",
                "as_of": date(2026, 3, 1),
                "inferred": True,
            },
            {"market": "Mordor", "currency": "USD", "min": 30000},
        ],
    }
    return Ladder.model_validate(raw)


def first_pay(found: Ladder) -> Pay:
    pay = found.families[0].profiles[0].pay
    assert pay is not None
    return pay


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_that_pay_that_nobody_edited_comes_back_without_a_change(language: str) -> None:
    ladder = paid(language)
    data = exported(MARKDOWN_EXPORT, ladder, audience="hr")
    assert changes(ladder, data, "x.md") == []
    document = read_returned_document(data, "x.md")
    assert document is not None
    read = first_pay(read_own(document, ladder).ladder)
    assert read.ranges == first_pay(ladder).ranges and read.note == "Elbonian crowns."


@pytest.mark.parametrize(
    ("language", "old", "new"), [("en", "52,000", "53,250.50"), ("de", "52.000", "53.250,50")]
)
def test_that_edited_pay_is_the_only_change(language: str, old: str, new: str) -> None:
    ladder = paid(language)
    text = exported(MARKDOWN_EXPORT, ladder, audience="hr").decode()
    assert text.count(old) == 1
    back = came_back(text.replace(old, new).encode(), "x.md", ladder)
    assert not back.notes
    pay = first_pay(back.ladder)
    assert [one.max for one in pay.ranges] == [53250.5, None]
    assert pay.status == "published" and pay.ranges[0].mid == 46500.5
    assert len(diff(ladder, back.ladder)) == 1


def test_that_pay_and_codes_edited_in_word_come_back() -> None:
    def edit(made: Any) -> None:
        for one in made.paragraphs:
            for run in one.runs:
                run.text = run.text.replace("30,000", "31,000").replace("Bakers", "Bread bakers")

    ladder = paid()
    back = came_back(edited(exported(WORD_EXPORT, ladder, audience="hr"), edit), "x.docx", ladder)
    assert not back.notes
    assert first_pay(back.ladder).ranges[1].min == 31000
    (code,) = back.ladder.families[0].occupations
    assert (code.code, code.title, code.inferred) == ("51-3011", "Bread bakers", True)


def test_that_pay_that_is_no_number_is_reported_and_changes_nothing() -> None:
    ladder = paid()
    text = exported(MARKDOWN_EXPORT, ladder, audience="hr").decode().replace("30,000", "a lot")
    back = came_back(text.encode(), "x.md", ladder)
    assert back.ladder == ladder
    (note,) = back.notes
    assert "a lot" in note and "write a pay range such as" in note


def test_that_a_skill_with_an_unknown_proficiency_is_reported_and_stays() -> None:
    raw = to_raw(small())
    raw["proficiencies"] = [{"id": "low", "name": "Low"}]
    raw["families"][0]["profiles"][0]["skills"] = [{"skill": "dough", "proficiency": "low"}]
    ladder = Ladder.model_validate(raw)
    text = exported(MARKDOWN_EXPORT, ladder).decode()
    assert text.count("(Low)") == 1
    back = came_back(text.replace("(Low)", "(Lofty)").encode(), "x.md", ladder)
    assert back.ladder == ladder
    (note,) = back.notes
    assert "Lofty" in note
