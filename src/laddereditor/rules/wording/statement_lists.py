"""The statements of an entity, list by list."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from laddereditor.model.address import FieldPath, encode_key
from laddereditor.model.base import Entity
from laddereditor.model.shapes import STATEMENTS
from laddereditor.model.statement import Statements, statement_text
from laddereditor.rules.contents import fields_with


class StatementList(NamedTuple):
    """A list of statements, with the path of each text in the entity."""

    path: FieldPath  # of the list: "responsibilities", "expectations/teamwork"
    statements: Statements
    texts: tuple[tuple[FieldPath, str], ...]  # without empty ones


def statement_lists(entity: Entity) -> Iterator[StatementList]:
    """Yield the lists of statements of an entity, without empty lists."""
    for name in fields_with(type(entity), STATEMENTS):
        value = entity.__dict__[name]
        if isinstance(value, Mapping):
            for key, statements in value.items():
                if statements:
                    yield _list(FieldPath(f"{name}/{encode_key(key)}"), statements)
        elif value:
            yield _list(FieldPath(name), value)


def _list(path: FieldPath, statements: Statements) -> StatementList:
    texts = []
    for place, one in enumerate(statements):
        if text := statement_text(one):
            inner = "" if isinstance(one, str) else "/text"
            texts.append((FieldPath(f"{path}/{place}{inner}"), text))
    return StatementList(path, statements, tuple(texts))
