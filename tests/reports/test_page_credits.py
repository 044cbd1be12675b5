"""Exported pages name the source of the occupation codes that they hold."""

from datetime import date

import pytest

from laddereditor.model.family import Family
from laddereditor.model.ladder import Ladder
from laddereditor.reports.common.origin import origin_line
from laddereditor.reports.page.html import pages_fragment, pages_html, pages_paper
from laddereditor.reports.page.parts import ReaderPages
from laddereditor.reports.page.reader_page import page_of
from laddereditor.reports.page.text import pages_text

WRITERS = (pages_html, pages_fragment, pages_paper, pages_text)


def pages(code: str) -> ReaderPages:
    """Return the page of a family with an occupation code."""
    values = {"id": "baker", "name": "Baker", "occupations": [{"code": code, "title": "Bakers"}]}
    family = Family.model_validate(values)
    ladder = Ladder.model_validate(
        {"laddereditor": 1, "id": "bakery", "name": "Bakery", "families": [values]}
    )
    return ReaderPages("Baker", (page_of(ladder, family),))


@pytest.mark.parametrize("write", WRITERS)
def test_that_a_page_with_a_known_code_names_the_source_once(write: object) -> None:
    assert callable(write)
    assert str(write(pages("51-3011"))).count("CC BY 4.0") == 1


@pytest.mark.parametrize("write", WRITERS)
def test_that_a_page_without_known_codes_names_none(write: object) -> None:
    assert callable(write)
    assert "O*NET" not in str(write(pages("BAKE-1"))).replace("O*NET / SOC", "")


@pytest.mark.parametrize("write", WRITERS)
def test_that_pages_end_with_the_ladder_its_version_and_the_day(write: object) -> None:
    ladder = Ladder.model_validate(
        {"laddereditor": 1, "name": "Backstufen", "version": "1.2.0", "language": "de"}
    )
    line = origin_line(ladder, date(2026, 11, 27))
    assert line == "Backstufen · Version 1.2.0 · Geschrieben am 27.11.2026"
    assert callable(write)
    assert line in str(write(ReaderPages("Baker", (), "de", line)))
