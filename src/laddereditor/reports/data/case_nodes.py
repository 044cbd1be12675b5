"""Items and associations of a CASE package, with identifiers that are the same each time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.model.spacing import single_spaced

_NAMESPACE = uuid5(NAMESPACE_URL, "urn:laddereditor:case")
_BREAKS = str.maketrans("\r\n\t", "   ")
_TITLE = 100  # characters of a link's title, which only names what the link leads to


@dataclass(frozen=True)
class CaseItem:
    """What an item of a package says."""

    title: str  # its statement
    kind: str  # its type, in words
    code: str = ""  # by which people know it
    description: str = ""
    external: str = ""  # its identifier elsewhere; one that is a UUID is given back
    part: Mapping[str, str] | None = None  # what else must come back of a text; None for an entity


class CaseNodes:
    """Gathers the items and associations of one package."""

    def __init__(self, ladder: Ladder, today: date | None) -> None:
        """Begin a package.

        Args:
            ladder: The ladder, whose id the identifiers are made of.
            today: The day of the export; without it the day from which the ladder applies.
        """
        self._ladder = uuid5(_NAMESPACE, ladder.id)
        day = today or ladder.effective or date(1970, 1, 1)
        self._changed = f"{day.isoformat()}T00:00:00+00:00"
        self._titles: dict[Address, str] = {}
        self._ids: dict[Address, str] = {Address(): str(self._ladder)}
        self._items: list[dict[str, Any]] = []
        self._associations: list[dict[str, Any]] = []
        self._children: dict[Address, int] = {}
        self._types: dict[str, str] = {}

    def has(self, place: Address) -> bool:
        """Whether there is an item of a place."""
        return place in self._titles

    def item(self, place: Address, words: CaseItem) -> None:
        """Add the item of a place in the ladder: of an entity, or of a text in one."""
        identifier = _uuid(words.external) or str(uuid5(self._ladder, str(place)))
        self._ids[place], self._titles[place] = identifier, _line(words.title)
        found = {
            "identifier": identifier,
            "uri": f"urn:uuid:{identifier}",
            "fullStatement": words.title,
            "humanCodingScheme": normalized(words.code),
            "notes": words.description,
            "CFItemType": words.kind,
            "CFItemTypeURI": self._type(words.kind),
            "lastChangeDateTime": self._changed,
            "extensions": {"laddereditor": {"place": str(place), **(words.part or {})}},
        }
        self._items.append({key: value for key, value in found.items() if value})

    def associate(self, kind: str, origin: Address, destination: Address) -> None:
        """Add an association if both of its ends are in the package.

        Args:
            kind: A type of CASE, such as `isChildOf`.
            origin: The place that it is about.
            destination: The place that it leads to; the empty address is the document.
        """
        if origin not in self._ids or destination not in self._ids:
            return
        identifier = str(uuid5(self._ladder, f"{kind} {origin} {destination}"))
        found: dict[str, Any] = {
            "identifier": identifier,
            "associationType": kind,
            "uri": f"urn:uuid:{identifier}",
            "originNodeURI": self._link(origin),
            "destinationNodeURI": self._link(destination),
            "lastChangeDateTime": self._changed,
        }
        if kind == "isChildOf":
            number = self._children[destination] = self._children.get(destination, 0) + 1
            found["sequenceNumber"] = number
        self._associations.append(found)

    def package(self, document: dict[str, Any]) -> dict[str, Any]:
        """Return the package.

        Args:
            document: What it says of itself, with a title.
        """
        own = self._ids[Address()]
        head = {"identifier": own, "uri": f"urn:uuid:{own}", "caseVersion": "1.1", **document}
        types = [
            {
                "identifier": key,
                "uri": f"urn:uuid:{key}",
                "title": title,
                "description": title,
                "hierarchyCode": str(number),
                "lastChangeDateTime": self._changed,
            }
            for number, (title, key) in enumerate(self._types.items(), 1)
        ]
        self._titles[Address()] = _line(document["title"])
        for one in self._associations:
            if one["destinationNodeURI"]["identifier"] == own:
                one["destinationNodeURI"]["title"] = self._titles[Address()]
        return {
            "CFDocument": {**head, "lastChangeDateTime": self._changed},
            "CFItems": self._items,
            "CFAssociations": self._associations,
            "CFDefinitions": {"CFItemTypes": types},
        }

    def _link(self, place: Address) -> dict[str, str]:
        identifier = self._ids[place]
        title = self._titles.get(place, "")
        return {"title": title, "identifier": identifier, "uri": f"urn:uuid:{identifier}"}

    def _type(self, title: str) -> dict[str, str]:
        key = self._types.setdefault(title, str(uuid5(_NAMESPACE, title)))
        return {"title": title, "identifier": key, "uri": f"urn:uuid:{key}"}


def _uuid(text: str) -> str:
    """Return an identifier if it is a UUID, else ""."""
    try:
        return str(UUID(text)) if text else ""
    except ValueError:
        return ""


def normalized(text: str) -> str:
    """Return a text as CASE asks for in its lines (NormalizedString): without breaks and tabs."""
    return text.translate(_BREAKS)


def _line(text: str) -> str:
    return single_spaced(text)[:_TITLE]
