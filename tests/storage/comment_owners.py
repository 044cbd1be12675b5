"""Whose the comments of a file are, found without the program's own rules.

A comment at the end of a line belongs to what the line holds. One in a line of its own belongs to
what follows it, unless it is indented deeper than that: then it is about what stands above it, the
innermost that it is indented deeper than.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

Raw = Any
_COMMENT = re.compile(r"(?:^|(?<=\s))# c(\d+)\b")
_WORD = re.compile(r"\b[wfLks]\d+\b")
_NAMES = ("id", "level", "skill", "text", "market", "code", "rule", "version")


class Owner(NamedTuple):
    """Whose a comment is: the records and items around it, outermost first, and the field."""

    items: tuple[str, ...]
    field: tuple[str, ...]  # below the innermost item


class Start(NamedTuple):
    """Where something begins in a text, and where its last line is."""

    line: int
    column: int
    owner: Owner
    last: int
    flow: bool  # in brackets
    closes: bool  # ends with a bracket


class Verdict(NamedTuple):
    """What became of a comment: `how` is "kept", "gone with its owner", or what is wrong."""

    number: int
    how: str
    there: bool


def name_of(value: Raw) -> str:
    """Return what tells an item of a list from the others."""
    if isinstance(value, dict):
        value = next((value[name] for name in _NAMES if name in value), "")
    found = _WORD.search(str(value))
    return found.group() if found else str(value)


def child(owner: Owner, name: str) -> Owner:
    """Return the owner for an item of the list `owner`."""
    if _WORD.fullmatch(name) and not (owner.field == ("skills",) and owner.items):
        return Owner((*owner.items, name), ())
    key = "/".join(owner.field)
    return Owner((*owner.items, f"{owner.items[-1] if owner.items else ''}/{key}/{name}"), ())


def owners_in(raw: Raw, owner: Owner = Owner((), ())) -> Iterator[Owner]:  # noqa: B008
    """Yield everything in plain values that a comment may belong to."""
    yield owner
    if isinstance(raw, dict):
        for key, value in raw.items():
            yield from owners_in(value, Owner(owner.items, (*owner.field, str(key))))
    elif isinstance(raw, list):
        for value in raw:
            yield from owners_in(value, child(owner, name_of(value)))


def starts(text: str) -> list[Start]:
    """Return the starts of everything in a text, in order."""
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    found = list(_starts(node, Owner((), ()), text.splitlines()))
    return sorted(found, key=lambda start: (start.line, start.column, len(start.owner.items)))


def _plain(node: Any) -> Raw:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value


def _last_line(node: Any, lines: list[str]) -> int:
    if isinstance(node, yaml.MappingNode | yaml.SequenceNode) and not node.flow_style:
        inner = node.value[-1] if node.value else node
        if inner is node:
            return int(node.end_mark.line)
        return _last_line(inner[1] if isinstance(inner, tuple) else inner, lines)
    last = node.end_mark.line
    if getattr(node, "style", None) in ("|", ">"):
        last -= 1
        while last > node.start_mark.line and (
            not lines[last].strip() or lines[last].lstrip().startswith("#")
        ):
            last -= 1
    return int(last)


def _closes(node: Any) -> bool:
    return isinstance(node, yaml.MappingNode | yaml.SequenceNode) and bool(node.flow_style)


def _starts(node: Any, owner: Owner, lines: list[str]) -> Iterator[Start]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            mark, inner = key.start_mark, Owner(owner.items, (*owner.field, key.value))
            flow = bool(node.flow_style)
            yield Start(
                mark.line, mark.column, inner, _last_line(value, lines), flow, _closes(value)
            )
            yield from _starts(value, inner, lines)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            inner = child(owner, name_of(_plain(item)))
            line, column = item.start_mark.line, item.start_mark.column
            if not node.flow_style:
                column = node.start_mark.column
                while lines[line][column : column + 1] != "-" or lines[line][:column].strip(" -"):
                    line -= 1
            flow = bool(node.flow_style)
            yield Start(line, column, inner, _last_line(item, lines), flow, _closes(item))
            yield from _starts(item, inner, lines)


def comment_owners(text: str) -> dict[int, list[list[Owner]]]:
    """Return whose each comment may be, by its number, for each time that it is there."""
    text = text.replace("\r\n", "\n")
    lines, found = text.splitlines(), starts(text)
    result: dict[int, list[list[Owner]]] = {}
    for number, line in enumerate(lines):
        comments = list(_COMMENT.finditer(line))
        if not comments:
            continue
        comment = comments[0]
        own = not line[: comment.start()].strip()
        owner = _of_own_line(lines, found, number) if own else [_of_line(found, number)]
        for each in comments:
            result.setdefault(int(each.group(1)), []).append(owner)
    return result


def _of_line(found: list[Start], line: int) -> Owner:
    """Return what a line is about: the last of what starts in it, or the innermost around it."""
    closed = [each for each in found if each.closes and each.line < line == each.last]
    if closed:
        return closed[0].owner
    here = [start for start in found if start.line == line]
    if here:
        depths = [len(start.owner.items) + len(start.owner.field) / 9 for start in here]
        return here[len(depths) - 1 - depths[::-1].index(min(depths))].owner
    around = [start for start in found if start.line <= line <= start.last]
    return around[-1].owner if around else Owner((), ())


def _of_own_line(lines: list[str], found: list[Start], number: int) -> list[Owner]:
    """Return whose a comment in a line of its own is; two if it may be of either."""
    above = [start for start in found if start.line < number]
    inside = [start for start in above if number <= start.last]
    following = next((start for start in found if start.line > number), None)
    if inside and (following is None or following.line > inside[-1].last):
        return [inside[-1].owner]  # before the closing bracket
    if following and following.flow:
        return [following.owner]
    column = _column(lines, number)
    is_first = following and inside and inside[-1] == above[-1]
    if following and is_first and column > following.column:
        return [inside[-1].owner]  # about all that is below it
    if following and is_first and _is_apart(lines, number, following.line):
        return [inside[-1].owner, following.owner]
    if following and (column <= following.column or not above):
        return [following.owner]
    chain = [start for start in above if start.last >= above[-1].line]
    deeper = [start for start in chain if start.column < column and not start.flow]
    return [deeper[-1].owner if deeper else Owner((), ())]


def _column(lines: list[str], number: int) -> int:
    """Return how far a comment is indented, or the least that one right above it is."""
    columns = []
    while number >= 0 and lines[number].strip()[:1] in ("", "#"):
        if lines[number].strip():
            columns.append(len(lines[number]) - len(lines[number].lstrip()))
        number -= 1
    return min(columns)


def _is_apart(lines: list[str], number: int, below: int) -> bool:
    """Whether a blank line stands between a comment and what follows, with comments below it."""
    return any(not line.strip() for line in lines[number:below])


def verdicts(before: str, after: str, wanted: Raw, renamed: dict[str, str]) -> Iterator[Verdict]:
    """Yield what became of each comment when a file was edited to hold `wanted`."""
    old, new = comment_owners(before), comment_owners(after)
    there = set(owners_in(wanted))
    alive = {owner.items[-1] for owner in there if owner.items} | {""}
    for number, ((was, *_), *_) in old.items():
        owner = Owner(tuple(_renamed(name, renamed) for name in was.items), was.field)
        now = new.get(number, [])
        yield Verdict(number, _verdict(owner, now, there, alive), bool(now))


def _renamed(name: str, renamed: dict[str, str]) -> str:
    return _WORD.sub(lambda found: renamed.get(found.group(), found.group()), name)


def _verdict(owner: Owner, now: list[list[Owner]], there: set[Owner], alive: set[str]) -> str:
    if len(now) > 1:
        return "there twice"
    item, places = _last(owner), {_last(found) for found in now[0]} if now else set()
    if item not in alive:
        gone = not now or places & {"", *owner.items}
        return "gone with its owner" if gone else "at another record"
    field_there = any(each.field == owner.field and _last(each) == item for each in there)
    if not now:
        return "lost" if field_there else "gone with its owner"
    if item not in places:
        return "kept, at what encloses it" if places & set(owner.items) else "at another record"
    fields = {found.field for found in now[0]}
    moved = owner.field and field_there and not fields & {owner.field, ()}
    return "at another field" if moved else "kept"


def _last(owner: Owner) -> str:
    return owner.items[-1] if owner.items else ""


def counted(found: Iterator[Verdict]) -> Counter[str]:
    """Return how many comments fared how."""
    return Counter(verdict.how for verdict in found)
