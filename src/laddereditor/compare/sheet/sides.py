"""What one column of a comparison says in each of its fields, with what it inherits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from laddereditor.compare.sheet.matrix_rows import range_text
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.vocabulary import Vocabulary
from laddereditor.edits.cells.texts import choice_text, experience_text
from laddereditor.model.address import encode_key, join
from laddereditor.model.base import Entity
from laddereditor.model.family import Pay, PayRange, Profile
from laddereditor.model.fields import FieldSpec
from laddereditor.model.level import Experience, Level
from laddereditor.model.resolve import ResolvedProfile, Source, Sourced, resolved
from laddereditor.model.statement import (
    Statement,
    proficiency_of,
    skill_of,
    statement_examples,
    statement_text,
)
from laddereditor.model.titles import more_titles

_INHERITING = ("title", "summary", "experience", "factors", "expectations")
_NO_PAY = Pay()
Key = tuple[str, int]  # an id, and which of its uses in a list


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a column says, before it is told against the baseline."""

    text: str
    field: str  # where it stands, or would stand, inside the column's entity
    source: Source = Source.OWN
    examples: tuple[str, ...] = ()
    overrides: bool = False
    is_value: bool = False  # years, a choice, money: it is another one, not other words
    name: str = ""  # of a skill
    step: str = ""  # of a skill: the proficiency asked for, "" for any


@dataclass(frozen=True, slots=True)
class CompareSource:
    """One column, with everything that its entries are made from."""

    entity: Profile | Level
    vocabulary: Vocabulary
    own_competencies: Mapping[str, Entity]
    whole: ResolvedProfile | None  # of a profile

    @property
    def _below(self) -> Level | None:
        return self.whole.level if self.whole else None

    # -- values -------------------------------------------------------------------------------

    def value(self, spec: FieldSpec) -> Entry | None:
        """Return the single value of a field; None where there is none."""
        held = self._sourced(spec.name)
        text = self._text(spec, held.value)
        if not text.strip():
            return None
        return Entry(
            text,
            spec.name,
            held.source,
            overrides=self._overrides(held, spec.name),
            is_value=spec.shape not in ("line", "text"),
        )

    def _sourced(self, name: str) -> Sourced[Any]:
        if self.whole is not None and name in _INHERITING:
            held: Sourced[Any] = getattr(self.whole, name)
            return held
        return Sourced(getattr(self.entity, name, None), Source.OWN)

    def _overrides(self, held: Sourced[Any], name: str, key: str = "") -> bool:
        if held.source is not Source.OWN or self._below is None:
            return False
        if name == "title":
            return True
        below = getattr(self._below, name, None)
        return bool(below.get(key) if key and below else below)

    def _text(self, spec: FieldSpec, value: Any) -> str:
        if isinstance(value, Experience):
            years = experience_text(value)
            return f"{years} {spec.unit}" if years else ""
        if spec.choices:
            return choice_text(value or "")
        if spec.shape == "reference" and value:
            return self.vocabulary.label(spec.refers_to, value)
        return str(value or "")

    # -- mappings -----------------------------------------------------------------------------

    def keys(self, spec: FieldSpec) -> list[str]:
        """Return the ids that a mapping field may be about, in the ladder's order."""
        order = dict.fromkeys(self.vocabulary.ids(spec.refers_to))
        if spec.refers_to == "competency":
            order |= dict.fromkeys(self.own_competencies)
        return list(order | dict.fromkeys(self._mapping(spec)))

    def _mapping(self, spec: FieldSpec) -> Mapping[str, Any]:
        holder = self.whole if self.whole is not None else self.entity
        found: Mapping[str, Any] = getattr(holder, spec.name, {})
        return found

    def path(self, spec: FieldSpec, key: str) -> str:
        """Return where the entry of a mapping field stands: `factors/scope`."""
        return join(spec.name, encode_key(key))

    def names(self, spec: FieldSpec, key: str) -> tuple[str, ...]:
        """Return the name of a factor, competency or skill and its other names, if known."""
        own = self.own_competencies.get(key) if spec.refers_to == "competency" else None
        return self.vocabulary.names(spec.refers_to, key, own)

    def entries(self, spec: FieldSpec, key: str) -> list[Entry]:
        """Return what a mapping field says under a key: one text, or statements."""
        held = self._mapping(spec).get(key)
        if held is None:
            return []
        sourced = held if isinstance(held, Sourced) else Sourced(held, Source.OWN)
        overrides = self._overrides(sourced, spec.name, key)
        path = self.path(spec, key)
        if isinstance(sourced.value, str):
            if not sourced.value.strip():
                return []
            return [Entry(sourced.value, path, sourced.source, overrides=overrides)]
        return _statements(sourced.value, path, sourced.source, overrides=overrides)

    # -- lists --------------------------------------------------------------------------------

    def items(self, spec: FieldSpec) -> list[Entry]:
        """Return the items of a list of statements or of titles."""
        held: tuple[Statement, ...] = getattr(self.entity, spec.name, ())
        own = _statements(held, spec.name, Source.OWN)
        if spec.name != "titles" or self.whole is None:
            return own
        known = frozenset(map(statement_text, held))
        derived = [title.value for title in self.whole.titles if title.source is Source.PATTERN]
        derived = [title for title in derived if title not in known]
        more = more_titles(self.whole.titles_left_out)
        shown = [*derived, more] if more else derived
        return [*(Entry(title, "titles", Source.PATTERN) for title in shown), *own]

    def skills(self, spec: FieldSpec) -> dict[Key, Entry]:
        """Return the skills used, in order."""
        found: dict[Key, Entry] = {}
        for place, use in enumerate(getattr(self.entity, spec.name, ())):
            name = self.vocabulary.label("skill", skill_of(use))
            step = self.vocabulary.label("proficiency", proficiency_of(use))
            text = f"{name} ({step})" if step else name
            entry = Entry(text, f"{spec.name}/{place}", name=name, step=step)
            found[_next(found, skill_of(use))] = entry
        return found

    # -- pay ----------------------------------------------------------------------------------

    def pay_value(self, spec: FieldSpec, inner: FieldSpec) -> Entry | None:
        """Return one value of the pay."""
        value = getattr(self._pay(spec), inner.name)
        text = self._text(inner, value)
        where, is_value = f"{spec.name}/{inner.name}", inner.shape != "text"
        return Entry(text, where, is_value=is_value) if text.strip() else None

    def ranges(self, spec: FieldSpec) -> dict[Key, tuple[PayRange, Entry]]:
        """Return the pay ranges by market."""
        found: dict[Key, tuple[PayRange, Entry]] = {}
        for place, one in enumerate(self._pay(spec).ranges):
            text = range_text(one)
            if text or one.market:
                where = f"{spec.name}/ranges/{place}"
                entry = Entry(text or one.market, where, is_value=True)
                found[_next(found, one.market.strip().casefold())] = (one, entry)
        return found

    def _pay(self, spec: FieldSpec) -> Pay:
        return getattr(self.entity, spec.name, None) or _NO_PAY


def _next(found: Iterable[Key], name: str) -> Key:
    return name, sum(known == name for known, _ in found)


def _statements(
    held: tuple[Statement, ...], path: str, source: Source, *, overrides: bool = False
) -> list[Entry]:
    """Return statements as entries; one without any words is none."""
    return [
        Entry(text, f"{path}/{place}", source, examples, overrides)
        for place, statement in enumerate(held)
        for text, examples in [(statement_text(statement), statement_examples(statement))]
        if text.strip() or examples
    ]


def side_of(subject: Subject, vocabulary: Vocabulary) -> CompareSource:
    """Return a subject as a column, with what it inherits filled in."""
    entity, family = subject.entity, subject.family
    if isinstance(entity, Level) or family is None:
        return CompareSource(entity, vocabulary, {}, None)
    own: dict[str, Entity] = {}
    for one in family.competencies:
        own.setdefault(one.id, one)
    return CompareSource(entity, vocabulary, own, resolved(subject.ladder, family, entity))
