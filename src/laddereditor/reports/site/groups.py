"""Entries of a list under headings."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from laddereditor.reports.site.page_text import shown

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Grouped(Generic[T]):
    """Entries under a heading, which is "" for those of no group."""

    heading: str
    entries: tuple[T, ...]


def grouped(
    entries: Iterable[T], heading: Callable[[T], str], first: Sequence[str] = ()
) -> list[Grouped[T]]:
    """Return entries by their headings, in the order of the list; those without one are last.

    Args:
        entries: The entries.
        heading: Returns the heading of an entry, "" for none.
        first: Headings that come first, in this order.
    """
    found: dict[str, list[T]] = {name: [] for name in first}
    for entry in entries:
        name = heading(entry)
        found.setdefault(name if shown(name) == name else "", []).append(entry)
    without = found.pop("", [])
    groups = [*found.items(), ("", without)]
    return [Grouped(name, tuple(several)) for name, several in groups if several]
