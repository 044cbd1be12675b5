"""The lists of statements of an entity, with what each statement says."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from laddereditor.model.address import FieldPath, encode_key
from laddereditor.model.base import Entity, IdentityKey
from laddereditor.model.family import Profile
from laddereditor.model.level import Level
from laddereditor.model.shapes import STATEMENTS
from laddereditor.model.statement import Statement, Statements, statement_text
from laddereditor.rules.contents import fields_with

_UNSAID = re.compile(r"[^\w+#%&@]+|_+")


class ListedStatement(NamedTuple):
    """One statement of a list."""

    item: FieldPath  # of the statement: "responsibilities/2"
    field: FieldPath  # of its text: the same, or "responsibilities/2/text"
    text: str
    said: str  # its words without case, punctuation and spaces; equal if two say the same


class StatementList(NamedTuple):
    """One list: the responsibilities, the qualifications, or what a competency asks."""

    field: FieldPath
    statements: tuple[ListedStatement, ...]

    @property
    def texts(self) -> list[tuple[FieldPath, str]]:
        """The text of each statement with its path."""
        return [(one.field, one.text) for one in self.statements]


@lru_cache(maxsize=50_000)
def said(text: str) -> str:
    """Return the words of a text as they are compared: without case, spaces and punctuation."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _UNSAID.sub(" ", plain.casefold()).strip()


def statement_lists(entity: Entity) -> tuple[StatementList, ...]:
    """Return the lists of statements that an entity, such as a profile, has itself."""
    return _lists(IdentityKey(entity))


@lru_cache(maxsize=64)  # a profile is compared with those beside it, and by several rules
def _lists(entity: IdentityKey) -> tuple[StatementList, ...]:
    return tuple(_found(entity.entity))


def _found(entity: Entity) -> Iterator[StatementList]:
    for name in fields_with(type(entity), STATEMENTS):
        value = entity.__dict__[name]
        if isinstance(value, Mapping):
            for key, statements in value.items():
                if statements:
                    yield _list(FieldPath(f"{name}/{encode_key(key)}"), statements)
        elif value:
            yield _list(FieldPath(name), value)


def _list(field: FieldPath, statements: Statements) -> StatementList:
    listed = (_listed(field.at(str(n)), one) for n, one in enumerate(statements))
    return StatementList(field, tuple(one for one in listed if one.said))


def _listed(item: FieldPath, statement: Statement) -> ListedStatement:
    text = statement_text(statement)
    field = item if isinstance(statement, str) else item.at("text")
    return ListedStatement(item, field, text, said(text))


def all_said(entity: Profile | Level) -> frozenset[str]:
    """Return what all statements of a profile or level say."""
    return frozenset(one.said for listed in statement_lists(entity) for one in listed.statements)
