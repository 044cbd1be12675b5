"""Links and ids from elsewhere, of entities and of statements."""

from typing import Any

import pytest

from laddereditor.compare.diff.applying.applying import apply
from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.merge.merging import merge
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.subject import Subject
from laddereditor.edits.adding import duplicate
from laddereditor.edits.cells.filling import fill
from laddereditor.edits.fields import set_field
from laddereditor.edits.places.cell_place import CellPlace
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import KINDS
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import ExampledStatement
from laddereditor.model.web_link import is_safe_address
from laddereditor.presentation.forms.statement_edits import StatementPosition, set_text, split
from laddereditor.presentation.tree.nodes import TreeBuilder
from laddereditor.reports.page.html import page_html
from laddereditor.reports.page.reader_page import page_of
from laddereditor.rules.check import check
from laddereditor.storage.files.document import new_document, read_text, update
from tests.edits.samples import DATA_P3, family, made, profile, sample

LINKS, ELSEWHERE = FieldPath("links"), FieldPath("external_id")
DUTIES = FieldPath("responsibilities")
GUIDE = {"url": "https://example.org/guide", "title": "The guide"}
SKILL = Address("skills/sql")


def linked(*links: Any, at: Address = DATA_P3) -> Ladder:
    return set_field(sample(), at, LINKS, links).change(sample())


def stating(**more: Any) -> Ladder:
    """A ladder with one statement that says more than its text."""
    statement = {"text": "Mends what breaks", **more}
    return set_field(sample(), DATA_P3, DUTIES, (statement,)).change(sample())


def page_text(ladder: Ladder) -> str:
    return page_html(page_of(ladder, profile(ladder), family(ladder, "data")))


@pytest.mark.parametrize("kind", KINDS)
def test_that_every_entity_may_have_them(kind: str) -> None:
    specs = field_specs(KINDS[kind].entity)
    assert specs["links"].shape == "links"
    assert (specs["external_id"].readers, specs["external_id"].asks) == ("editors", "file")


def test_that_they_are_saved_and_read_with_only_their_lines_changed() -> None:
    before = new_document(sample())
    after = update(before, linked(GUIDE, at=SKILL))
    lines = '    links:\n      - {url: "https://example.org/guide", title: The guide}\n'
    assert after.text.replace(lines, "") == before.text
    assert read_text(after.text).ladder == linked(GUIDE, at=SKILL)


def test_that_a_statement_keeps_its_links_and_its_id_in_a_file() -> None:
    ladder = stating(links=[GUIDE], external_id="1_000")
    assert read_text(new_document(ladder).text).ladder == ladder
    statement = profile(ladder).responsibilities[0]
    assert isinstance(statement, ExampledStatement)
    assert (statement.external_id, statement.links[0].title) == ("1_000", "The guide")


@pytest.mark.parametrize(
    ("url", "is_safe"),
    [
        ("https://example.org/a?b=c#d", True),
        ("HTTP://example.org", True),
        ("mailto:ann@example.org", True),
        (" https://example.org ", True),
        ("javascript:alert(1)", False),
        ("java\tscript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("data:text/html,<b>", False),
        ("https://", False),
        ("mailto:", False),
        ("example.org", False),
        ("https://exa mple.org", False),
        ("https://[::1", False),
        ("https://example.org/\u202egpj", False),
        ("//example.org", False),
        ("", False),
    ],
)
def test_that_only_pages_and_mailboxes_are_opened(url: str, is_safe: bool) -> None:
    assert is_safe_address(url) is is_safe


def test_that_the_page_shows_them_and_leads_only_to_safe_addresses() -> None:
    html = page_text(linked(GUIDE, {"url": "javascript:alert(1)", "title": "<i>Run</i>"}))
    assert '<a href="https://example.org/guide" rel="noopener noreferrer">The guide</a>' in html
    assert 'href="javascript' not in html
    assert "&lt;i&gt;Run&lt;/i&gt;" in html
    assert '">The guide</a>' in page_text(stating(links=[GUIDE]))


def test_that_compare_and_the_matrix_show_them() -> None:
    ladder = linked(GUIDE)
    found = compare([Subject(ladder, DATA_P3), Subject(ladder, Address("levels/P3"))])
    row = next(row for row in found.rows if row.section == LINKS)
    assert row.cells[0].text == "The guide (https://example.org/guide)"
    rows = matrix(ladder, Address("families/data")).rows
    assert [row.kind for row in rows if row.section == LINKS] == ["heading", "fact"]


def test_that_changes_of_them_are_taken_and_merged_and_ask_nothing_of_people() -> None:
    old, new = sample(), linked(GUIDE)
    changes = diff(old, new)
    assert {one.effect for one in changes} == {"neutral"}
    assert apply(changes, old) == new
    other = set_field(old, DATA_P3, ELSEWHERE, "x-1").change(old)
    merged = merge(old, new, other)
    assert not merged.conflicts
    assert (profile(merged.ladder).links, profile(merged.ladder).external_id) == (
        profile(new).links,
        "x-1",
    )


def test_that_a_statement_keeps_them_when_its_text_changes() -> None:
    ladder = stating(links=[GUIDE], external_id="s-1")
    place = CellPlace(DATA_P3, DUTIES, position=0)
    typed = profile(made(fill(ladder, [(place, "Mends it")]), ladder)).responsibilities[0]
    assert isinstance(typed, ExampledStatement)
    assert (typed.text, typed.external_id, len(typed.links)) == ("Mends it", "s-1", 1)
    items = profile(ladder).responsibilities
    (put,) = set_text(items, StatementPosition(0), "Mends it")
    assert put == typed
    first, second = split(items, StatementPosition(0), 5).items
    assert isinstance(first, ExampledStatement)
    assert (first.external_id, second) == ("s-1", "what breaks")


def test_that_a_reworded_statement_is_merged_with_its_links() -> None:
    base = stating(external_id="s-1")
    ours = stating(external_id="s-1", links=[GUIDE])
    reworded = {"text": "Mends what breaks at night", "external_id": "s-1"}
    theirs = set_field(base, DATA_P3, DUTIES, (reworded,)).change(base)
    merged = merge(base, ours, theirs)
    assert not merged.conflicts
    statement = profile(merged.ladder).responsibilities[0]
    assert isinstance(statement, ExampledStatement)
    assert (statement.text, len(statement.links)) == ("Mends what breaks at night", 1)


def test_that_rules_find_links_that_nothing_opens_and_repair_bare_ones() -> None:
    ladder = linked(GUIDE, {"url": "example.org/a"}, {"title": "Nowhere"}, {"url": "file:///a"})
    found = [one for one in check(ladder).findings if one.rule == "link-address"]
    assert [one.field for one in found] == ["links/1/url", "links/2/url", "links/3/url"]
    assert [len(one.fixes) for one in found] == [1, 0, 0]
    after = found[0].fixes[0].edit(ladder).change(ladder)
    assert profile(after).links[1].url == "https://example.org/a"
    inner = check(stating(links=[{"url": "x y"}])).findings
    assert any(one.field == "responsibilities/0/links/0/url" for one in inner)


def test_that_the_tree_finds_an_entity_by_its_id_elsewhere() -> None:
    ladder = set_field(sample(), SKILL, ELSEWHERE, "6F1C-4E").change(sample())
    root = TreeBuilder().build(ladder)
    skills = next(node for node in root.children if node.key == "skills")
    words = [node.words for group in skills.children for node in group.children]
    assert sum("6f1c-4e" in one for one in words) == 1


def test_that_a_copy_has_no_id_elsewhere() -> None:
    ladder = set_field(sample(), Address("families/data"), ELSEWHERE, "f-1").change(sample())
    ladder = set_field(ladder, DATA_P3, ELSEWHERE, "p-1").change(ladder)
    after = duplicate(ladder, [Address("families/data")]).change(ladder)
    copy = after.families[1]
    assert copy.external_id == ""
    assert all(not one.external_id for one in copy.profiles)
