"""What a skill looks like at a step: one text, or a list of statements.

A list is a text whose lines are the statements with their examples, so that whatever shows,
compares or edits a text works with it; a file keeps it as the list that it is.
"""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import PlainValidator, TypeAdapter

from laddereditor.model.statement import (
    Statement,
    Statements,
    statement_examples,
    statement_text,
)

_STATEMENTS: TypeAdapter[tuple[Statement, ...]] = TypeAdapter(tuple[Statement, ...])


class StatementLines(str):
    """Several statements as one text, a line each."""

    __slots__ = ("statements",)
    statements: Statements

    def __new__(cls, statements: Statements) -> "StatementLines":
        """Make the text of statements."""
        lines = [line for one in statements for line in _lines_of(one)]
        made = super().__new__(cls, "\n".join(lines))
        made.statements = statements
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        """Return what a copy is made from."""
        return (self.statements,)

    def with_text(self, text: str) -> "StatementLines":
        """Return the list that another text means: a statement for each line.

        A statement whose lines are in it unchanged keeps its examples and what else it says.
        """
        known = {"\n".join(_lines_of(one)): one for one in self.statements}
        waiting = [line for line in text.split("\n") if line.strip()]
        found: list[Statement] = []
        while waiting:
            sizes = range(len(waiting), 0, -1)
            fitting = (size for size in sizes if "\n".join(waiting[:size]) in known)
            size = next(fitting, 0)
            found.append(known["\n".join(waiting[:size])] if size else waiting[0].strip())
            waiting = waiting[size or 1 :]
        return StatementLines(tuple(found))


def _lines_of(statement: Statement) -> list[str]:
    examples = [f"– {example}" for example in statement_examples(statement)]
    return [statement_text(statement), *examples]


def _read(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple):
        return StatementLines(_STATEMENTS.validate_python(value))
    raise ValueError("should be a text or a list of statements")


def in_its_form(text: str, before: object) -> str:
    """Return a text as a list if it takes the place of one.

    Args:
        text: The new text.
        before: What it replaces.
    """
    is_list = isinstance(before, StatementLines) and not isinstance(text, StatementLines)
    return before.with_text(text) if is_list and isinstance(before, StatementLines) else text


StepText = Annotated[str, PlainValidator(_read)]

if TYPE_CHECKING:
    from collections.abc import Mapping

    StepTexts = Mapping[str, str]
else:
    StepTexts = dict[str, StepText]
