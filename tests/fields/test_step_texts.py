"""What a skill looks like at a step, as one text or as a list of statements."""

from laddereditor.compare.diff.applying.applying import apply
from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.merge.merging import merge
from laddereditor.edits.fields import set_entry
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.model.step_text import StatementLines
from laddereditor.reports.page.reader_page import page_of
from laddereditor.rules.check import check
from laddereditor.storage.files.document import Document, new_document, read_text, update
from laddereditor.storage.reading.schema import json_schema

SQL = Address("skills/sql")
TEXT = """\
laddereditor: 1
id: x
proficiencies: [{id: working}, {id: expert}]
skills:
  - id: sql
    name: SQL
    proficiencies:
      working: Writes joins   # a text
      expert:
        - Tunes queries   # a list
        - {text: Teaches it, examples: [A course]}
"""


def put(document: Document, text: str, key: str = "expert") -> Ladder:
    edit = set_entry(document.ladder, SQL, "proficiencies", key, text)
    return edit.change(document.ladder)


def test_that_both_readings_are_read_and_saved_as_they_are() -> None:
    document = read_text(TEXT)
    found = document.ladder.skills[0].proficiencies
    assert found["working"] == "Writes joins"
    assert found["expert"] == "Tunes queries\nTeaches it\n– A course"
    assert update(document, document.ladder).text == TEXT
    again = read_text(new_document(document.ladder).text).ladder
    assert again == document.ladder
    assert isinstance(again.skills[0].proficiencies["expert"], StatementLines)


def test_that_an_edited_list_stays_a_list_with_the_lines_that_are_the_same() -> None:
    document = read_text(TEXT)
    after = update(document, put(document, "Tunes queries\nPlans indexes\nTeaches it\n– A course"))
    new = "        - Plans indexes\n        - {text"
    assert after.text == TEXT.replace("        - {text", new)


def test_that_an_edited_text_stays_a_text() -> None:
    document = read_text(TEXT)
    after = update(document, put(document, "Writes long joins", "working"))
    assert after.text == TEXT.replace("Writes joins", "Writes long joins")


def test_that_changes_of_a_list_are_found_taken_and_merged() -> None:
    document = read_text(TEXT)
    old, new = document.ladder, put(document, "Tunes slow queries\nTeaches it\n– A course")
    changes = diff(old, new)
    assert len(changes) == 1
    assert apply(changes, old) == new
    other = put(document, "Writes long joins", "working")
    merged = merge(old, new, other)
    assert not merged.conflicts
    assert merged.ladder.skills[0].proficiencies["working"] == "Writes long joins"


def test_that_page_schema_and_rules_know_it() -> None:
    ladder = read_text(TEXT).ladder
    sections = page_of(ladder, ladder.skills[0]).sections
    assert any("Teaches it" in text for one in sections for _, text in one.terms)
    schema = json_schema()["$defs"]["Skill"]["properties"]["proficiencies"]
    assert "array" in str(schema)
    assert check(ladder).findings is not None
