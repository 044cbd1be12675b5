"""The rows of the Problems view: any list after any other, by few row signals."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from laddereditor.gui.problems.model import ProblemsModel
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.problems.finding_rows import FindingFilter, FindingRow, arrange
from laddereditor.presentation.problems.row_steps import runs
from laddereditor.rules.finding import Finding, Severity
from tests.examples import examples

_MODE = QAbstractItemModelTester.FailureReportingMode.Fatal

_findings = st.builds(
    Finding,
    st.sampled_from(["one", "two", "three"]),
    st.sampled_from(list(Severity)),
    st.sampled_from(["", "levels/P1", "levels/P2", "skills/a"]),
    st.sampled_from(["", "summary", "name"]),
    st.sampled_from(["It is empty.", "It is long.", "<b>It</b> is odd."]),
)
_lists = st.lists(_findings, max_size=9)
_wanted = st.builds(
    FindingFilter,
    st.frozensets(st.sampled_from(list(Severity)), min_size=1),
    st.sampled_from(["", "empty", "levels two"]),
    st.sampled_from(["none", "place", "rule"]),
)


def _model() -> ProblemsModel:
    return ProblemsModel(lambda found: found.address, lambda found: found.rule)


def _held(model: ProblemsModel) -> list[tuple[str, list[str]]]:
    found = []
    for place in range(model.rowCount()):
        index = model.index(place, 0)
        inner = [model.index(row, 0, index).data() for row in range(model.rowCount(index))]
        found.append((str(index.data()), inner))
    return found


def _texts(rows: tuple[FindingRow, ...], grouping: str) -> list[tuple[str, list[str]]]:
    if grouping == "none":
        return [(row.text, []) for row in rows]
    return [(f"{r.text} ({len(r.children)})", [c.text for c in r.children]) for r in rows]


@given(st.lists(st.tuples(_lists, _wanted), min_size=1, max_size=6))
@settings(max_examples=examples(60), deadline=None)
def test_that_rows_are_those_of_any_list_after_any_other(
    qapp: object, steps: list[tuple[list[Finding], FindingFilter]]
) -> None:
    model = _model()
    tester = QAbstractItemModelTester(model, _MODE)
    for findings, wanted in steps:
        rows = arrange(findings, wanted)
        held = _persistent(model)
        model.show_rows(rows)
        assert _held(model) == _texts(rows, wanted.grouping)
        for key, index in held.items():
            assert not index.isValid() or model.row_at(index).key == key
    assert tester.model() is model


def _persistent(model: ProblemsModel) -> dict[str, QPersistentModelIndex]:
    keys = [key for key, _ in model.findings_in_order()]
    return {key: QPersistentModelIndex(model.index_of(key)) for key in keys}


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_that_runs_lead_from_any_list_to_any_other(one: list[int], two: list[int]) -> None:
    old, new = [*map(str, one)], [*map(str, two)]
    gone, come = runs(old, new)
    kept = list(old)
    for run in gone:
        del kept[run.start : run.stop]
    if [key for key in old if key in new] == [key for key in new if key in old]:
        assert kept == [key for key in old if key in new]
    for run in come:
        kept[run.start : run.start] = new[run.start : run.stop]
    assert kept == new


def test_that_a_row_stays_when_one_comes_before_and_one_goes_behind(qapp: object) -> None:
    a, b, c, d = (
        Finding("one", Severity.ERROR, Address(name), FieldPath(), name) for name in "abcd"
    )
    model = _model()
    model.show_rows(arrange([b, c, d], FindingFilter()))
    index = QPersistentModelIndex(model.index(1, 0))
    model.show_rows(arrange([a, c], FindingFilter()))
    assert index.isValid()
    assert index.row() == 1
    assert QModelIndex(index).data() == "c"  # type: ignore[call-overload]


def test_that_a_message_is_announced_with_its_severity_and_never_taken_for_markup(
    qapp: object,
) -> None:
    model = _model()
    model.show_rows(
        arrange(
            [Finding("one", Severity.ERROR, Address("x"), FieldPath(), "<b>No</b>")],
            FindingFilter(),
        )
    )
    index = model.index(0, 0)
    assert index.data() == "<b>No</b>"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "error: <b>No</b>"
    assert "&lt;b&gt;No" in index.data(Qt.ItemDataRole.ToolTipRole)
