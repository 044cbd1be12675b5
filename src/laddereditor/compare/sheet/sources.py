"""The contents of one column, a profile or a level, in each field, with inherited values."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Cell, CellState
from laddereditor.compare.sheet.vocabulary import Vocabulary
from laddereditor.edits.cell_texts import ANY_PROFICIENCY, YES, experience_text, range_text
from laddereditor.edits.places.cell_place import CellPlace
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import Entity
from laddereditor.model.equivalent import Equivalent, equivalent_text
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.grouping import group_of
from laddereditor.model.inheritance import Source, Sourced, adds, may_inherit
from laddereditor.model.kinds import label_of
from laddereditor.model.level import Experience, Level
from laddereditor.model.number_text import number_text
from laddereditor.model.parents import own_competencies
from laddereditor.model.pay import Pay, PayRange
from laddereditor.model.resolve import ResolvedProfile, resolved
from laddereditor.model.statement import (
    SkillUse,
    Statements,
    importance_words,
    proficiency_of,
    skill_of,
    statement_examples,
    statement_text,
)
from laddereditor.model.titles import more_titles
from laddereditor.model.web_link import WebLink, link_text

_NO_PAY = Pay()
_NOTHING: Sourced[Any] = Sourced(None, Source.NONE)
NOTHING, ABSENT = Cell(), Cell(state="absent")
UseKey = tuple[str, int]  # an id, and which of its uses in a list


@dataclass(frozen=True, slots=True, eq=False)
class ColumnSource:
    """One column, with all inputs of its cells."""

    vocabulary: Vocabulary
    address: Address  # "" where a family has no profile
    level_id: str
    entity: Profile | Level | None
    family: Family | None = None
    resolved_profile: ResolvedProfile | None = None  # of a profile

    def place(
        self, spec: FieldSpec, key: str = "", position: int = -1, *, insert: bool = False
    ) -> CellPlace | None:
        """Return a place in this column, or None if its entity has no such field.

        Args:
            spec: The field.
            key: The key of an entry in a mapping field, or the id of a skill.
            position: The index of an item of a list, -1 for none.
            insert: Whether a new item goes there.
        """
        if self.entity is None or spec.name not in field_specs(type(self.entity)):
            return None
        return CellPlace(self.address, spec.name, key, position, insert)

    def empty_cell(
        self, spec: FieldSpec, key: str = "", position: int = -1, *, insert: bool = False
    ) -> Cell:
        """Return the cell where this column has nothing.

        Args:
            spec: The field.
            key: The key of an entry in a mapping field, or the id of a skill.
            position: The index that a new item of a list gets, -1 for the end.
            insert: Whether a new item goes there.
        """
        if self.entity is None:
            return ABSENT
        return Cell(place=self.place(spec, key, position, insert=insert))

    # -- values -------------------------------------------------------------------------------

    def value(self, spec: FieldSpec, key: str = "") -> Cell:
        """Return the value of a field, or of a mapping under a key."""
        value, place = self._effective(spec, key), self.place(spec, key)
        text = self._text(spec, value.value)
        if place is None:
            return self.empty_cell(spec, key)
        if not text.strip():
            return Cell(place=place, field=place.path)
        below = self._below(spec, key, value.source)
        overrides = bool(below) or (value.source is Source.OWN and self._has_pattern(spec))
        return self._cell(text, place, value, below=below, overrides=overrides)

    def _cell(
        self,
        text: str,
        place: CellPlace,
        value: Sourced[Any],
        *,
        below: str = "",
        overrides: bool = False,
    ) -> Cell:
        is_own = value.source is Source.OWN
        return Cell(
            text,
            "own" if is_own else "inherited",
            place,
            place.path,
            value.source,
            (),
            below,
            overrides,
            note="" if is_own else self._origin(value),
        )

    def _has_pattern(self, spec: FieldSpec) -> bool:
        return self.resolved_profile is not None and spec.inherits == "pattern"

    def _effective(self, spec: FieldSpec, key: str) -> Sourced[Any]:
        whole = self.resolved_profile
        if whole is not None and may_inherit(spec, whole.parents):
            if spec.is_keyed:
                return whole.entries(spec.name).get(key, _NOTHING)
            return whole.value(spec.name)
        value: Any = getattr(self.entity, spec.name, None)
        if key and isinstance(value, Mapping):
            value = value.get(key)
        return Sourced(value, Source.OWN)

    def _below(self, spec: FieldSpec, key: str, source: Source) -> str:
        """Return the inherited text if the profile overrides it."""
        whole = self.resolved_profile
        if source is not Source.OWN or whole is None or not self._has_below(whole, spec):
            return ""
        value = whole.below(spec, key).value
        if isinstance(value, tuple):
            words = self._skill_words if spec.shape == "skills" else statement_text
            return "\n".join(map(words, value))
        return experience_text(value) if isinstance(value, Experience) else str(value or "")

    @staticmethod
    def _has_below(whole: ResolvedProfile, spec: FieldSpec) -> bool:
        if spec.inherits == "pattern" and not whole.parents:
            return False
        return may_inherit(spec, whole.parents)

    def _origin(self, value: Sourced[Any]) -> str:
        """Return the words for where an inherited text is from."""
        if value.giver is not None:
            return f"from {label_of(value.giver)} {self.level_id}"
        if value.source is Source.PARENT and self.family:
            return f"from family {label_of(self.family)}"
        whose = "the title patterns of" if value.source is Source.PATTERN else "level"
        return f"from {whose} {self.level_id}"

    def _text(self, spec: FieldSpec, value: Any) -> str:
        if isinstance(value, Experience):
            return experience_text(value)
        if spec.choices:
            return spec.choice_words(value or "")
        if spec.shape == "reference" and value:
            return self.vocabulary.label(spec.refers_to, value)
        if spec.shape == "flag":
            return YES if value else ""
        return number_text(value) if spec.shape == "number" else str(value or "")

    # -- mappings -----------------------------------------------------------------------------

    def names(self, spec: FieldSpec) -> dict[str, tuple[str, ...]]:
        """Return the possible keys of a mapping, in the ladder's order: id -> name, other names."""
        order = dict.fromkeys(self.vocabulary.ids(spec.refers_to))
        own = self._own_terms(spec)
        order |= dict.fromkeys(own)
        if self.resolved_profile is not None:
            order |= dict.fromkeys(self.resolved_profile.entries(spec.name))
        order |= dict.fromkeys(getattr(self.entity, spec.name, {}))
        return {key: self.vocabulary.names(spec.refers_to, key, own.get(key)) for key in order}

    def _own_terms(self, spec: FieldSpec) -> Mapping[str, Entity]:
        found: dict[str, Entity] = {}
        ladder = self.vocabulary.ladder
        for one in own_competencies(ladder, self.family) if self.family else ():
            found.setdefault(one.id, one)
        return found if spec.refers_to == "competency" else {}

    def group(self, spec: FieldSpec, key: str) -> str:
        """Return what the entry of a mapping under a key is listed under, "" for nothing."""
        known = self.vocabulary.term(spec.refers_to, key)
        return group_of(known or self._own_terms(spec).get(key))

    # -- lists --------------------------------------------------------------------------------

    def items(self, spec: FieldSpec, key: str = "") -> list[Cell]:
        """Return the items of a list, or of the list about a competency."""
        value, place = self._effective(spec, key), self.place(spec, key)
        own = self._items(spec, key, value) if place and value.value else []
        return [*self._derived_titles(spec), *own] if self._has_pattern(spec) else own

    def _items(self, spec: FieldSpec, key: str, value: Sourced[Statements]) -> list[Cell]:
        below = self._overridden(spec, key, value)
        path = CellPlace(self.address, spec.name, key).path
        return [
            Cell(
                statement_text(item.value),
                _state(item),
                CellPlace(self.address, spec.name, key, place),
                FieldPath(f"{path}/{place}"),
                item.source,
                statement_examples(item.value),
                below,
                bool(below),
                note="" if item.source is Source.OWN else self._origin(item),
            )
            for place, item in enumerate(self._sourced(spec, value))
        ]

    def _sourced(self, spec: FieldSpec, value: Sourced[Any]) -> tuple[Sourced[Any], ...]:
        """Return the items of a list, each with its source."""
        whole = self.resolved_profile
        if whole is not None and not spec.is_keyed and adds(spec, whole.profile, whole.parents):
            return whole.items(spec.name)
        return tuple(Sourced(item, value.source, value.giver) for item in value.value or ())

    def _overridden(self, spec: FieldSpec, key: str, value: Sourced[Any]) -> str:
        """Return the text of the list that a profile's list replaces, "" for none."""
        whole = self.resolved_profile
        if whole is not None and not spec.is_keyed and adds(spec, whole.profile, whole.parents):
            return ""
        return self._below(spec, key, value.source)

    def _derived_titles(self, spec: FieldSpec) -> list[Cell]:
        assert self.resolved_profile is not None
        known = frozenset(getattr(self.entity, spec.name, ()))
        derived = [
            one.value for one in self.resolved_profile.titles if one.source is Source.PATTERN
        ]
        shown = [title for title in derived if title not in known]
        shown += filter(None, [more_titles(self.resolved_profile.titles_left_out)])
        note = self._origin(Sourced("", Source.PATTERN))
        return [
            Cell(title, "inherited", None, spec.name, Source.PATTERN, note=note) for title in shown
        ]

    def uses(self, spec: FieldSpec) -> dict[UseKey, Cell]:
        """Return the skills used, in order."""
        found: dict[UseKey, Cell] = {}
        seen: Counter[str] = Counter()
        value = self._effective(spec, "")
        below = self._overridden(spec, "", value)
        for place, item in enumerate(self._sourced(spec, value)):
            use = item.value
            skill = skill_of(use)
            name = self.vocabulary.label("skill", skill)
            step = self._step_words(use)
            text = self._skill_words(use)
            found[skill, seen[skill]] = Cell(
                text,
                _state(item),
                self.place(spec, skill, place),
                FieldPath(f"{spec.name}/{place}"),
                item.source,
                (),
                below,
                bool(below),
                name=name,
                step=step,
                note="" if item.source is Source.OWN else self._origin(item),
            )
            seen[skill] += 1
        return found

    def _skill_words(self, use: SkillUse) -> str:
        name = self.vocabulary.label("skill", skill_of(use))
        step = self._step_words(use)
        return f"{name} ({step})" if step else name

    def _step_words(self, use: SkillUse) -> str:
        """Return the proficiency that is asked for, with the importance behind it."""
        step = self.vocabulary.label("proficiency", proficiency_of(use))
        importance = importance_words(use)
        if importance and not step:
            step = ANY_PROFICIENCY
        return ", ".join(filter(None, (step, importance)))

    # -- pay ----------------------------------------------------------------------------------

    def pay_value(self, spec: FieldSpec, inner: FieldSpec) -> Cell:
        """Return one value of the pay."""
        where = self.place(spec)
        if where is None:
            return self.empty_cell(spec)
        place = CellPlace(self.address, f"{spec.name}/{inner.name}")
        value = self._effective(spec, "")
        text = self._text(inner, getattr(value.value or _NO_PAY, inner.name))
        if not text.strip():
            return Cell(place=place, field=place.path)
        return self._cell(text, place, value)

    def _range(self, text: str, field: FieldPath, value: Sourced[Any]) -> Cell:
        if value.source is Source.OWN:
            return Cell(text, "own", field=field)
        return Cell(text, "inherited", field=field, source=value.source, note=self._origin(value))

    def equivalents(self, spec: FieldSpec) -> dict[UseKey, tuple[Equivalent, Cell]]:
        """Return what other schemes have, by scheme, and by number where one has several."""
        found: dict[UseKey, tuple[Equivalent, Cell]] = {}
        seen: Counter[str] = Counter()
        words = field_specs(Equivalent)["confidence"].choice_words
        for place, one in enumerate(getattr(self.entity, spec.name, ())):
            text = equivalent_text(one)
            if not text and not one.scheme:
                continue
            sign = f" ({words(one.confidence).lower()})" if one.confidence == "proposed" else ""
            cell = Cell(f"{text}{sign}", "own", field=FieldPath(f"{spec.name}/{place}"))
            scheme = one.scheme.strip().casefold()
            found[scheme, seen[scheme]] = one, cell
            seen[scheme] += 1
        return found

    def links(self, spec: FieldSpec) -> dict[UseKey, tuple[WebLink, Cell]]:
        """Return the links by address, and by number where one is there several times."""
        found: dict[UseKey, tuple[WebLink, Cell]] = {}
        seen: Counter[str] = Counter()
        value = self._effective(spec, "")
        for place, one in enumerate(value.value or ()):
            url = one.url.strip()
            text = url if link_text(one) == url else f"{link_text(one)} ({url})"
            found[url, seen[url]] = one, self._range(text, FieldPath(f"{spec.name}/{place}"), value)
            seen[url] += 1
        return found

    def ranges(self, spec: FieldSpec) -> dict[UseKey, tuple[PayRange, Cell]]:
        """Return the pay ranges by market."""
        found: dict[UseKey, tuple[PayRange, Cell]] = {}
        seen: Counter[str] = Counter()
        value = self._effective(spec, "")
        for place, one in enumerate((value.value or _NO_PAY).ranges):
            if text := range_text(one) or one.market:
                field = FieldPath(f"{spec.name}/ranges/{place}")
                cell = self._range(text, field, value)
                market = one.market.strip().casefold()
                found[market, seen[market]] = (one, cell)
                seen[market] += 1
        return found


def _state(item: Sourced[Any]) -> CellState:
    return "own" if item.source is Source.OWN else "inherited"


def source_of(subject: Subject, vocabulary: Vocabulary) -> ColumnSource:
    """Return a subject as a column, with what it inherits filled in."""
    entity, family = subject.entity, subject.family
    if isinstance(entity, Level) or family is None:
        level = entity.id if isinstance(entity, Level) else entity.level
        return ColumnSource(vocabulary, subject.address, level, entity)
    resolved_profile = resolved(subject.ladder, family, entity)
    return ColumnSource(vocabulary, subject.address, entity.level, entity, family, resolved_profile)
