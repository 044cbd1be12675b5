"""The names of what entities refer to, as cells show them, and back to the ids."""

from collections.abc import Mapping

from laddereditor.model.kinds import REFERRED_KINDS, by_id, entity_name
from laddereditor.model.ladder import Ladder
from laddereditor.model.spacing import single_spaced


class PartNames:
    """The names of entities by kind and id; an id where two entities share a name."""

    def __init__(self, ladder: Ladder) -> None:
        self._names = {kind: _names(ladder, kind) for kind in REFERRED_KINDS}
        self._ids = {
            kind: {name.casefold(): key for key, name in names.items()}
            for kind, names in self._names.items()
        }

    def of(self, kind: str) -> Mapping[str, str]:
        """Return the names of a kind by id, in the ladder's order."""
        return self._names.get(kind, {})

    def name(self, kind: str, key: str) -> str:
        """Return the name of an entity, its id if it has no name of its own."""
        return self.of(kind).get(key, key)

    def key(self, kind: str, name: str) -> str | None:
        """Return the id that a name means, None if nothing is called so."""
        plain = single_spaced(name)
        if plain.casefold() in self._ids.get(kind, {}):
            return self._ids[kind][plain.casefold()]
        return plain if plain in self.of(kind) else None


def _names(ladder: Ladder, kind: str) -> dict[str, str]:
    plain = {key: single_spaced(entity_name(one)) for key, one in by_id(ladder, kind).items()}
    owners: dict[str, set[str]] = {}
    for key, name in plain.items():
        owners.setdefault(key.casefold(), set()).add(key)
        owners.setdefault(name.casefold(), set()).add(key)
    return {
        key: name if name and len(owners[name.casefold()]) == 1 else key
        for key, name in plain.items()
    }
