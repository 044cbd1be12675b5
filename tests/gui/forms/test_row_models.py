"""Rows of lists follow whatever changes, with signals that the model tester accepts."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

from laddereditor.gui.forms.skills.model import SkillModel, skill_rows
from laddereditor.gui.forms.statements.model import ListWords, StatementModel
from laddereditor.gui.forms.tables.model import RecordModel, RecordSpec
from laddereditor.model.pay import PayRange
from laddereditor.model.statement import make_skill_use, make_statement
from laddereditor.presentation.forms.statement_edits import StatementPosition
from laddereditor.presentation.forms.statement_rows import list_rows, with_draft
from tests.examples import examples
from tests.gui.forms.ladders import rich_ladder

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
words = st.sampled_from(["a", "b", "c", ""])
statements = st.lists(
    st.builds(make_statement, words, st.lists(words, max_size=2).map(tuple)), max_size=6
).map(tuple)
positions = (
    st.none()
    | st.builds(StatementPosition, st.integers(0, 6))
    | st.builds(StatementPosition, st.integers(0, 5), st.integers(0, 2))
)
uses = st.lists(
    st.builds(make_skill_use, st.sampled_from(["python", "sql", "gone"]), words), max_size=6
).map(tuple)
records = st.lists(st.builds(PayRange, market=words), max_size=5).map(tuple)


@settings(max_examples=examples(60), deadline=None)
@given(states=st.lists(st.tuples(statements, positions, st.booleans(), st.booleans()), max_size=6))
def test_that_statement_rows_follow_the_list(states: list[Any], qapp: object) -> None:
    model = StatementModel(ListWords("Line"))
    QAbstractItemModelTester(model, FATAL, model)
    for items, draft, adder, inherited in states:
        model.show(items, inherited=inherited, draft=draft, adder=adder)
        shown = [model.row(row) for row in range(model.rowCount())]
        assert shown == with_draft(list_rows(items, adder=adder), draft)
        for number, row in enumerate(shown):
            assert model.find(row.position, draft=row.draft) == number
        assert model.find(StatementPosition(len(items) + 1)) == -1


@settings(max_examples=examples(60), deadline=None)
@given(states=st.lists(uses, max_size=6))
def test_that_skill_rows_follow_the_list(states: list[Any], qapp: object) -> None:
    ladder = rich_ladder()
    model = SkillModel()
    QAbstractItemModelTester(model, FATAL, model)
    for state in states:
        rows = skill_rows(ladder, state)
        model.show(rows)
        assert [model.row(row) for row in range(model.rowCount())] == rows


@settings(max_examples=examples(60), deadline=None)
@given(states=st.lists(st.tuples(records, st.booleans()), max_size=6))
def test_that_table_rows_follow_the_records(states: list[Any], qapp: object) -> None:
    model = RecordModel(RecordSpec(PayRange, "Add", lambda _records, _key: True))
    QAbstractItemModelTester(model, FATAL, model)
    for found, read_only in states:
        model.show(found, read_only=read_only)
        assert model.rowCount() == len(found) + (0 if read_only else 1)
        assert [model.index(row, 0).data() for row in range(len(found))] == [
            one.market for one in found
        ]
