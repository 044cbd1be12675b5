"""The texts of the invented ladders, and the labels that a workbook made of them has."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from openpyxl import Workbook as Book

TEXTS = Path(__file__).with_name("texts.yaml")
LabelKind = Literal[
    "statement",
    "use",
    "step",
    "level",
    "skill",
    "profile",
    "duty",
    "entry",
    "title",
    "pay",
    "occupation",
    "importance",
    "link",
    "id",
    "track",
]


@dataclass(frozen=True, slots=True)
class Label:
    """One text, and where a reader of the workbook says that it belongs.

    A statement has family, level and competency; a use of a skill its proficiency as text; a step
    describes a skill (in `competency`) at a proficiency (in `level`); a level and a skill their
    descriptions; a profile is only there; a duty is a responsibility of a profile. An entry is a
    skill or competency (in `competency`) of a group (in `family`) with its description. A link, an
    id from elsewhere, a title, pay, an importance and the code of an occupation are those of what
    the other names lead to; a track is that of a level.
    """

    kind: LabelKind
    family: str  # "" if the file names none
    level: str
    competency: str
    text: str


Labels = tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The invented ladder of one trade."""

    levels: tuple[str, ...]
    codes: tuple[str, ...]
    groups: dict[str, list[str]]
    families: dict[str, dict[str, list[str]]]

    def rows(self, family: str) -> Iterator[tuple[str, str, list[str]]]:
        """Yield group, competency and the texts of a family, lowest level first."""
        for group, names in self.groups.items():
            for name in names:
                yield group, name, self.families[family][name]

    def labels(self, family: str, levels: Sequence[str] = (), called: str | None = None) -> Labels:
        """Return the labels of the statements of a family.

        Args:
            family: The family.
            levels: What its levels are called, lowest first; by default as in the corpus.
            called: What the family is called in the workbook; "" for nothing.
        """
        name = family if called is None else called
        return tuple(
            Label("statement", name, level, competency, one)
            for _, competency, texts in self.rows(family)
            for level, text in zip(levels or self.levels, texts, strict=True)
            for one in text.split("|")
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """A workbook of one shape with its labels; no labels say that it holds no ladder."""

    name: str
    held_back: bool
    files: dict[str, Book | bytes]
    labels: Labels


SHAPES: dict[str, Callable[[], Shape]] = {}


def shape(held_back: bool) -> Callable[[Callable[[], Any]], Callable[[], Shape]]:
    """Register a function that returns the files of a shape and their labels."""

    def register(build: Callable[[], tuple[Any, Labels]]) -> Callable[[], Shape]:
        def made() -> Shape:
            files, labels = build()
            named = files if isinstance(files, dict) else {f"{build.__name__}.xlsx": files}
            return Shape(build.__name__, held_back, named, labels)

        SHAPES[build.__name__] = made
        return made

    return register


@cache
def corpus(name: str) -> Corpus:
    """Return the invented ladder of a trade."""
    raw = yaml.safe_load(TEXTS.read_text(encoding="utf-8"))[name]
    return Corpus(tuple(raw["levels"]), tuple(raw["codes"]), raw["groups"], raw["families"])


def listed(text: str, mark: str = "• ") -> str:
    """Return a text of several statements as the lines of a cell."""
    parts = text.split("|")
    return text if len(parts) == 1 else "\n".join(mark + part for part in parts)
