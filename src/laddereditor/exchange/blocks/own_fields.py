"""The fields of an entity, read from the blocks of its page in an exported document."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from laddereditor.edits.ids import slug
from laddereditor.edits.reading.years import read_years
from laddereditor.exchange.blocks.block import Heading, Item, Paragraph
from laddereditor.exchange.blocks.forms import (
    FOR_EVERY_FAMILY,
    LINK,
    term_of,
    without_remark,
)
from laddereditor.exchange.blocks.own_pay import range_of
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import KINDS
from laddereditor.model.phrases import ENGLISH, Phrases
from laddereditor.model.raw import to_raw
from laddereditor.model.statement import RatedSkill

_DERIVED = ("Key", "Level position", "Level")  # terms of pages that no field holds
_MORE = re.compile(r"… and \d")  # the line behind titles that counts the others
NOT_READ = "this part of a page is not read back from documents; edit it in the ladder"


class Unread(ValueError):
    """A block that no field takes; the message is the reason."""


@dataclass(frozen=True)
class FieldNames:
    """The ids of what can be referred to, by kind and by name."""

    ids: Mapping[str, Mapping[str, str]]
    phrases: Phrases = ENGLISH  # the language of the program's own words in the document
    met: dict[tuple[str, str], str] = field(default_factory=dict)  # kind and id -> name
    groups: dict[str, str] = field(default_factory=dict)  # name of a competency -> its group

    def key(self, kind: str, name: str) -> str:
        """Return the id of what has a name; a new one for a name that nothing has."""
        found = self.ids.get(kind, {}).get(name) or slug(name, kind)
        self.met.setdefault((kind, found), name)
        return found

    def name(self, kind: str, key: str) -> str:
        """Return the name by which an id was met."""
        return self.met.get((kind, key), "")

    def words(self, spec: FieldSpec) -> tuple[str, ...]:
        """Return what documents call a field."""
        return (spec.words, spec.title, self.phrases.say(spec.words), self.phrases.say(spec.title))

    def choices(self, spec: FieldSpec) -> dict[str, str]:
        """Return the choices of a field by their words."""
        words = {self.phrases.say(spec.choice_words(one)): one for one in spec.choices}
        return {spec.choice_words(one): one for one in spec.choices} | words

    def has(self, kind: str, name: str) -> bool:
        """Whether something has a name."""
        return name in self.ids.get(kind, {})


@dataclass
class OwnEntity:
    """An entity while its page is read."""

    address: Address
    entity: type[Entity]
    raw: dict[str, Any]
    depth: int = 0  # of its heading
    spec: FieldSpec | None = None  # the field whose section is open
    key: str = ""  # the entry of a mapping that is open
    group: str = ""  # of the competencies that are being read
    tried: str = ""  # the field that the last block is of, whether or not it fits there
    inherited: set[str] = field(default_factory=set)  # skills that the page says are of the level

    @property
    def family(self) -> Address:
        """The family that it is or is in."""
        return self.address.family

    @property
    def place(self) -> Address:
        """Where what was read last is."""
        if self.spec is None:
            return self.address
        value = self.raw.get(self.spec.name)
        path = FieldPath(self.spec.name)
        if self.key and isinstance(value, dict):
            path, value = path.entry(self.key), value.get(self.key)
        if isinstance(value, list) and value:
            path = path.at(str(len(value) - 1))
        return self.address.at(path)

    def open_section(self, heading: Heading, names: FieldNames) -> None:
        """Open the section of a heading below that of the entity.

        Args:
            heading: The heading.
            names: What documents call fields.
        """
        if heading.depth > self.depth + 1 and self.spec is not None and self.spec.is_keyed:
            self.key = heading.text
            names.groups.setdefault(self.key, self.group)
            return
        self.key = self.group = ""
        found = [one for one in self._specs() if heading.text in names.words(one)]
        of_family = self.entity is Profile and any(
            heading.text in names.words(one) for one in field_specs(Family).values()
        )
        # The page of a profile repeats some of what its family says.
        self.spec = found[0] if found else _OF_FAMILY if of_family else _UNKNOWN

    def take(self, block: Paragraph | Item, names: FieldNames) -> str:
        """Take a block into the fields.

        Args:
            block: The block.
            names: The ids of what can be referred to.

        Returns:
            The path of the field that has it, "" for what the program adds to pages.

        Raises:
            Unread: No field takes it.
        """
        self.tried = ""
        if self.spec is _OF_FAMILY:
            return ""
        if isinstance(block, Paragraph):
            return self._paragraph(block, names)
        term = term_of(block) if block.depth == 0 else None
        path = self._term(*term, names) if term is not None else None
        return self._item(block, names) if path is None else path

    def _specs(self) -> Iterator[FieldSpec]:
        for spec in field_specs(self.entity).values():
            if spec.page.role != "none" and spec.readers != "editors":
                yield spec

    # -- paragraphs -----------------------------------------------------------------------------

    def _paragraph(self, block: Paragraph, names: FieldNames) -> str:
        text = block.text
        if self._is_group(block):
            self.group = text.strip()
            return ""
        if text.strip() == names.phrases.say(FOR_EVERY_FAMILY):
            return ""
        if self.spec is None:
            for spec in self._specs():
                if spec.page.role == "head" and spec.shape == "text":
                    return self._joined(spec.name, text)
            raise Unread("there is no field for it here")
        if self.spec.shape == "text":
            return self._joined(self.spec.name, text)
        if self.spec.shape == "pay":
            pay = self.raw.setdefault(self.spec.name, {})
            pay["note"] = "\n\n".join(filter(None, (pay.get("note", ""), text)))
            return str(FieldPath(self.spec.name).at("note"))
        if self.entity is Profile and self.spec.shape == "texts":
            return ""  # what the level says, whose page says it too
        raise Unread("it is a paragraph in a list" if self.spec.shape != "raw" else NOT_READ)

    def _is_group(self, block: Paragraph) -> bool:
        """Whether a paragraph is the name of a group above competencies."""
        is_bold = all(run.style == "bold" for run in block.runs)
        return is_bold and self.spec is not None and self.spec.shape == "expectations"

    def _joined(self, name: str, text: str) -> str:
        before = self.raw.get(name, "")
        self.raw[name] = f"{before}\n\n{text}" if before else text
        return name

    # -- terms ----------------------------------------------------------------------------------

    def _term(self, term: str, text: str, names: FieldNames) -> str | None:
        """Take a term with its definition; None if the entry is another one."""
        if term in _DERIVED or term in map(names.phrases.say, _DERIVED):
            return ""
        is_open = self.spec is not None and self.spec.shape not in ("texts", "text", "raw")
        if is_open and self.entity is not Family and not self._is_field(term, names):
            return None
        for spec in self._specs():
            if spec.is_keyed and spec.shape == "texts" and names.has(spec.refers_to, term):
                if spec.page.role == "term" or spec is self.spec:
                    return self._entry(spec, names.key(spec.refers_to, term), text)
            elif term in names.words(spec) and not spec.is_keyed:
                return self._value(spec, text, names)
        if self.spec is not None and self.spec.shape == "texts":
            return self._entry(self.spec, names.key(self.spec.refers_to, term), text)
        return None

    def _is_field(self, term: str, names: FieldNames) -> bool:
        return any(term in names.words(one) and one.page.role == "term" for one in self._specs())

    def _entry(self, spec: FieldSpec, key: str, text: str) -> str:
        self.raw.setdefault(spec.name, {})[key] = text
        return FieldPath(spec.name).entry(key)

    def _value(self, spec: FieldSpec, text: str, names: FieldNames) -> str:
        """Take a single value; a list in the page of a family is below its term."""
        self.tried = spec.name
        if not text.strip():
            self.spec, self.key = spec, ""
            return ""
        if spec.shape == "experience":
            try:
                self.raw[spec.name] = to_raw(read_years(text))
            except ValueError as error:
                raise Unread(f"it does not fit; {error}") from error
        elif spec.shape == "reference":
            self.raw[spec.name] = names.key(spec.refers_to, text)
        elif spec.choices:
            choices = names.choices(spec)
            if text not in choices:
                raise Unread(f"write one of: {', '.join(choices)}")
            self.raw[spec.name] = choices[text]
        elif spec.shape == "flag":
            self.raw[spec.name] = True
        elif spec.shape in ("line", "text"):
            self.raw[spec.name] = text
        else:
            raise Unread(NOT_READ)
        return spec.name

    # -- entries of lists -----------------------------------------------------------------------

    def _item(self, block: Item, names: FieldNames) -> str:
        spec = self.spec
        below = self.entity is Family  # whose lists are below a term
        depth = block.depth - 1 if below and block.depth else block.depth
        if spec is None:
            raise Unread("there is no list here")
        self.tried = spec.name
        if spec.shape == "lines":
            return self._line(spec, block)
        if spec.shape == "statements":
            return self._statement(self.raw.setdefault(spec.name, []), block, depth, spec.name)
        if spec.shape == "expectations" and self.key:
            key = names.key(spec.refers_to, self.key)
            said = self.raw.setdefault(spec.name, {}).setdefault(key, [])
            return self._statement(said, block, depth, FieldPath(spec.name).entry(key))
        if spec.shape == "skills":
            return self._use(spec, block, names)
        return self._record(spec, block, names)

    def _record(self, spec: FieldSpec, block: Item, names: FieldNames) -> str:
        if spec.shape == "occupations":
            return self._occupation(spec, block)
        if spec.shape == "pay":
            return self._range(spec, block, names.phrases)
        if spec.shape == "links":
            self.raw.setdefault(spec.name, []).append(_link(block))
            return spec.name
        raise Unread(NOT_READ)

    def _line(self, spec: FieldSpec, block: Item) -> str:
        if not _MORE.match(block.text):
            self.raw.setdefault(spec.name, []).append(block.text)
        return spec.name

    def _statement(self, said: list[Any], block: Item, depth: int, path: str) -> str:
        if depth > 0 and said:
            last = said[-1] if isinstance(said[-1], dict) else {"text": said[-1]}
            if block.text.startswith(LINK):
                last.setdefault("links", []).append(_link(block))
            else:
                last.setdefault("examples", []).append(block.text)
            said[-1] = last
        else:
            said.append(block.text)
        return f"{path}/{len(said) - 1}"

    def _use(self, spec: FieldSpec, block: Item, names: FieldNames) -> str:
        mark = names.phrases.say(FOR_EVERY_FAMILY)
        name, remark = without_remark(block, mark)
        found: dict[str, Any] = {"skill": names.key(spec.refers_to, name.strip())}
        if block.text.endswith(f"— {mark}"):
            self.inherited.add(found["skill"])
        for part in filter(None, remark.split(", ")):
            found |= _of_use(part, names)
        uses = self.raw.setdefault(spec.name, [])
        uses.append(found if len(found) > 1 else found["skill"])
        return f"{spec.name}/{len(uses) - 1}"

    def _occupation(self, spec: FieldSpec, block: Item) -> str:
        text, remark = without_remark(block)
        code, _, title = text.partition(" — ")
        found: dict[str, Any] = {"code": code, "title": title}
        found["scheme"] = "onet-soc" if "." in code else "soc-2018"
        if remark:
            found["inferred"] = True
        self.raw.setdefault(spec.name, []).append(found)
        return spec.name

    def _range(self, spec: FieldSpec, block: Item, phrases: Phrases) -> str:
        try:
            found = range_of(block, phrases)
        except ValueError as error:
            raise Unread(str(error)) from error
        ranges = self.raw.setdefault(spec.name, {}).setdefault("ranges", [])
        ranges.append(found)
        return f"{spec.name}/ranges/{len(ranges) - 1}"

    def used(self, name: str) -> list[str]:
        """Return the ids that a field refers to."""
        value = self.raw.get(name, ())
        return [one["skill"] if isinstance(one, dict) else one for one in value]

    def finished(self) -> dict[str, Any]:
        """Return the plain values of the entity."""
        return {key: value for key, value in self.raw.items() if value != ""}


def _of_use(part: str, names: FieldNames) -> dict[str, str]:
    """Return what a remark behind a skill says: the proficiency, or another field of its use."""
    for spec in field_specs(RatedSkill).values():
        if spec.refers_to and spec.name != KINDS["skill"].name and names.has(spec.refers_to, part):
            return {spec.name: names.key(spec.refers_to, part)}
        choices = {words.casefold(): one for words, one in names.choices(spec).items()}
        if part.casefold() in choices:
            return {spec.name: choices[part.casefold()]}
    raise Unread(f"“{part}” is no proficiency of the ladder")


def _link(block: Item) -> dict[str, str]:
    """Return a link: a title with the address behind it, or one of the two."""
    text, address = without_remark(block)
    text = text.removeprefix(LINK)
    if address:
        return {"url": address, "title": text}
    return {"url": text} if ":" in text or "/" in text else {"title": text}


_UNKNOWN = FieldSpec(title="", help="", shape="raw")
_OF_FAMILY = FieldSpec(title="", help="", shape="raw", heading="of the family")
