"""Names of files that every system takes, whatever the ladder calls a thing."""

import re
import unicodedata

LONGEST = 48  # characters: a long folder and a long name fit into Windows' 260 together
# Devices of Windows, which no file can be called, whatever its ending
# (Microsoft, "Naming Files, Paths, and Namespaces").
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10)))
)


def plain_name(text: str, otherwise: str = "page") -> str:
    """Return a text as the name of a file: lower-case letters of English, digits and hyphens.

    Args:
        text: What is named; its accents are left out, and other signs become hyphens.
        otherwise: The name if nothing is left of the text.
    """
    letters = unicodedata.normalize("NFKD", text[: LONGEST * 8]).encode("ascii", "ignore")
    words = re.sub(r"[^a-z0-9]+", "-", letters.decode("ascii").lower()).strip("-")
    name = words[:LONGEST].rstrip("-") or otherwise
    return f"{name}-{otherwise}" if name in _DEVICES else name


class FileNames:
    """Gives each thing in a folder a name of its own."""

    def __init__(self) -> None:
        """Begin with an empty folder."""
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def name(self, text: str, otherwise: str = "page") -> str:
        """Return the name for a text; a name that is taken gets a number behind it."""
        base = name = plain_name(text, otherwise)
        while name in self._taken:
            self._counts[base] = self._counts.get(base, 1) + 1
            name = f"{base}-{self._counts[base]}"
        self._taken.add(name)
        return name
