"""Join two descriptions of one entry: add what one has, and lose nothing of the other."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, TypeVar

from laddereditor.align.matching import match
from laddereditor.edits.placement import place_by_order
from laddereditor.model.base import Entity, evolve
from laddereditor.model.equivalent import Equivalent
from laddereditor.model.family import Occupation
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.pay import PayRange
from laddereditor.model.statement import (
    Statement,
    proficiency_of,
    restated,
    skill_of,
    statement_examples,
    statement_text,
    used_otherwise,
)
from laddereditor.model.web_link import WebLink

E = TypeVar("E", bound=Entity)
_NOTHING: tuple[object, ...] = (None, "", (), {})
_LEFT_ALONE = ("id", "records", "raw", "reference")  # what identifies an entry; separate entries


def joined(here: E, there: E, *, reword: bool = True) -> E:
    """Return an entry with the contents of another description of it added.

    Args:
        here: The entry; everything that only it has stays.
        there: The other description; its empty fields are ignored.
        reword: Whether a single value of `there` replaces a different one of `here`. If not, `here`
            is only completed: of statements, skills, title patterns and entries of mappings that
            both have, those of `here` stay.

    Returns:
        `here` itself if `there` adds nothing. Similar statements get the words of `there`, others
        are added after those of `here`; mappings and lists are joined entry by entry.
    """
    changes = {}
    for name, spec in field_specs(type(here)).items():
        mine = getattr(here, name)
        value = _value(spec, mine, getattr(there, name), reword)
        if value != mine:
            changes[name] = value
    return evolve(here, **changes) if changes else here


def _value(spec: FieldSpec, mine: Any, other: Any, reword: bool) -> Any:
    if other in _NOTHING or spec.shape in _LEFT_ALONE:
        return mine
    if mine in _NOTHING:
        return other
    if not reword and spec.gives_titles:
        return mine
    if not reword and spec.shape in _COMPLETERS:
        return _COMPLETERS[spec.shape](mine, other)
    if spec.shape in _JOINERS:
        return _JOINERS[spec.shape](mine, other)
    return other if reword else mine


def _statements(mine: Sequence[Statement], other: Sequence[Statement]) -> tuple[Statement, ...]:
    pairs = match([*map(statement_text, mine)], [*map(statement_text, other)])
    result = list(mine)
    for pair in pairs:
        result[pair.before] = _statement(mine[pair.before], other[pair.after])
    paired = {pair.after for pair in pairs}
    return (*result, *(item for place, item in enumerate(other) if place not in paired))


def _statement(mine: Statement, other: Statement) -> Statement:
    examples = _lines(statement_examples(mine), statement_examples(other))
    base = other if isinstance(mine, str) else mine
    return restated(base, statement_text(other), examples)


def _lines(mine: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    return _by_key(str.casefold, mine, other, lambda one, _: one)


def _lines_in_order(mine: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """Return both lists as one, each new line beside those that it is beside in the other list.

    Without a line in common, two sorted lists are joined sorted, so that their order is the same
    whichever comes first.
    """
    known = {one.casefold() for one in mine}
    new = [one for one in dict.fromkeys(other) if one.casefold() not in known]
    if len(new) == len(other) and [*mine] == sorted(mine) and [*other] == sorted(other):
        return tuple(sorted([*mine, *new]))
    order = [one.casefold() for one in other]
    result = list(mine)
    for one in new:
        at = place_by_order([line.casefold() for line in result], one.casefold(), order)
        result.insert(at, one)
    return tuple(result)


def _entries_missing(mine: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    return {**mine, **{key: value for key, value in other.items() if key not in mine}}


def _skills(mine: Sequence[Any], other: Sequence[Any]) -> tuple[Any, ...]:
    def rated(use: Any, again: Any) -> Any:
        proficiency = proficiency_of(again)
        return used_otherwise(use, proficiency=proficiency) if proficiency else use

    return _by_key(skill_of, mine, other, rated)


def _occupations(mine: Sequence[Occupation], other: Sequence[Occupation]) -> tuple[Any, ...]:
    return _by_key(lambda one: (one.scheme, one.code), mine, other, lambda one, _: one)


def _equivalents(mine: Sequence[Equivalent], other: Sequence[Equivalent]) -> tuple[Any, ...]:
    return _by_key(lambda one: (one.scheme, one.code), mine, other, joined)


def _links(mine: Sequence[WebLink], other: Sequence[WebLink]) -> tuple[Any, ...]:
    return _by_key(lambda one: one.url, mine, other, lambda one, _: one)


def _ranges(mine: Sequence[PayRange], other: Sequence[PayRange]) -> tuple[Any, ...]:
    return _by_key(lambda one: (one.market, one.currency), mine, other, joined)


def _by_key(
    key: Callable[[Any], Hashable],
    mine: Sequence[Any],
    other: Sequence[Any],
    join: Callable[[Any, Any], Any],
) -> tuple[Any, ...]:
    """Join the entries of one key, and append those that only `other` has."""
    again = {key(one): one for one in reversed(other)}
    keys = {key(one) for one in mine}
    both = [join(one, again[key(one)]) if key(one) in again else one for one in mine]
    added: dict[Hashable, Any] = {}
    for one in other:
        if key(one) not in keys:
            added.setdefault(key(one), one)
    return (*both, *added.values())


def _lists_by_key(mine: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **mine,
        **{key: _statements(mine.get(key, ()), items) for key, items in other.items()},
    }


_JOINERS: dict[str, Callable[[Any, Any], Any]] = {
    "statements": _statements,
    "expectations": _lists_by_key,
    "texts": lambda mine, other: {**mine, **other},
    "lines": _lines,
    "skills": _skills,
    "occupations": _occupations,
    "equivalents": _equivalents,
    "links": _links,
    "pay": joined,
    "ranges": _ranges,
}
# The same, but of what only one side can say, that of `mine` stays.
_COMPLETERS: dict[str, Callable[[Any, Any], Any]] = {
    "expectations": _entries_missing,
    "texts": _entries_missing,
    "lines": _lines_in_order,
    "pay": lambda mine, _: mine,
    "statements": lambda mine, _: mine,
    "skills": lambda mine, _: mine,
}
