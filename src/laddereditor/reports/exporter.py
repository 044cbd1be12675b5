"""The definition of an exporter: how a whole ladder, or a part of it, leaves the program."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, Protocol

from laddereditor.model.address import Address, listed_at
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder

Audience = Literal["everybody", "managers", "hr"]


class ExportRefused(ValueError):
    """Nothing can be exported; the message is one sentence for people."""


@dataclass(frozen=True)
class ExportScope:
    """What of a ladder goes out, and who will read it; empty lists choose all."""

    audience: Audience = "everybody"
    families: tuple[str, ...] = ()  # their ids
    levels: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()  # names of fields of profiles, such as "skills"
    at: tuple[Address, ...] = ()  # only these families, profiles and levels


class Progress(Protocol):
    """Hears how far an export is, and ends it by an exception of its own."""

    def __call__(self, done: int, of: int, /) -> None:
        """Take the parts that are done, and how many there are."""


# What people export a ladder as, in the order in which dialogs offer it.
DOCUMENT, WEBSITE, DATA, FORM = (
    "Document to read",
    "Website",
    "Tables and data",
    "Self-assessment form",
)


def unheard(done: int, of: int) -> None:
    """Ignore progress."""


@dataclass(frozen=True)
class ExportSource:
    """What an exporter writes."""

    ladder: Ladder  # reduced to its scope: without notes and what the audience may not read
    scope: ExportScope = field(default_factory=ExportScope)
    today: date | None = None  # written as the day of the export, if it is known
    semicolons: bool = False  # in place of commas between the cells of CSV
    whole: Ladder | None = None  # the ladder before that; only to resolve what is inherited
    needed: frozenset[Address] = frozenset()  # families and profiles only there to be inherited

    def families(self) -> Iterator[tuple[Family, tuple[Profile, ...]]]:
        """Yield the families that were chosen, each with its profiles that were.

        The ladder may have others, which these inherit from: those are in `needed`.
        """
        for address, family in listed_at(Address("families"), self.ladder.families):
            if address not in self.needed:
                found = listed_at(address, family.profiles)
                yield family, tuple(one for at, one in found if at not in self.needed)


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file of an export."""

    path: str  # inside the folder that is exported to, with "/"; "" if the export is this one file
    data: bytes


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format in which ladders leave the program."""

    name: str  # on the command line: "xlsx"
    title: str  # in dialogs: "Excel workbook"
    suffix: str  # of its file: ".xlsx"; "" if it is a folder
    write: Callable[[ExportSource, Progress], Iterator[ExportedFile]]
    group: str = DOCUMENT  # what it is, in dialogs: "Goal sheet"
    form: str = ""  # as which file, in dialogs: "Word document"; "" for its title
    # What is written, for exporters of a report: of all that is chosen, or of the first few.
    report: Callable[[ExportSource, int | None], Any] | None = None

    @property
    def file_words(self) -> str:
        """Which file it is, in dialogs."""
        return self.form or self.title
