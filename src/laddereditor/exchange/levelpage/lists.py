"""Read the lists of a page: statements and skills."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from laddereditor.exchange.ids import UniqueIds
from laddereditor.exchange.levelpage.import_log import ImportLog, Owner
from laddereditor.exchange.levelpage.lines import PageLine, continues_item, has_words
from laddereditor.exchange.levelpage.marks import all_marked, item_marks
from laddereditor.model.address import encode_key
from laddereditor.model.spacing import single_spaced
from laddereditor.model.statement import Statements, make_statement
from laddereditor.model.terms import Skill

_MIN_MARKED = 3  # items; a word of fewer may end in the letters of a mark
_SEPARATORS = ("|", "·", "•", ";", ",")


@dataclass(slots=True)
class ListItem:
    """An item of a list: its text, its lines, and the items below it."""

    text: str
    lines: list[PageLine]
    children: list["ListItem"] = field(default_factory=list)


def read_items(lines: Sequence[PageLine], log: ImportLog) -> list[ListItem]:
    """Return the items of a list; in a list with bullets, a line without one continues an item."""
    bulleted = any(line.bullet for line in lines)
    items: list[ListItem] = []
    for line in lines:
        if not has_words(line.text):
            log.unread(line, "a line without words")
        elif line.bullet or not bulleted:
            _add(line, items)
        elif items and continues_item(line, _last(items).lines[0]):
            _last(items).text += f" {line.text}"
            _last(items).lines.append(line)
        else:
            log.unread(line, "not an item of the list around it")
    _take_marks_off(items, log)
    return items


def _take_marks_off(items: list[ListItem], log: ImportLog) -> None:
    """Take off the marks of a guide, if each item has some, and tell which they are."""
    if len(items) < _MIN_MARKED and not log.marked:
        return
    if not all_marked([item.text for item in items]):
        return
    marks: dict[str, None] = {}
    for item in items:
        item.text, found = item_marks(item.text)
        marks |= dict.fromkeys(found)
    log.note_once(
        f"The marks “{' · '.join(marks)}” behind items were left out: a ladder has no field for "
        "them."
    )


def _add(line: PageLine, items: list[ListItem]) -> None:
    below = items and line.bullet and line.indent > items[-1].lines[0].indent + 1
    (items[-1].children if below else items).append(ListItem(line.text, [line]))


def _last(items: list[ListItem]) -> ListItem:
    return items[-1].children[-1] if items[-1].children else items[-1]


def read_statements(lines: Sequence[PageLine], log: ImportLog, name: str) -> Statements:
    """Return a profile's list of statements; items below an item are its examples.

    Args:
        lines: The lines below the heading, bullets included.
        log: Notes where each line goes, and which are not understood.
        name: The field that the list is for, which the log names.
    """
    found = []
    for at, item in enumerate(read_items(lines, log)):
        found.append(make_statement(item.text, tuple(child.text for child in item.children)))
        behind = "/text" if item.children else ""
        for line in item.lines:
            log.use(line, Owner.PROFILE, f"{name}/{at}{behind}")
        for place, child in enumerate(item.children):
            for line in child.lines:
                log.use(line, Owner.PROFILE, f"{name}/{at}/examples/{place}")
    return tuple(found)


def read_skills(lines: Sequence[PageLine], log: ImportLog) -> tuple[Skill, ...]:
    """Return library entries in the order of the page; a repeated name is the same skill."""
    ids = UniqueIds()
    found: dict[str, Skill] = {}
    places: dict[str, int] = {}
    for name, lines_of_name in _skill_names(lines, log):
        key = single_spaced(name.casefold())
        if key in found:
            log.note(f"“{name}” is twice among the skills; it is used once.")
        else:
            places[key] = len(found)
            found[key] = Skill(id=ids.new(name, "skill"), name=name)
        for line in lines_of_name:
            log.use(line, Owner.LADDER, f"skills/{encode_key(found[key].id)}/name")
            log.use(line, Owner.PROFILE, f"skills/{places[key]}")
    return tuple(found.values())


def _skill_names(lines: Sequence[PageLine], log: ImportLog) -> Iterator[tuple[str, list[PageLine]]]:
    items = read_items(lines, log)
    for item in items:
        for one in (item, *item.children):
            is_only_item = len(items) == 1 and not item.children and not one.lines[0].bullet
            for name in split_list(one.text, commas=is_only_item):
                yield name, one.lines


def separator_of(text: str, *, commas: bool) -> str:
    """Return the sign that separates the parts of a list on one line, "" for none."""
    marks = (mark for mark in _SEPARATORS if mark in text and (mark != "," or commas))
    return next(marks, "")


def split_list(text: str, *, commas: bool) -> tuple[str, ...]:
    """Return the parts of `a | b`, `a · b`, `a; b` or, with `commas`, `a, b`."""
    mark = separator_of(text, commas=commas)
    if not mark:
        return (text,)
    found = re.split(rf"\s*{re.escape(mark)}\s*", text)
    return tuple(part for part in found if has_words(part))
