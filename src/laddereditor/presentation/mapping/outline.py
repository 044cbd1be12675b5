"""The ladder that comes of a file as a tree, family › level › competency, with its sources.

The tree follows from the account of every cell, so each of its lines leads to the cells that it was
made from.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from laddereditor.exchange.tables import CellAccount
from laddereditor.exchange.tables.facts.fact import CellPosition
from laddereditor.model.address import Address
from laddereditor.model.base import Entity
from laddereditor.model.counting import plural
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import KINDS, by_id, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.spacing import single_spaced
from laddereditor.presentation.mapping.gaps import empty_cell
from laddereditor.session.mapped_workbook import MappedWorkbook

LONG = 3.0  # times the median length from which on a text is marked (issue: mapping page)
_FEWEST = 4  # texts of which a median says something; our choice
_SAMPLES = 3  # texts of a place that are shown
_MOST_LETTERS = 80
_LOOKED_AT = 4  # cells from which the place of an empty one is found
_EMPTY = "empty"
_WITH_GAPS = frozenset({"level", "skill"})  # kinds whose entries have texts about the same things


@dataclass(frozen=True, slots=True)
class OutlineNode:
    """A line of the tree.

    Attributes:
        key: The same for the same line before and after a decision.
        label: What it is.
        count: How many texts are in it.
        sample: The first of its texts.
        mark: What is unusual about it or below it, "" for nothing.
        cells: The cells that it was made from, or that are empty.
        children: The lines below it.
    """

    key: str
    label: str
    count: int = 0
    sample: str = ""
    mark: str = ""
    cells: tuple[CellPosition, ...] = ()
    children: tuple["OutlineNode", ...] = ()

    @property
    def example(self) -> str:
        """What is unusual, or the sample."""
        return " · ".join(filter(None, (self.mark, self.sample)))

    @property
    def words(self) -> str:
        """What a screen reader says of it."""
        texts = plural(self.count, "text") if self.count else ""
        return ", ".join(filter(None, (self.label, texts, self.mark, self.sample)))


@dataclass(slots=True)
class _Place:
    """What was taken at one place."""

    owner: Address
    name: str  # of the field
    key: str  # in a keyed field
    accounts: list[CellAccount] = field(default_factory=list)


@dataclass
class _Found:
    """What was taken of a workbook, by place."""

    ladder: Ladder
    places: dict[Address, dict[tuple[str, str], _Place]] = field(default_factory=dict)
    names: dict[Address, list[CellAccount]] = field(default_factory=dict)  # that name entries


def outline(work: MappedWorkbook) -> tuple[OutlineNode, ...]:
    """Return the ladder of a mapped workbook as a tree with counts and samples."""
    found = _found(work)
    usual = _usual_length(found)
    return tuple(_Builder(work, found, usual).nodes())


def _found(work: MappedWorkbook) -> _Found:
    found = _Found(work.result.ladder)
    for one in work.result.cells:
        if one.outcome != "taken" or not one.address:
            continue
        address = Address(one.address)
        owner, inside = address.owner, address.field.split("/") if address.field else []
        if not inside:
            found.names.setdefault(owner, []).append(one)
            continue
        spec = field_specs(owner.entity_class).get(inside[0])
        key = inside[1] if spec and spec.is_keyed and len(inside) > 1 else ""
        places = found.places.setdefault(owner, {})
        places.setdefault((inside[0], key), _Place(owner, inside[0], key)).accounts.append(one)
    return found


def _usual_length(found: _Found) -> float:
    lengths = [_length(one) for places in found.places.values() for one in places.values()]
    keyed = [length for length in lengths if length]
    return median(keyed) if len(keyed) >= _FEWEST else 0.0


def _length(place: _Place) -> int:
    return sum(len(one.text) for one in place.accounts) if place.key else 0


class _Builder:
    """Makes the lines of the tree."""

    def __init__(self, work: MappedWorkbook, found: _Found, usual: float) -> None:
        self.work, self.found, self.usual = work, found, usual
        self.ladder = found.ladder
        # The cells about an entry at any level of a family, by family, field and entry.
        self._asked_cells: dict[tuple[Address, str, str], list[CellPosition]] = {}
        self._named: dict[str, dict[str, Entity]] = {}  # the entries of each kind by id

    def nodes(self) -> list[OutlineNode]:
        """Return the families, and then the other kinds of which something was taken."""
        families = [self._family(one) for one in self.ladder.families]
        others = [self._kind(name) for name in KINDS if name not in ("family", "profile")]
        return [*families, *(one for one in others if one is not None)]

    def _family(self, family: Family) -> OutlineNode:
        address = Address("families").entry(family.id)
        asked = self._asked(address, [address.entry(one.level) for one in family.profiles])
        levels = [
            self._entry(address.entry(one.level), one, asked=asked) for one in family.profiles
        ]
        own = self._fields(address, family)
        return self._node(str(address), label_of(family), [*own, *levels], address)

    def _asked(self, address: Address, entries: Sequence[Address]) -> dict[tuple[str, str], None]:
        """Return what the entries of a list have something about, each once.

        Args:
            address: The family, or the list.
            entries: Its profiles, or its entries.
        """
        found: dict[tuple[str, str], None] = {}
        for entry in entries:
            for place in self.found.places.get(entry, {}).values():
                if place.key:
                    found[place.name, place.key] = None
                    cells = self._asked_cells.setdefault((address, place.name, place.key), [])
                    cells.append(place.accounts[0].position)
        return found

    def _kind(self, name: str) -> OutlineNode | None:
        kind = KINDS[name]
        above = Address(kind.collection)
        entities = {
            above.entry(str(getattr(one, kind.key))): one
            for one in getattr(self.ladder, kind.collection)
        }
        asked = self._asked(above, list(entities)) if name in _WITH_GAPS else {}
        entries = [
            self._entry(address, entity, asked=asked if self._has_some(address, asked) else None)
            for address, entity in entities.items()
            if address in self.found.places or address in self.found.names
        ]
        if not any(one.children for one in entries):
            return None
        return self._node(kind.collection, kind.plural, entries)

    def _has_some(self, address: Address, asked: Mapping[tuple[str, str], None]) -> bool:
        """Whether an entry has some of what others have: one without any is no gap."""
        return any(place in asked for place in self.found.places.get(address, {}))

    def _entry(
        self,
        address: Address,
        entity: Entity,
        asked: Mapping[tuple[str, str], None] | None = None,
    ) -> OutlineNode:
        nodes = self._fields(address, entity)
        if asked:
            nodes += self._missing(address, type(entity), asked)
        return self._node(str(address), self._entry_label(entity), nodes, address)

    def _by_id(self, kind: str) -> dict[str, Entity]:
        if kind not in self._named:
            self._named[kind] = by_id(self.ladder, kind)
        return self._named[kind]

    def _entry_label(self, entity: Entity) -> str:
        if isinstance(entity, Profile) and not entity.title:
            level = self._by_id("level").get(entity.level)
            return label_of(level) if level is not None else entity.level
        return label_of(entity)

    def _fields(self, address: Address, entity: Entity) -> list[OutlineNode]:
        specs = field_specs(type(entity))
        places = self.found.places.get(address, {})
        order = {name: at for at, name in enumerate(specs)}
        names = sorted(places, key=lambda one: order.get(one[0], len(order)))
        return [self._field(places[name], entity, specs.get(name[0])) for name in names]

    def _field(self, place: _Place, entity: Entity, spec: FieldSpec | None) -> OutlineNode:
        texts = place.accounts
        key = f"{place.owner}/{place.name}/{place.key}"
        return OutlineNode(
            key,
            self._label(spec, place),
            self._count(place, entity),
            _sample(texts[0].text),
            self._long(place),
            tuple(one.position for one in texts),
            _samples(key, texts) if len(texts) > 1 else (),
        )

    def _label(self, spec: FieldSpec | None, place: _Place) -> str:
        if spec is None:
            return place.name
        if not place.key:
            return spec.title
        named = self._by_id(spec.refers_to).get(place.key)
        return label_of(named) if named is not None else place.key

    def _count(self, place: _Place, entity: Entity) -> int:
        value = getattr(entity, place.name, None)
        if place.key:
            value = value.get(place.key) if isinstance(value, dict) else None
        return len(value) if isinstance(value, list | tuple) else len(place.accounts)

    def _long(self, place: _Place) -> str:
        length = _length(place)
        if not self.usual or length <= LONG * self.usual:
            return ""
        return f"as long as {length / self.usual:.0f} usual ones"

    def _missing(
        self, address: Address, entity: type[Entity], asked: Mapping[tuple[str, str], None]
    ) -> list[OutlineNode]:
        there = self.found.places.get(address, {})
        nodes = []
        for name, key in asked:
            if (name, key) not in there:
                spec = field_specs(entity)[name]
                cell = self._empty_cell(address, name, key)
                nodes.append(
                    OutlineNode(
                        f"{address}/{name}/{key}",
                        self._label(spec, _Place(address, name, key)),
                        mark=_EMPTY,
                        cells=(cell,) if cell else (),
                    )
                )
        return nodes

    def _empty_cell(self, address: Address, name: str, key: str) -> CellPosition | None:
        """Return the cell in which the text of a level is missing."""
        above = address.parent or Address(address.partition("/")[0])
        beside = self._asked_cells.get((above, name, key), ())
        places = self.found.places.get(address, {}).values()
        same = [place.accounts[0].position for place in places]
        return empty_cell(self.work.workbook, beside[:_LOOKED_AT], same[:_LOOKED_AT])

    def _node(
        self, key: str, label: str, nodes: Sequence[OutlineNode], address: Address = Address()
    ) -> OutlineNode:
        named = tuple(one.position for one in self.found.names.get(address, ()))
        cells = named or next((one.cells for one in nodes if one.cells), ())
        count, marked = sum(one.count for one in nodes), _marked(nodes)
        mark = f"{marked} to look at" if marked else ""
        return OutlineNode(key, label, count, "", mark, cells, tuple(nodes))


def _marked(nodes: Sequence[OutlineNode]) -> int:
    """Return how many places are marked, in lines or below them."""
    return sum(
        _marked(one.children) if one.children and _marked(one.children) else bool(one.mark)
        for one in nodes
    )


def _samples(key: str, texts: Sequence[CellAccount]) -> tuple[OutlineNode, ...]:
    """Return the first texts of a place, and how many more there are."""
    found = [
        OutlineNode(f"{key}#{at}", _sample(one.text), cells=(one.position,))
        for at, one in enumerate(texts[:_SAMPLES])
    ]
    if rest := texts[_SAMPLES:]:
        more = f"… and {len(rest)} more"
        found.append(OutlineNode(f"{key}#more", more, cells=(rest[0].position,)))
    return tuple(found)


def _sample(text: str) -> str:
    words = single_spaced(text)
    return words if len(words) <= _MOST_LETTERS else f"{words[:_MOST_LETTERS]}…"


def key_of_cell(nodes: Sequence[OutlineNode], cell: CellPosition) -> str:
    """Return the key of the innermost line that a cell is a source of, "" if there is none.

    Args:
        nodes: The tree.
        cell: The cell.
    """
    for node in nodes:
        if below := key_of_cell(node.children, cell):
            return below
    return next((node.key for node in nodes if cell in node.cells), "")


def line_of_cell(work: MappedWorkbook, nodes: Sequence[OutlineNode], cell: CellPosition) -> str:
    """Return the key of the line that a cell leads to, "" if nothing comes of the cell.

    What only names others, such as a competency, leads to the nearest that it names: in its row to
    the right, else in its column below.

    Args:
        work: The mapped workbook.
        nodes: Its tree.
        cell: The cell.
    """
    if key := key_of_cell(nodes, cell):
        return key
    taken = [one.position for one in work.result.cells if one.outcome == "taken"]
    if cell not in taken:
        return ""
    here = [one for one in taken if one.sheet == cell.sheet]
    beside = [one for one in here if one.row == cell.row and one.column > cell.column]
    below = [one for one in here if one.column == cell.column and one.row > cell.row]
    beside.sort(key=lambda one: one.column)
    below.sort(key=lambda one: one.row)
    found = (key_of_cell(nodes, one) for one in (*beside, *below))
    return next(filter(None, found), "")
