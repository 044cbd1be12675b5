"""What the styles and the lists of a Word file mean (ECMA-376 part 1, 17.7 and 17.9)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading\s*(\d)$", re.IGNORECASE)
_LIST = re.compile(r"list (bullet|number)(?: (\d))?$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|contents|table of figures|index)\b", re.IGNORECASE)
_OFF = frozenset({"0", "false", "off", "none"})
_DEEPEST_CHAIN = 20  # of styles that are based on each other


@dataclass(frozen=True, slots=True)
class WordListPlace:
    """Where a paragraph is in a list."""

    depth: int
    numbered: bool


@dataclass(frozen=True, slots=True)
class WordStyle:
    """What a style says about its paragraphs or runs."""

    name: str = ""
    heading: int = 0  # the depth of a heading, 0 for none
    bold: bool | None = None
    italic: bool | None = None
    list: tuple[str, int] | None = None  # the number of a list, and the depth in it


@dataclass(frozen=True)
class WordStyles:
    """The styles by id, and the lists by number and depth."""

    styles: Mapping[str, WordStyle] = field(default_factory=dict)
    numbered: Mapping[tuple[str, int], bool] = field(default_factory=dict)

    def of(self, key: str) -> WordStyle:
        """Return a style by its id."""
        return self.styles.get(key) or WordStyle()

    def list_place(self, number: str, depth: int) -> WordListPlace | None:
        """Return where a paragraph of a list is, None for the number that means no list."""
        if number in ("", "0"):
            return None
        return WordListPlace(depth, self.numbered.get((number, depth), False))


def is_on(properties: Any, name: str) -> bool | None:
    """Return whether a switch such as `b` is on, None if the properties do not say it."""
    found = properties.find(W + name) if properties is not None else None
    if found is None:
        return None
    return (found.get(W + "val") or "1").casefold() not in _OFF


def value(element: Any, *path: str) -> str:
    """Return the `w:val` of an element inside of another one, "" if it is not there."""
    for name in path:
        element = element.find(W + name) if element is not None else None
    return (element.get(W + "val") or "") if element is not None else ""


def is_contents(style: WordStyle) -> bool:
    """Whether a style is one of a table of contents."""
    return bool(_CONTENTS.match(style.name))


def styles_of(styles: Any, numbering: Any) -> WordStyles:
    """Return what the parts `styles.xml` and `numbering.xml` say; each may be None."""
    listed = styles.iter(W + "style") if styles is not None else ()
    elements = {one.get(W + "styleId"): one for one in listed}
    return WordStyles({key: _style(key, elements) for key in elements if key}, _numbered(numbering))


def _style(key: str, elements: Mapping[str, Any]) -> WordStyle:
    """Return a style with what it takes from those that it is based on."""
    found = WordStyle(name=value(elements[key], "name"))
    heading, bold, italic, place = 0, None, None, None
    seen: list[str] = []
    at = key
    while at in elements and at not in seen and len(seen) < _DEEPEST_CHAIN:
        seen.append(at)
        element = elements[at]
        heading = heading or _heading_depth(element)
        bold = is_on(element.find(W + "rPr"), "b") if bold is None else bold
        italic = is_on(element.find(W + "rPr"), "i") if italic is None else italic
        place = place or list_of(element.find(W + "pPr"))
        at = value(element, "basedOn")
    named = _LIST.match(found.name)
    if named and place and named[2]:
        place = (place[0], int(named[2]) - 1)
    return WordStyle(found.name, heading, bold, italic, place)


def _heading_depth(element: Any) -> int:
    if match := _HEADING.match(value(element, "name")):
        return int(match[1])
    outline = value(element, "pPr", "outlineLvl")
    return int(outline) + 1 if outline.isdecimal() and int(outline) < 9 else 0


def list_of(properties: Any) -> tuple[str, int] | None:
    """Return the number of the list and the depth that the properties of a paragraph say."""
    numbering = properties.find(W + "numPr") if properties is not None else None
    if numbering is None:
        return None
    depth = value(numbering, "ilvl")
    return value(numbering, "numId"), int(depth) if depth.isdecimal() else 0


def _numbered(numbering: Any) -> dict[tuple[str, int], bool]:
    """Return of each depth of each list whether its entries have numbers."""
    if numbering is None:
        return {}
    kinds: dict[str, dict[int, bool]] = {}
    for abstract in numbering.iter(W + "abstractNum"):
        kinds[abstract.get(W + "abstractNumId") or ""] = {
            int(level.get(W + "ilvl") or 0): value(level, "numFmt") not in ("bullet", "none", "")
            for level in abstract.iter(W + "lvl")
        }
    found = {}
    for one in numbering.iter(W + "num"):
        for depth, is_numbered in kinds.get(value(one, "abstractNumId"), {}).items():
            found[(one.get(W + "numId") or "", depth)] = is_numbered
    return found
