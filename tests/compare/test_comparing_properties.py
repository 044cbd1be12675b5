"""What holds for any levels of any ladders set side by side."""

from collections import Counter
from collections.abc import Mapping

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Comparison, Row
from laddereditor.model.address import encode_key, walk
from laddereditor.model.base import Entity
from laddereditor.model.family import Profile
from laddereditor.model.inheritance import Source, find_level
from laddereditor.model.level import Level
from laddereditor.model.pay import Pay
from laddereditor.model.statement import skill_of
from laddereditor.model.titles import derived_titles
from laddereditor.reports.common.text_layout import text_width
from laddereditor.reports.comparison.html import comparison_html
from laddereditor.reports.comparison.json_report import comparison_json
from laddereditor.reports.comparison.table import to_html_table, to_tsv
from laddereditor.reports.comparison.text import comparison_text
from tests.examples import examples
from tests.strategies import ladders

_UNSEEN = ("id", "level", "notes")
_INHERITED = ("summary", "factors", "experience", "expectations")
quick = settings(max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def columns(draw: st.DrawFn) -> list[Subject]:
    """Two to six profiles and levels of one or two ladders."""
    drawn = [draw(ladders()) for _ in range(draw(st.integers(1, 2)))]
    found = [
        Subject(ladder, address, f"{n}.yaml" if n else "")
        for n, ladder in enumerate(drawn)
        for address, entity in walk(ladder)
        if isinstance(entity, Profile | Level)
    ]
    return draw(st.lists(st.sampled_from(found), min_size=2, max_size=6)) if found else []


def fields(entity: Entity) -> Counter[str]:
    """Return where an entity has values of its own, as a comparison names the places."""
    found: list[str] = []
    for name, value in dict(entity).items():
        if not value or name in _UNSEEN or name not in type(entity).model_fields:
            continue
        if isinstance(value, Mapping):
            for key, held in value.items():
                path = f"{name}/{encode_key(key)}"
                found += [path] if isinstance(held, str) else numbered(path, held)
        elif isinstance(value, tuple):
            found += numbered(name, value)
        else:
            assert not isinstance(value, Pay)
            found.append(name)
    return Counter(found)


def numbered(path: str, items: tuple[object, ...]) -> list[str]:
    return [f"{path}/{place}" for place in range(len(items))]


def inherited(subject: Subject) -> Counter[str]:
    """Return what a profile has from its level, by where it would stand."""
    entity, family = subject.entity, subject.family
    level = find_level(subject.ladder, entity.level) if isinstance(entity, Profile) else None
    if level is None or family is None:
        return Counter()
    below = Counter(
        {path: n for path, n in fields(level).items() if path.partition("/")[0] in _INHERITED}
    )
    own = {path for path in fields(entity) if path.split("/")[0] in _INHERITED}
    own |= {f"expectations/{encode_key(key)}" for key in entity.expectations}
    listed = {skill_of(use) for use in entity.skills}
    added = [use for use in level.skills if skill_of(use) not in listed]
    places = numbered("skills", (*entity.skills, *added))[len(entity.skills) :]
    found = {path: n for path, n in below.items() if not is_below(path, own)}
    return Counter(found | dict.fromkeys(places, 1))


def is_below(path: str, own: set[str]) -> bool:
    return path in own or path.rpartition("/")[0] in own


def shown(comparison: Comparison, column: int, source: Source) -> Counter[str]:
    cells = (row.cells[column] for row in comparison.rows)
    return Counter(cell.field for cell in cells if not cell.is_empty and cell.source is source)


@given(columns())
@quick
def test_that_every_value_of_every_column_is_in_exactly_one_cell(found: list[Subject]) -> None:
    if not found:
        return
    comparison = compare(found)
    for n, subject in enumerate(found):
        assert shown(comparison, n, Source.OWN) == fields(subject.entity)
        assert shown(comparison, n, Source.LEVEL) == inherited(subject)
        entity, family = subject.entity, subject.family
        if isinstance(entity, Profile) and family:
            derived = derived_titles(family, find_level(subject.ladder, entity.level))
            patterns = shown(comparison, n, Source.PATTERN)
            assert patterns["titles"] == len([one for one in derived if one not in entity.titles])


def _is_shared(row: Row, n: int, baseline: int) -> bool:
    cells = (row.cells[n], row.cells[baseline])
    return not row.is_match and n != baseline and not any(cell.is_empty for cell in cells)


@given(columns(), st.data())
@quick
def test_that_the_baseline_is_the_same_as_itself_and_counts_add_up(
    found: list[Subject], data: st.DataObject
) -> None:
    if not found:
        return
    baseline = data.draw(st.integers(0, len(found) - 1))
    comparison = compare(found, baseline)
    for section in comparison.sections:
        assert section.rows
        for n, counts in enumerate(section.counts):
            filled = [row for row in section.rows if not _is_empty_record(row, n, baseline)]
            # In a row whose cells do not belong together, each of the two is counted.
            shared = [row for row in filled if _is_shared(row, n, baseline)]
            assert counts.differing + counts.same == len(filled) + len(shared)
        assert section.counts[baseline].differing == 0
    for row in comparison.rows:
        base = row.cells[baseline]
        assert base.is_empty or base.state == "same"
        for n, cell in enumerate(row.cells):
            alone = base.is_empty or (not row.is_match and n != baseline)
            assert cell.is_empty or (cell.state == "new") == alone
            if cell.marks:
                words = (mark.text for mark in cell.marks if mark.kind != "gone")
                assert "".join(words) == cell.text


def _is_empty_record(row: Row, *columns: int) -> bool:
    return all(row.cells[n].is_empty for n in columns)


def reported(comparison: Comparison, order: list[int]) -> Counter[object]:
    """Return what the rows say, without their order, the columns in a given one."""
    return Counter(
        (
            row.field,
            tuple((row.cells[n].text, row.cells[n].state, row.cells[n].change) for n in order),
        )
        for row in comparison.rows
    )


@given(columns(), st.data())
@quick
def test_that_the_order_of_the_other_columns_only_moves_their_cells(
    found: list[Subject], data: st.DataObject
) -> None:
    if not found:
        return
    others = data.draw(st.permutations(range(1, len(found))))
    order = [0, *others]
    before = compare(found)
    after = compare([found[n] for n in order])
    assert reported(before, order) == reported(after, list(range(len(found))))


@given(columns(), st.integers(20, 160))
@quick
def test_that_any_comparison_can_be_written_in_every_format(
    found: list[Subject], width: int
) -> None:
    if not found:
        return
    comparison = compare(found)
    lines = comparison_text(comparison, width).split("\n")
    assert max(map(text_width, lines)) <= width
    assert "\x1b" not in "".join(lines)
    assert len(comparison_json(comparison)["columns"]) == len(found)
    for report in (to_tsv(comparison), to_html_table(comparison), comparison_html(comparison)):
        assert report
