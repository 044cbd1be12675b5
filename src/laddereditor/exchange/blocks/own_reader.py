"""Read a document that was exported by this program back to a ladder.

The entity that begins at a heading is known by its mark, which is invisible; everything else by
the words of the page: sections by the headings of the fields, entries by names. A heading without
a mark beside marked ones is a new entity.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from laddereditor.edits.ids import slug
from laddereditor.exchange.blocks.block import (
    Block,
    BlockDocument,
    Heading,
    Item,
    Paragraph,
    Table,
)
from laddereditor.exchange.blocks.forms import (
    BADGE_MARK,
    LADDER,
    ORGANIZATION,
    OTHERS,
    VERSION,
    term_of,
)
from laddereditor.exchange.blocks.own_fields import FieldNames, OwnEntity, Unread
from laddereditor.exchange.blocks.own_inherited import without_inherited
from laddereditor.exchange.importer import UnreadLine
from laddereditor.model.address import Address
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import COLLECTIONS, GROUPED, KINDS, Kind, label_of
from laddereditor.model.ladder import FORMAT_VERSION, Ladder
from laddereditor.model.level import Level
from laddereditor.model.occupations.attribution import ATTRIBUTION
from laddereditor.model.phrases import Phrases, phrases_of

_FAMILY, _PROFILE = KINDS["family"], KINDS["profile"]


@dataclass(frozen=True)
class OwnReading:
    """A ladder with an account of the blocks that it was read from."""

    ladder: Ladder
    left: tuple[UnreadLine, ...]
    used: tuple[tuple[int, str], ...]  # line -> address
    places: Mapping[int, Address] = field(default_factory=dict)  # line -> what it is about
    partly: frozenset[tuple[Address, str]] = frozenset()  # entities with fields not wholly read


def is_own(document: BlockDocument) -> bool:
    """Whether a document was exported by this program."""
    return any(isinstance(one, Heading | Item) and _kind_of(one.mark) for one in document.blocks)


def _kind_of(mark: str) -> Kind | None:
    address = Address(mark)
    return address.kind if mark and address == address.owner else None


def read_own(document: BlockDocument, known: Ladder | None = None) -> OwnReading:
    """Return the ladder of an exported document.

    Args:
        document: The document.
        known: The ladder that it was exported from; names that the document does not explain,
            such as those of skills, are looked up there.
    """
    walk = _OwnWalk(document, known)
    for block in document.blocks:
        walk.read(block)
    ladder = walk.ladder()
    left, used = tuple(walk.left), tuple(walk.used)
    return OwnReading(ladder, left, used, walk.places, frozenset(walk.partly))


@dataclass
class _OwnWalk:
    """Reads the blocks of a document in their order."""

    document: BlockDocument
    known: Ladder | None
    entities: dict[str, OwnEntity] = field(default_factory=dict)  # by address, in their order
    part: str = ""  # the collection that is being read, "" for families
    group: str = ""  # the text of the heading above entities
    depths: dict[str, int] = field(default_factory=dict)  # collection -> depth of its entities
    now: OwnEntity | None = None
    left: list[UnreadLine] = field(default_factory=list)
    used: list[tuple[int, str]] = field(default_factory=list)
    places: dict[int, Address] = field(default_factory=dict)
    description: list[str] = field(default_factory=list)
    partly: set[tuple[Address, str]] = field(default_factory=set)
    names: FieldNames = field(init=False)

    def __post_init__(self) -> None:
        phrases = phrases_of(self.document.language)
        self.names = FieldNames(_named(self.document, self.known), phrases)

    def read(self, block: Block) -> None:
        """Read one block."""
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Item) and _kind_of(block.mark):
            self._defined(block)
        elif isinstance(block, Item) and self.part in _TERM_COLLECTIONS and self.now is None:
            self._new_term(block)
        else:
            self._content(block)
        self.places[block.line] = self.now.place if self.now is not None else Address()

    # -- headings -------------------------------------------------------------------------------

    def _heading(self, block: Heading) -> None:
        kind = _kind_of(block.mark)
        if kind is not None:
            self._open(Address(block.mark), kind, block)
        elif block.mark in COLLECTIONS:
            self.part, self.group, self.now = block.mark, "", None
            self.part = "" if block.mark == _FAMILY.collection else block.mark
        elif self._is_new(block):
            self._open(self._new_address(block), self._kind_at(block.depth), block)
        elif self.now is not None and block.depth > self.now.depth:
            self.now.open_section(block, self.names)
        else:
            self._group(block)

    def _group(self, block: Heading) -> None:
        self.now, self.group = None, block.text
        if block.depth == 1:
            self.part = ""

    def _kind_at(self, depth: int) -> Kind:
        if self.part:
            return COLLECTIONS[self.part]
        return _PROFILE if depth == self.depths.get(_PROFILE.collection) else _FAMILY

    def _is_new(self, block: Heading) -> bool:
        """Whether a heading without a mark is where marked ones begin entities."""
        if self.part in _TERM_COLLECTIONS:
            return False
        if self.part:
            return self.depths.get(self.part) == block.depth
        is_profile = self.depths.get(_PROFILE.collection) == block.depth
        return (is_profile and self.now is not None) or (
            self.depths.get(_FAMILY.collection) == block.depth and bool(self.group)
        )

    def _new_address(self, block: Heading) -> Address:
        kind = self._kind_at(block.depth)
        code, _, _name = block.text.partition(BADGE_MARK)
        if kind is _PROFILE:
            assert self.now is not None
            return self.now.family.entry(code.strip())
        if kind.entity is Level:
            return Address(kind.collection).entry(code.strip())
        return Address(kind.collection).entry(slug(block.text, kind.name))

    def _open(self, address: Address, kind: Kind, block: Heading) -> None:
        self.depths[kind.collection] = block.depth
        if kind is _PROFILE and address.parent not in self.entities:
            # A single page has the name of its family above it.
            name = self.group if self.now is None else ""
            self._add(OwnEntity(address.parent, Family, {"name": name}, block.depth - 1))
        entity = OwnEntity(address, kind.entity, {}, block.depth)
        if address in self.entities:
            self._leave(block.line, block.text, "the same entry is in the document twice")
        self._add(entity)
        name = block.text
        if kind.entity in (Level, Profile):
            name = name.removeprefix(f"{address.key}{BADGE_MARK}")
            name = "" if name == address.key else name
        entity.raw["title" if kind is _PROFILE else "name"] = name
        grouped = GROUPED.get(kind.name)
        if grouped is not None and self._has_group():
            key = self.names.key(grouped.refers_to, self.group) if grouped.refers_to else self.group
            entity.raw[grouped.name] = key
        self.now = entity
        self.used.append((block.line, str(address)))

    def _add(self, entity: OwnEntity) -> None:
        key = entity.address.key
        kind = entity.address.kind
        assert kind is not None
        entity.raw = {kind.key: key, **{k: v for k, v in entity.raw.items() if v}}
        self.entities[entity.address] = entity

    # -- contents -------------------------------------------------------------------------------

    def _defined(self, block: Item) -> None:
        """Read a term of the ladder, which is an entry of a list."""
        address = Address(block.mark)
        kind = _kind_of(block.mark)
        assert kind is not None
        self._term(address, kind, block)

    def _new_term(self, block: Item) -> None:
        kind = COLLECTIONS[self.part]
        term = (term_of(block) or (block.text, ""))[0].strip()
        self._term(Address(kind.collection).entry(slug(term, kind.name)), kind, block)

    def _term(self, address: Address, kind: Kind, block: Item) -> None:
        term, text = term_of(block) or (block.text, "")
        entity = OwnEntity(address, kind.entity, {"name": term, "description": text})
        if term == address.key:
            entity.raw["name"] = ""
        grouped = GROUPED.get(kind.name)
        if grouped is not None and self._has_group():
            entity.raw[grouped.name] = self.group
        self._add(entity)
        self.used.append((block.line, str(address)))

    def _has_group(self) -> bool:
        return self.group not in ("", OTHERS, self.names.phrases.say(OTHERS))

    def _content(self, block: Paragraph | Item | Table | Heading) -> None:
        if isinstance(block, Table) and not _is_overview(block, self.names.phrases):
            text = " ".join(filter(None, block.rows[0]))
            self._leave(block.line, text, "tables are not read in documents like this one")
        if isinstance(block, Heading | Table):
            return
        if self.now is None:
            self._outside(block)
            return
        try:
            path = self.now.take(block, self.names)
        except Unread as error:
            self._leave(block.line, block.text, str(error))
            if self.now.tried:
                self.partly.add((self.now.address, self.now.tried))
        else:
            if path:
                self.used.append((block.line, str(self.now.address.at(path))))

    def _outside(self, block: Paragraph | Item) -> None:
        text = block.text.strip()
        if not text or text == ATTRIBUTION or self._is_byline(text):
            return
        if isinstance(block, Paragraph) and not self.entities and not self.group:
            self.description.append(text)
            self.used.append((block.line, "description"))
        else:
            self._leave(block.line, text, "it is outside of all entries")

    def _is_byline(self, text: str) -> bool:
        """Whether a text only repeats the properties of the document, below its title."""
        known, say = self.document.properties, self.names.phrases.say
        version = say("Version {now}", now=known.get(VERSION, ""))
        parts = text.split(" · ")
        is_first = not self.entities and not self.description
        return is_first and any(one in (known.get(ORGANIZATION), version) for one in parts)

    def _leave(self, line: int, text: str, reason: str) -> None:
        self.left.append(UnreadLine(line, text, reason))

    # -- the ladder -----------------------------------------------------------------------------

    def ladder(self) -> Ladder:
        """Return the ladder of all blocks."""
        properties = self.document.properties
        raw: dict[str, Any] = {
            "laddereditor": FORMAT_VERSION,
            "id": properties.get(LADDER) or slug(self.document.title, "ladder"),
            "name": self.document.title,
            "organization": properties.get(ORGANIZATION, ""),
            "version": properties.get(VERSION, ""),
            "language": self.document.language,
            "description": "\n\n".join(self.description),
        }
        listed = [(Address(address), entity) for address, entity in self.entities.items()]
        self._define_new(raw, [entity for _, entity in listed])
        for address, entity in listed:
            if address.kind is _PROFILE:
                family = self.entities[address.parent].raw
                family.setdefault(_PROFILE.collection, []).append(entity.finished())
        for address, entity in listed:
            if address.kind is not _PROFILE:
                raw.setdefault(address.collection, []).append(entity.finished())
        found = {key: value for key, value in raw.items() if value}
        shown = {address: entity.inherited for address, entity in self.entities.items()}
        return without_inherited(Ladder.model_validate(found), shown)

    def _define_new(self, raw: dict[str, Any], listed: Sequence[OwnEntity]) -> None:
        """Define competencies and skills that pages name and nothing in the document explains."""
        known = {Address(one).key for one in self.entities if Address(one).collection == "skills"}
        missing = [key for one in listed for key in one.used("skills") if key not in known]
        for key in dict.fromkeys(missing):
            made = {"id": key, "name": self.names.name("skill", key)}
            raw.setdefault(KINDS["skill"].collection, []).append(made)
        collection = KINDS["competency"].collection
        for one in listed:
            holder = raw if one.entity is Level else self.entities[one.family or one.address].raw
            for key in one.used("expectations"):
                defined = (*raw.get(collection, ()), *holder.get(collection, ()))
                is_here = f"{collection}/{key}" in self.entities
                if not is_here and all(other["id"] != key for other in defined):
                    name = self.names.name("competency", key)
                    group = self.names.groups.get(name, "")
                    made = {"id": key, "name": name, **({"group": group} if group else {})}
                    holder.setdefault(collection, []).append(made)


_PAGES = ("level", "skill", "family", "profile")  # kinds with a page; others are terms in lists
_TERM_COLLECTIONS = frozenset(kind.collection for name, kind in KINDS.items() if name not in _PAGES)


def _is_overview(table: Table, phrases: Phrases) -> bool:
    """Whether a table only lists what the pages below it say."""
    titles = {spec.title for cls in (Level, Profile) for spec in field_specs(cls).values()}
    said = titles | set(map(phrases.say, titles))
    return bool(table.rows) and all(cell in said for cell in table.rows[0])


def _named(document: BlockDocument, known: Ladder | None) -> dict[str, dict[str, str]]:
    """Return the ids of what can be referred to, by kind and by name."""
    found: dict[str, dict[str, str]] = {}
    for block in document.blocks:
        kind = _kind_of(getattr(block, "mark", ""))
        if kind is None or not isinstance(block, Heading | Item):
            continue
        key = Address(block.mark).key
        name = block.text if isinstance(block, Heading) else (term_of(block) or (block.text, ""))[0]
        if kind.entity is Level:
            name = name.replace(BADGE_MARK, " ", 1)
        found.setdefault(kind.name, {}).setdefault(name, key)
    for kind in COLLECTIONS.values() if known is not None else ():
        listed: Sequence[Entity] = getattr(known, kind.collection)
        for entity in listed:
            key = str(getattr(entity, kind.key))
            found.setdefault(kind.name, {}).setdefault(label_of(entity), key)
    for family in known.families if known is not None else ():
        for one in family.competencies:
            found.setdefault("competency", {}).setdefault(label_of(one), one.id)
    return found
