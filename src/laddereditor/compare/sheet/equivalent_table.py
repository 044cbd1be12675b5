"""All equivalents of a ladder: its levels and families down, other schemes across."""

from dataclasses import dataclass
from typing import NamedTuple

from laddereditor.model.address import Address, FieldPath
from laddereditor.model.equivalent import Equivalent, equivalent_text
from laddereditor.model.equivalents import schemes_of, with_equivalents
from laddereditor.model.kinds import KINDS, by_id, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level

FIELD = FieldPath("equivalents")


class EquivalentCell(NamedTuple):
    """What one scheme has for a level or a family."""

    text: str = ""
    field: FieldPath = FIELD  # of the first equivalent in this scheme, or the whole list
    is_proposed: bool = False  # nobody has confirmed it
    note: str = ""


@dataclass(frozen=True, slots=True)
class EquivalentRow:
    """A level or a family with its cells, one for each scheme."""

    address: Address
    group: str  # "Levels: Professional", "Families"
    name: str
    cells: tuple[EquivalentCell, ...]


@dataclass(frozen=True, slots=True)
class EquivalentTable:
    """The table of a whole ladder."""

    schemes: tuple[str, ...] = ()
    rows: tuple[EquivalentRow, ...] = ()

    @property
    def gaps(self) -> int:
        """How many cells of schemes that are used for a group are empty in it."""
        return sum(
            self.is_gap(row, column)
            for row in range(len(self.rows))
            for column in range(len(self.schemes))
        )

    def is_gap(self, row: int, column: int) -> bool:
        """Whether others of its group have an equivalent in a scheme, and this row has none.

        Args:
            row: The index of the row, from 0.
            column: The index of the scheme, from 0.
        """
        one = self.rows[row]
        used = any(each.cells[column].text for each in self.rows if each.group == one.group)
        return used and not one.cells[column].text


def equivalent_table(ladder: Ladder) -> EquivalentTable:
    """Return the equivalents of a ladder; without any, a table without columns."""
    schemes = schemes_of(ladder)
    if not schemes:
        return EquivalentTable()
    tracks = by_id(ladder, "track")
    rows = []
    for address, found in with_equivalents(ladder):
        entity = address.entity(ladder)
        group = KINDS["family"].plural
        if isinstance(entity, Level):
            track = tracks.get(entity.track)
            group = ": ".join((KINDS["level"].plural, label_of(track) if track else "—"))
        cells = tuple(_cell(found, scheme) for scheme in schemes)
        rows.append(EquivalentRow(address, group, label_of(entity), cells))
    rows.sort(key=lambda row: row.address.startswith("families/"))
    order = list(dict.fromkeys(row.group for row in rows))
    rows.sort(key=lambda row: order.index(row.group))
    return EquivalentTable(tuple(schemes), tuple(rows))


def _cell(found: tuple[Equivalent, ...], scheme: str) -> EquivalentCell:
    wanted = scheme.casefold()
    held = [(n, one) for n, one in enumerate(found) if one.scheme.strip().casefold() == wanted]
    if not held:
        return EquivalentCell()
    return EquivalentCell(
        "; ".join(equivalent_text(one) or "—" for _, one in held),
        FIELD.at(str(held[0][0])),
        any(one.confidence == "proposed" for _, one in held),
        "\n".join(one.note for _, one in held if one.note),
    )
