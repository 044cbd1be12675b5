"""The comments in a workbook, from its XML: notes and threads of .xlsx, annotations of .ods."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from xml.etree import ElementTree

from laddereditor.exchange.book_parts.zipped import ZippedParts

SheetPlace = tuple[int, int]  # row and column, from 0
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_THREAD = "tc={"  # begins the author of a note that stands for a thread of Excel 365


@dataclass(frozen=True, slots=True)
class BookComment:
    """What somebody remarked on a cell."""

    text: str
    author: str = ""
    day: str = ""


def comments_of(parts: ZippedParts) -> dict[str, Mapping[SheetPlace, BookComment]]:
    """Return the comments of a workbook by sheet and cell."""
    if "content.xml" in parts.names():
        return _of_ods(parts)
    return {name: dict(_of_sheet(parts, path)) for name, path in _sheet_paths(parts)}


# -- .xlsx --------------------------------------------------------------------------------------


def _sheet_paths(parts: ZippedParts) -> Iterator[tuple[str, str]]:
    book = parts.xml("xl/workbook.xml")
    targets = _targets(parts, "xl/workbook.xml")
    for sheet in book.iter() if book is not None else ():
        if _local(sheet) == "sheet":
            yield sheet.get("name", ""), targets.get(sheet.get(_RELATION, ""), ("", ""))[1]


def _targets(parts: ZippedParts, path: str) -> dict[str, tuple[str, str]]:
    """Return the parts that one refers to by id: the last word of the type, and the path."""
    folder = dirname(path)
    root = parts.xml(f"{folder}/_rels/{path.removeprefix(folder + '/')}.rels")
    found = {}
    for one in root if root is not None else ():
        target = one.get("Target", "")
        full = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
        found[one.get("Id", "")] = (one.get("Type", "").rsplit("/", 1)[-1], full)
    return found


def _of_sheet(parts: ZippedParts, path: str) -> Iterator[tuple[SheetPlace, BookComment]]:
    related = _targets(parts, path).values() if path else ()
    for kind, target in related:
        root = parts.xml(target) if kind == "comments" else None
        if root is not None:
            yield from _notes(root)
    for kind, target in related:
        root = parts.xml(target) if kind == "threadedComment" else None
        if root is not None:
            yield from _threads(parts, root)


def _notes(root: ElementTree.Element) -> Iterator[tuple[SheetPlace, BookComment]]:
    authors = [one.text or "" for one in root.iter() if _local(one) == "author"]
    for one in root.iter():
        if _local(one) != "comment":
            continue
        number = one.get("authorId", "")
        author = authors[int(number)] if number.isdigit() and int(number) < len(authors) else ""
        text = "".join(part.text or "" for part in one.iter() if _local(part) == "t")
        if not author.startswith(_THREAD):
            comment = BookComment(_without_name(text, author), author.strip())
            yield _place(one.get("ref", "")), comment


def _without_name(text: str, author: str) -> str:
    """Return a note without the name that Excel writes above it."""
    first, _, rest = text.partition("\n")
    return (rest if author and first.strip() == f"{author}:" else text).strip()


def _threads(
    parts: ZippedParts, root: ElementTree.Element
) -> Iterator[tuple[SheetPlace, BookComment]]:
    people = {}
    for name in parts.names():
        listed = parts.xml(name) if name.startswith("xl/persons/") else None
        for one in listed if listed is not None else ():
            people[one.get("id", "")] = one.get("displayName", "")
    found: dict[SheetPlace, list[BookComment]] = {}
    for one in root:
        text = "".join(part.text or "" for part in one.iter() if _local(part) == "text")
        author = people.get(one.get("personId", ""), "")
        comment = BookComment(text.strip(), author, one.get("dT", "")[:10])
        found.setdefault(_place(one.get("ref", "")), []).append(comment)
    for place, comments in found.items():
        first, *replies = comments
        lines = [first.text, *(f"{one.author}: {one.text}" for one in replies)]
        yield place, BookComment("\n".join(lines), first.author, first.day)


def _place(reference: str) -> SheetPlace:
    match = _CELL.fullmatch(reference)
    if match is None:
        return (-1, -1)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _local(element: ElementTree.Element) -> str:
    return element.tag.rsplit("}", 1)[-1]


# -- .ods ---------------------------------------------------------------------------------------


def _of_ods(parts: ZippedParts) -> dict[str, Mapping[SheetPlace, BookComment]]:
    root = parts.xml("content.xml")
    tables = [one for one in root.iter() if _local(one) == "table"] if root is not None else []
    return {_attribute(table, "name"): dict(_annotations(table)) for table in tables}


def _annotations(table: ElementTree.Element) -> Iterator[tuple[SheetPlace, BookComment]]:
    number = 0
    for row in table.iter():
        if _local(row) != "table-row":
            continue
        column = 0
        for cell in row:
            if _local(cell) in ("table-cell", "covered-table-cell"):
                for inner in cell:
                    if _local(inner) == "annotation":
                        yield (number, column), _annotation(inner)
                column += _repeated(cell, "number-columns-repeated")
        number += _repeated(row, "number-rows-repeated")


def _annotation(element: ElementTree.Element) -> BookComment:
    lines, author, day = [], "", ""
    for one in element:
        if _local(one) == "creator":
            author = "".join(one.itertext())
        elif _local(one) == "date":
            day = "".join(one.itertext())[:10]
        elif _local(one) == "p":
            lines.append("".join(one.itertext()))
    text = "\n".join(lines)
    return BookComment(_without_name(text, author), author, day)


def _repeated(element: ElementTree.Element, name: str) -> int:
    text = _attribute(element, name)
    return int(text) if text.isdigit() else 1


def _attribute(element: ElementTree.Element, name: str) -> str:
    return next((v for key, v in element.attrib.items() if key.rsplit("}", 1)[-1] == name), "")
