"""Stable names for what an import creates."""

import re
import unicodedata
from collections.abc import Iterable

_WORDS = {"&": " and ", "+": " plus ", "#": " sharp "}


def slug(text: str, fallback: str = "item") -> str:
    """Return a name of lower-case letters, digits and hyphens: `R&D Lead` -> `r-and-d-lead`.

    Text without any Latin letter or digit gives the fallback.
    """
    spelled = "".join(_WORDS.get(char, char) for char in text.replace("ß", "ss"))
    plain = unicodedata.normalize("NFKD", spelled)
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    letters = re.sub(r"['’]", "", letters.casefold())
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or fallback


class UniqueIds:
    """Hands out ids, each once: `mentoring`, then `mentoring-2`."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def new(self, text: str, fallback: str = "item") -> str:
        """Return an id for a text that was not handed out before."""
        base = candidate = slug(text, fallback)
        while candidate in self._taken:
            self._last[base] = self._last.get(base, 1) + 1
            candidate = f"{base}-{self._last[base]}"
        self._taken.add(candidate)
        return candidate
