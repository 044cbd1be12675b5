"""Names of sheets that Excel accepts, each once."""

import re

from laddereditor.model.spacing import single_spaced

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST = 31  # characters (Microsoft, “Rename a worksheet”)
_RESERVED = {"history"}


class SheetNames:
    """Gives names to the sheets of one workbook."""

    def __init__(self) -> None:
        self._taken: set[str] = set(_RESERVED)

    def name(self, wanted: str) -> str:
        """Return a name like the one that is wanted, which no other sheet has."""
        plain = single_spaced(_FORBIDDEN.sub(" ", wanted)).strip("' ") or "Sheet"
        name, number = plain[:_LONGEST].strip("' "), 1
        while name.casefold() in self._taken:
            number += 1
            end = f" {number}"
            name = plain[: _LONGEST - len(end)].strip("' ") + end
        self._taken.add(name.casefold())
        return name
