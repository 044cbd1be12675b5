"""The ladder of records whose roles are known, with an account of every value."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from laddereditor.edits.ids import slug
from laddereditor.exchange.records.chains import (
    ChainedText,
    ChainLink,
    chained_records,
    descriptions_of,
)
from laddereditor.exchange.records.field_words import (
    DESCRIPTIONS,
    DUTIES,
    IDS,
    NAMES,
    QUALIFICATIONS,
    field_word,
    is_plain,
    reason_of,
)
from laddereditor.exchange.records.layout import RecordColumn, column_key
from laddereditor.exchange.records.record import ReadRecord, RecordText, is_prose, words_of_key
from laddereditor.exchange.records.roles import PatternRole, ids_of, key_role
from laddereditor.exchange.tables.building.drafts import EntryDraft, EntryDrafts, LadderDraft
from laddereditor.exchange.tables.building.ladder import ladder_of
from laddereditor.exchange.tables.building.level_table import level_table
from laddereditor.exchange.tables.roles import ROLES
from laddereditor.exchange.tables.terms.level_heads import level_head, rising
from laddereditor.exchange.tables.terms.words import step_place
from laddereditor.model.ladder import Ladder
from laddereditor.model.spacing import single_spaced
from laddereditor.model.statement import ExampledStatement, Statement, make_statement

NO_COMPETENCY = "Expectations"
_NAMED = ("level", "family", "competency", "group", "skill")  # fields that name what is around
LISTS = ("responsibilities", "qualifications")
LEFT_OUT = ROLES["left"].left_out
_NO_LEVEL = "no level is known for it"


@dataclass(frozen=True, slots=True)
class ValueAccount:
    """Where one value is in the ladder, or why it is not there."""

    path: str
    text: str
    address: str = ""  # "" if it was not taken
    reason: str = ""  # why not; "" for what was not understood
    names: tuple[str, str, str] = ("", "", "")  # of a statement: family, level, competency


@dataclass
class BuiltRecords:
    """A ladder of records, with the account of its values."""

    ladder: Ladder
    values: list[ValueAccount] = field(default_factory=list)
    addresses: dict[str, str] = field(default_factory=dict)  # of records, by path


@dataclass(slots=True)
class _TextContext:
    """What the records around a text say of it."""

    family: str = ""
    level: str = ""
    competency: str = ""
    group: str = ""
    skill: str = ""
    step: str = ""


def built(
    root: ReadRecord,
    roles: Mapping[str, PatternRole],
    name: str,
    values: Mapping[RecordColumn, str] = MappingProxyType({}),
) -> BuiltRecords:
    """Return the ladder of records.

    Args:
        root: The record with everything.
        roles: What the patterns are.
        name: What the ladder is called.
        values: What a person decided about values.
    """
    return _LadderBuilder(root, roles, values).built(name)


class _LadderBuilder:
    def __init__(
        self,
        root: ReadRecord,
        roles: Mapping[str, PatternRole],
        decided: Mapping[RecordColumn, str],
    ) -> None:
        self._root, self._roles, self._decided = root, roles, decided
        self._addresses: dict[str, str] = {}
        self._ids = ids_of(root)
        self._values: list[ValueAccount] = []
        self._accounted: set[str] = set()  # the paths of values that are accounted for
        self._taken: set[str] = set()  # and of those that are in the ladder
        self._texts = [(one, self._place(one)) for one in self._all_texts()]
        codes: dict[str, str] = {}
        self._draft = LadderDraft(level_table(list(self._series()), codes, align=False))

    def built(self, name: str) -> BuiltRecords:
        for one, place in self._texts:
            self._take(one, place)
        for chain in chained_records(self._root):
            self._take_fields(chain)
        self._account_for_fields(self._root)
        steps = [step.id for step in self._draft.steps.entries.values()]
        ladder = ladder_of(self._draft, name, tuple(self._ordered(steps)))
        return BuiltRecords(ladder, self._values, self._addresses)

    def _ordered(self, steps: Sequence[str]) -> list[str]:
        entries = {one.id: one.name for one in self._draft.steps.entries.values()}
        return sorted(steps, key=lambda key: step_place(entries[key]) or 0)

    # -- what is around a text ----------------------------------------------------------------

    def _all_texts(self) -> Iterator[ChainedText]:
        """Yield the texts, with what describes a step, or a competency at a level."""
        chains = list(chained_records(self._root))
        said = self._said_of_competencies(chains)
        for chain in ((), *chains):
            record = chain[-1].record if chain else self._root
            yield from self._descriptions(chain, said)
            yield from self._decided_texts(chain, record)
            for key, texts in record.texts.items():
                yield from (ChainedText(chain, key, text) for text in texts)

    def _decided_texts(
        self, chain: tuple[ChainLink, ...], record: ReadRecord
    ) -> Iterator[ChainedText]:
        """Yield the fields of a record that a person takes for texts."""
        for key, value in record.fields.items():
            if self._role_of_value(chain, key) not in ("", "left"):
                path = f"{record.path}/{key}" if record.path else key
                yield ChainedText(chain, key, RecordText(value, path))

    def _role_of_value(self, chain: Sequence[ChainLink], key: str) -> str:
        """Return what a person decided about a value of a record, "" for nothing."""
        pattern = chain[-1].pattern if chain else ""
        return self._decided.get(RecordColumn(pattern, column_key(key) or "text"), "")

    def _said_of_competencies(self, chains: Sequence[tuple[ChainLink, ...]]) -> dict[str, set[str]]:
        """Return what describes each competency inside levels."""
        found: dict[str, set[str]] = {}
        for chain in chains:
            if self._role(chain[-1]) == "competency" and self._is_inside(chain, ("level",)):
                for text in descriptions_of(chain[-1].record).values():
                    found.setdefault(chain[-1].record.name, set()).add(text)
        return found

    def _is_inside(self, chain: Sequence[ChainLink], roles: Sequence[str]) -> bool:
        return any(self._role(link) in roles for link in chain[:-1])

    def _descriptions(
        self, chain: tuple[ChainLink, ...], said: Mapping[str, set[str]]
    ) -> Iterator[ChainedText]:
        if not chain:
            return
        record, role = chain[-1].record, self._role(chain[-1])
        is_step = role in ("level", "step") and self._is_inside(chain, ("competency", "skill"))
        differs = role == "competency" and len(said.get(record.name, ())) > 1
        if not is_step and not (differs and self._is_inside(chain, ("level",))):
            return
        examples = tuple(one.text for one in record.examples)
        for key, text in descriptions_of(record).items():
            if not self._role_of_value(chain, key):
                yield ChainedText(chain, "", RecordText(text, f"{record.path}/{key}", examples))
                examples = ()

    def _role(self, link: ChainLink) -> str:
        known = self._roles.get(link.pattern)
        return known.role if known else "left"

    def _place(self, one: ChainedText) -> _TextContext:
        place = _TextContext()
        for link in one.chain:
            for key, value in link.record.fields.items():
                self._refer(place, key, value)
        for link in one.chain:
            role = self._role(link)
            name = link.record.name or words_of_key(link.record.key)
            if role == "level":
                place.level = level_name(link.record)
            elif role in ("family", "competency", "group", "skill", "step"):
                setattr(place, role, name)
        for key, value in one.text.fields.items():
            self._refer(place, key, value)
        decided = self._role_of_value(one.chain, one.key) if one.key else ""
        if decided == "expectation":
            place.competency = words_of_key(one.key.rpartition("/")[2])
        elif decided in LISTS:
            place.competency = ""
        elif decided != "statement" and not place.competency and not place.skill:
            self._name_by_key(place, one)
        return place

    def _refer(self, place: _TextContext, key: str, value: str) -> None:
        """Take what a field refers to: a level, a family, a competency."""
        role = key_role(key.rpartition("/")[2])
        name = self._ids.get((role, value)) or self._ids.get(("", value), value)
        role = "competency" if role == "skill" else role
        if role == "level" and len(name) < 60:
            place.level = level_words(name)
        elif role in ("family", "competency", "group") and not is_prose(name):
            setattr(place, role, words_of_key(name))

    @staticmethod
    def _name_by_key(place: _TextContext, one: ChainedText) -> None:
        word = field_word(one.key)
        if word in DUTIES | QUALIFICATIONS:
            return
        if not is_plain(one.key):
            place.competency = words_of_key(one.key)
        elif place.group:
            place.competency, place.group = place.group, ""

    # -- levels -------------------------------------------------------------------------------

    def _series(self) -> Iterator[list[str]]:
        """Yield the names of levels as they follow each other in each place, lowest first."""
        series: dict[tuple[str, ...], list[str]] = {}
        for one, place in self._texts:
            if place.level:
                key = tuple(link.record.path for link in one.chain if self._role(link) != "level")
                names = series.setdefault(key[:1], [])
                if place.level not in names:
                    names.append(place.level)
        for chain in chained_records(self._root):
            if self._role(chain[-1]) == "level":
                names = series.setdefault(("",), [])
                name = level_name(chain[-1].record)
                if name and name not in names:
                    names.append(name)
        for names in sorted(series.values(), key=len, reverse=True):
            yield _lowest_first(names)

    # -- taking -------------------------------------------------------------------------------

    def _take(self, one: ChainedText, place: _TextContext) -> None:
        text = one.text
        decided = self._role_of_value(one.chain, one.key)
        reason = LEFT_OUT if decided == "left" else "" if decided else reason_of(one.key)
        if reason:
            self._account(ValueAccount(text.path, text.text, reason=reason))
        elif place.skill and place.step:
            self._take_step(text, place)
        elif (entry := self._draft.levels.entry(place.level)) is None:
            self._account(ValueAccount(text.path, text.text, reason=_NO_LEVEL))
        else:
            self._take_statement(one, place, entry.code)
        self._account_for_text_fields(text)

    def _take_step(self, text: RecordText, place: _TextContext) -> None:
        skill, step = self._draft.skills.get(place.skill), self._draft.steps.get(place.step)
        if place.group:
            skill.fields.setdefault("category", place.group)
        skill.fields.setdefault("proficiencies", {}).setdefault(step.id, []).append(text.text)
        address = f"skills/{skill.id}/proficiencies/{step.id}"
        self._account(ValueAccount(text.path, text.text, address))

    def _take_statement(self, one: ChainedText, place: _TextContext, code: str) -> None:
        family = self._draft.families.get(place.family) if place.family else None
        here = self._draft.place(family.id if family else "", code)
        start = f"families/{family.id}/{code}" if family else f"levels/{code}"
        statement = statement_from(one.text)
        word = field_word(one.key)
        if family and not place.competency:
            decided = self._role_of_value(one.chain, one.key)
            known = "qualifications" if word in QUALIFICATIONS else "responsibilities"
            name = decided if decided in LISTS else known
            here.lists.setdefault(name, []).append(statement)
            address = f"{start}/{name}"
        else:
            competency = self._competency(place)
            here.expectations.setdefault(competency.id, []).append(statement)
            address = f"{start}/expectations/{competency.id}"
        entry = self._draft.levels.entry(place.level)
        level = (entry.name or entry.code) if entry else ""
        names = (place.family, level, place.competency)
        self._account(ValueAccount(one.text.path, one.text.text, address, names=names))

    def _competency(self, place: _TextContext) -> EntryDraft:
        found = self._draft.competencies.get(place.competency or NO_COMPETENCY)
        if place.group and place.group != place.competency:
            found.fields.setdefault("group", place.group)
        return found

    def _account(self, value: ValueAccount) -> None:
        self._values.append(value)
        self._accounted.add(value.path)
        if value.address:
            self._taken.add(value.path)

    # -- fields of records --------------------------------------------------------------------

    def _take_fields(self, chain: Sequence[ChainLink]) -> None:
        """Take what records say of themselves: descriptions, ids; account for the rest."""
        record, role = chain[-1].record, self._role(chain[-1])
        place = self._place(ChainedText(tuple(chain), "", RecordText("", "")))
        fields, address = self._fields_of(role, place, record)
        self._addresses[record.path] = address
        if (
            fields is not None
            and record.external_id
            and record.external_id != slug(record.name, "x")
        ):
            fields.setdefault("external_id", record.external_id)
        self._account_for_fields(record, fields, address, chain)

    def _fields_of(
        self, role: str, place: _TextContext, record: ReadRecord
    ) -> tuple[dict[str, Any] | None, str]:
        name = record.name or words_of_key(record.key)
        kinds: dict[str, tuple[EntryDrafts, str]] = {
            "competency": (self._draft.competencies, "competencies"),
            "family": (self._draft.families, "families"),
            "skill": (self._draft.skills, "skills"),
        }
        if role in kinds and kinds[role][0].has(name):
            entry = kinds[role][0].get(name)
            return entry.fields, f"{kinds[role][1]}/{entry.id}"
        entry_of_level = self._draft.levels.entry(level_name(record)) if role == "level" else None
        if entry_of_level is None:
            return None, ""
        family = place.family and self._draft.families.get(place.family).id
        if place.competency and not self._has_level_of_its_own(record):
            return None, ""
        address = f"families/{family}/{entry_of_level.code}" if family else ""
        draft = self._draft.place(family or "", entry_of_level.code)
        return draft.fields, address or f"levels/{entry_of_level.code}"

    @staticmethod
    def _has_level_of_its_own(record: ReadRecord) -> bool:
        return bool(record.collections)

    def _account_for_fields(
        self,
        record: ReadRecord,
        fields: dict[str, Any] | None = None,
        address: str = "",
        chain: Sequence[ChainLink] = (),
    ) -> None:
        role = self._role(chain[-1]) if chain else ""
        are_taken = any(f"{record.path}/{key}" in self._taken for key in descriptions_of(record))
        for one in record.examples:
            reason = "" if are_taken else "it is an example of no single statement"
            where = (address or "examples") if are_taken else ""
            self._account(ValueAccount(one.path, one.text, where, reason))
        for key, text in record.fields.items():
            path = f"{record.path}/{key}" if record.path else key
            word = field_word(key.rpartition("/")[2])
            if path in self._taken:
                continue
            if self._role_of_value(chain, key):
                if path not in self._accounted:
                    self._account(ValueAccount(path, text, reason=LEFT_OUT))
            elif fields is not None and word in DESCRIPTIONS and len(text.split()) > 1:
                name = "summary" if role in ("level", "family") else "description"
                fields[name] = f"{fields[name]}\n\n{text}" if name in fields else text
                self._account(ValueAccount(path, text, f"{address}/{name}"))
            elif reason := reason_of(key):
                self._account(ValueAccount(path, text, reason=reason))
            elif word in NAMES or word in IDS or key_role(word) in _NAMED:
                self._account(ValueAccount(path, text, address or "name"))
            elif not is_prose(text):
                reason = "it is a number, a mark or a key that a ladder has no field for"
                self._account(ValueAccount(path, text, reason=reason))
            else:
                self._account(ValueAccount(path, text))

    def _account_for_text_fields(self, text: RecordText) -> None:
        above = text.path.rpartition("/")[0]
        for key, value in text.fields.items():
            if not value.strip():
                continue
            word = field_word(key)
            is_used = word in IDS or word in NAMES or key_role(key) in _NAMED
            reason = reason_of(key) or ("" if is_prose(value) else "a ladder has no field for it")
            account = ValueAccount(f"{above}/{key}", value, "name" if is_used else "", reason)
            self._account(account)


def statement_from(text: RecordText) -> Statement:
    """Return a text as a statement, with its examples and its id."""
    one_line = single_spaced(text.text)
    if not text.external_id:
        return make_statement(one_line, text.examples)
    return ExampledStatement(text=one_line, examples=text.examples, external_id=text.external_id)


def level_name(record: ReadRecord) -> str:
    """Return the name of a level, with its code before it if the record says that beside."""
    name = record.name or words_of_key(record.key)
    said = (value for key, value in record.fields.items() if _names_level(key) and value != name)
    code = next((value for value in said if _is_code(value)), "")
    return level_words(f"{code} {name}" if code and not level_head(name).code else name)


def _names_level(key: str) -> bool:
    return field_word(key) in ("level", "code") or key_role(key) == "level"


def _is_code(text: str) -> bool:
    head = level_head(text)
    return bool(head.code) and not head.name


def level_words(name: str) -> str:
    """Return the name of a level; a number alone is `Level 3`."""
    plain = single_spaced(name)
    return f"Level {plain}" if plain.isdigit() else words_of_key(plain)


def _lowest_first(names: Sequence[str]) -> list[str]:
    heads = [level_head(name) for name in names]
    numbers = [one.number for one in heads]
    if all(number is not None for number in numbers) and len(set(numbers)) == len(numbers):
        return [
            name for _, name in sorted(zip(numbers, names, strict=True), key=lambda p: p[0] or 0)
        ]
    return list(names[::-1]) if rising(heads) < 0 else list(names)
