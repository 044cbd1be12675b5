"""The words of what is written for readers, in the language of the ladder."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import laddereditor
from laddereditor.assets import word_list
from laddereditor.compare.diff.changes.change_words import singular
from laddereditor.edits.cell_texts import YES
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import KINDS
from laddereditor.model.pay import Pay
from laddereditor.model.phrases import ENGLISH, phrases_of
from laddereditor.model.titles import MORE_TITLES
from laddereditor.reports.notes.senses import MEANINGS, SUMMARIES, SUMS
from laddereditor.reports.page.texts import FOR_EVERY_FAMILY, INFERRED
from laddereditor.reports.worksheets import profile_sheets
from laddereditor.reports.worksheets.job_description import ASKED
from laddereditor.reports.worksheets.kinds import SHEET_KINDS
from laddereditor.reports.worksheets.profile_sheets import HOW_TO_REVIEW

ROOT = Path(__file__).parents[2]
LANGUAGES = ("de", "fr", "es", "pt", "nl", "it")
RESOURCE: dict[str, Any] = word_list("phrases")
PHRASES: dict[str, dict[str, str | list[str]]] = RESOURCE["phrases"]


def forms(words: str | list[str]) -> list[str]:
    return [words] if isinstance(words, str) else words


def names(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))


def said() -> Iterator[str]:
    """The literal texts that the code says or counts by."""
    for path in Path(laddereditor.__file__).parent.rglob("*.py"):
        source = path.read_text("utf-8")
        if "phrases" not in source:
            continue
        for node in ast.walk(ast.parse(source)):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            place = {"say": 0, "count": 1}.get(node.func.attr)
            if place is not None and len(node.args) > place:
                text = node.args[place]
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    yield text.value


def read_fields() -> Iterator[FieldSpec]:
    """The fields that a note can be about."""
    for entity in (*(kind.entity for kind in KINDS.values()), Pay):
        for spec in field_specs(entity).values():
            if spec.readers != "editors" and spec.asks != "file" and spec.shape != "id":
                yield spec


def site_templates() -> Iterator[str]:
    """The literal texts that the templates of the site say."""
    for path in (ROOT / "resources" / "site").glob("*.html"):
        yield from re.findall(r'say\("([^"]+)"', path.read_text("utf-8"))


def page_words() -> Iterator[str]:
    """The headings, terms and choices of the pages of readers."""
    for entity in (kind.entity for kind in KINDS.values()):
        for spec in field_specs(entity).values():
            if spec.readers != "editors" and spec.page.role != "none":
                yield from (spec.words, *map(spec.choice_words, spec.choices))


def test_that_the_words_of_pages_and_of_the_site_are_known() -> None:
    templates = set(site_templates())
    assert "Search" in templates
    marks = {INFERRED, FOR_EVERY_FAMILY, YES, MORE_TITLES}
    assert {*templates, *page_words(), *marks} - set(PHRASES) == set()


def test_that_the_words_of_sheets_are_known() -> None:
    columns = (*profile_sheets._GOALS, *profile_sheets._INTERVIEW, *profile_sheets._REVIEW)
    words = {*(column.head for column in columns), *(kind.title for kind in SHEET_KINDS)}
    source = Path(profile_sheets.__file__).read_text("utf-8")
    lines = [line for line in source.splitlines() if "blanks(" in line]
    blanks = re.findall('"([A-Z][a-z ]+)"', "".join(lines))
    assert {"Employee", "Candidate"} <= set(blanks)
    assert {*words, *blanks, *ASKED, HOW_TO_REVIEW, "Goals", "Review"} - set(PHRASES) == set()


@pytest.mark.parametrize("english", PHRASES)
def test_that_every_phrase_is_in_every_language_with_the_same_names(english: str) -> None:
    assert tuple(PHRASES[english]) == LANGUAGES
    for words in PHRASES[english].values():
        assert all(form.strip() and names(form) == names(english) for form in forms(words))
    assert len({len(forms(words)) for words in PHRASES[english].values()}) == 1


def test_that_every_text_that_the_code_says_is_known() -> None:
    texts = {*said(), *MEANINGS.values(), *SUMMARIES.values(), *(one for one, _ in SUMS.values())}
    assert "{what} moved to {where}" in texts
    assert texts - {""} <= set(PHRASES)


def test_that_the_fields_and_kinds_that_readers_see_are_known() -> None:
    titles = {kind.title for kind in KINDS.values()} | {kind.plural for kind in KINDS.values()}
    for spec in read_fields():
        titles.add(spec.title)
        if spec.shape in ("statements", "expectations", "lines", "ranges"):
            titles.add(singular(spec.title))
        titles.update(filter(None, (spec.unit, *map(spec.choice_words, spec.choices))))
    assert titles - set(PHRASES) == set()
    assert {"Responsibility", "Pay grade", "years"} <= titles


@pytest.mark.parametrize("language", ["", "en", "en-GB", "fi", "tlh"])
def test_that_other_languages_say_it_in_english(language: str) -> None:
    said_here = phrases_of(language)
    assert said_here.say("{what} added", what="Skill") == "Skill added"
    assert said_here.count(1, "change") == "1 change"
    assert said_here.count(2, "asks for more", "ask for more") == "2 ask for more"
    assert said_here.number(40000.5) == "40,000.5"


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        ("de", "1 Änderung", "2 Änderungen"),
        ("fr-CA", "1 changement", "2 changements"),
        ("it", "1 modifica", "2 modifiche"),
    ],
)
def test_that_one_and_several_have_words_of_their_own(
    language: str, one: str, several: str
) -> None:
    said_here = phrases_of(language)
    assert said_here.count(1, "change") == one
    assert said_here.count(2, "change") == several


def test_that_none_counts_as_one_in_french_and_portuguese_alone() -> None:
    assert phrases_of("fr").count(0, "change") == "0 changement"
    assert phrases_of("pt-BR").count(0, "change") == "0 alteração"
    assert phrases_of("de").count(0, "change") == "0 Änderungen"


@pytest.mark.parametrize(
    ("language", "number"),
    [
        ("de", "1.234.567,5"),
        ("de-CH", "1’234’567.5"),
        ("fr", "1\u202f234\u202f567,5"),
        ("es_MX", "1,234,567.5"),
        ("nl", "1.234.567,5"),
    ],
)
def test_that_numbers_are_written_as_in_the_language(language: str, number: str) -> None:
    assert phrases_of(language).number(1234567.5) == number


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("", "2026-12-01"),
        ("en-GB", "2026-12-01"),
        ("de-AT", "01.12.2026"),
        ("fr", "01/12/2026"),
        ("fr-CA", "2026-12-01"),
        ("nl", "01-12-2026"),
    ],
)
def test_that_days_are_written_as_in_the_language(language: str, day: str) -> None:
    assert phrases_of(language).day(date(2026, 12, 1)) == day


def test_that_every_language_writes_days_and_numbers() -> None:
    assert set(LANGUAGES) <= set(RESOURCE["days"]) & set(RESOURCE["marks"])


def test_that_braces_in_what_is_filled_in_stay() -> None:
    assert ENGLISH.say("{what} added", what="{where}") == "{where} added"
    assert phrases_of("fr").labelled("{a}", "{b}") == "{a}\u00a0: {b}"


def test_that_nouns_keep_their_capitals_inside_a_german_line() -> None:
    assert phrases_of("de-AT").inside("Spanne") == "Spanne"
    assert phrases_of("fr").inside("Fourchette") == "fourchette"
