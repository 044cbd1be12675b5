"""Plain values of a text with anchors, aliases, merge keys and tags, all written out.

The size of what aliases repeat is counted first, so that a few lines cannot expand to gigabytes (a
"billion laughs" file).
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from yaml import (
    AliasEvent,
    CSafeLoader,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from laddereditor.model.raw import Raw
from laddereditor.storage.text.events import MAX_DEPTH, key_of, scalar_value
from laddereditor.storage.text.patch import TextEdit
from laddereditor.storage.text.refusals import Refused, check_plain, is_harmless

MAX_REPEATED_VALUES = 100_000
MAX_REPEATED_CHARS = 10_000_000
_MERGE = "<<"
# Anchor and tag before a value, in either order, with the spaces after them.
_PROPERTIES = re.compile(r"(?:(?:&[\w-]+|!<[^>\s]*>|![^\s,\[\]{}]*)[ \t]*)+", re.ASCII)


class SizedValue(NamedTuple):
    """A value with its size when written out."""

    raw: Raw
    values: int
    chars: int
    depth: int


class _Entry(NamedTuple):
    key: str
    merges: bool
    value: SizedValue


def composed(text: str) -> tuple[Raw, list[TextEdit]]:
    """Return a text's plain values, and the changes that remove what is not plain YAML.

    After these changes an alias is a text: `x` and its name.

    Raises:
        Refused: The text holds something that a ladder cannot hold.
        YAMLError: The text is not valid YAML.
    """
    composer = _Composer(text)
    return composer.root(), composer.changes


class _Composer:
    def __init__(self, text: str) -> None:
        self.text = text
        self.pull: Callable[[], Any] = CSafeLoader(text).get_event
        self.changes: list[TextEdit] = []
        self.anchors: dict[str, SizedValue | None] = {}  # None while it is open
        self.repeated_values = 0
        self.repeated_chars = 0

    def root(self) -> Raw:
        self.pull()
        self.pull()
        start = self.pull()
        if start.__class__ is not MappingStartEvent:
            raise Refused("A ladder is a group of fields", start.start_mark)
        found = self._value(start, 1)
        self.pull()
        end = self.pull()
        if end.__class__.__name__ != "StreamEndEvent":
            raise Refused("A second document starts here", end.start_mark)
        return found.raw

    def _value(self, event: Any, depth: int) -> SizedValue:
        if event.__class__ is AliasEvent:
            return self._alias(event, depth)
        self._drop_properties(event)
        if event.anchor is not None:
            self.anchors[event.anchor] = None
        if event.__class__ is ScalarEvent:
            value = scalar_value(event)
            found = SizedValue(value, 1, len(value or ""), 0)
        elif depth > MAX_DEPTH:
            raise Refused(f"More than {MAX_DEPTH} levels inside each other", event.start_mark)
        elif event.__class__ is SequenceStartEvent:
            found = self._list(depth)
        else:
            found = self._map(depth)
        if event.anchor is not None:
            self.anchors[event.anchor] = found
        return found

    def _drop_properties(self, event: Any) -> None:
        if event.tag is not None and not is_harmless(event.tag):
            event.anchor = None
            check_plain(event)
        if event.anchor is None and event.tag is None:
            return
        start = event.start_mark.index
        properties = _PROPERTIES.match(self.text, start)
        end = properties.end() if properties else start
        if self.text[end : end + 1] in ("", "\n", "\r"):
            while start and self.text[start - 1] in " \t":
                start -= 1
        self.changes.append(TextEdit(start, end, ""))

    def _alias(self, event: Any, depth: int) -> SizedValue:
        name, mark = event.anchor, event.start_mark
        if name not in self.anchors:
            raise Refused(f"'*{name}' repeats a part that is not in the file", mark)
        found = self.anchors[name]
        if found is None:
            raise Refused(f"'*{name}' repeats a part of the file inside itself, endlessly", mark)
        self.repeated_values += found.values
        self.repeated_chars += found.chars
        if (
            self.repeated_values > MAX_REPEATED_VALUES
            or self.repeated_chars > MAX_REPEATED_CHARS
            or depth + found.depth > MAX_DEPTH + 1
        ):
            raise Refused(
                "Written out, what the aliases repeat would be larger than a ladder may be", mark
            )
        self.changes.append(TextEdit(mark.index, event.end_mark.index, f"x{name}"))
        return found

    def _list(self, depth: int) -> SizedValue:
        found: list[SizedValue] = []
        while (event := self.pull()).__class__ is not SequenceEndEvent:
            found.append(self._value(event, depth + 1))
        return _together([item.raw for item in found], found)

    def _map(self, depth: int) -> SizedValue:
        entries: list[_Entry] = []
        names: set[str] = set()
        while (event := self.pull()).__class__ is not MappingEndEvent:
            merges = event.__class__ is ScalarEvent and event.value == _MERGE and not event.style
            key = self._key(event, depth)
            if key in names and not merges:
                raise Refused(f"'{key}' is here twice: remove one", event.start_mark)
            names.add(key)
            value = self._value(self.pull(), depth + 1)
            entries.append(_Entry(key, merges and _can_merge(value.raw), value))
        return _together(_merged(entries), [entry.value for entry in entries])

    def _key(self, event: Any, depth: int) -> str:
        if event.__class__ is not AliasEvent:
            self._drop_properties(event)
            anchor, event.anchor, event.tag = event.anchor, None, None
            key = key_of(event)
            if anchor is not None:
                self.anchors[anchor] = SizedValue(key, 1, len(key), 0)
            return key
        found = self._alias(event, depth).raw
        if not isinstance(found, str):
            raise Refused("A list or group cannot come before a ':'", event.start_mark)
        return found


def _together(raw: Raw, parts: list[SizedValue]) -> SizedValue:
    return SizedValue(
        raw,
        1 + sum(part.values for part in parts),
        sum(part.chars for part in parts) + (sum(map(len, raw)) if isinstance(raw, dict) else 0),
        1 + max((part.depth for part in parts), default=0),
    )


def _can_merge(raw: Raw) -> bool:
    sources = raw if isinstance(raw, list) else [raw]
    return all(isinstance(source, dict) for source in sources)


def _merged(entries: list[_Entry]) -> dict[str, Raw]:
    """Return a mapping with merged entries in the place of its merge key; its own keys win."""
    own = {entry.key for entry in entries if not entry.merges}
    raw: dict[str, Raw] = {}
    for entry in entries:
        if not entry.merges:
            raw[entry.key] = entry.value.raw
            continue
        value = entry.value.raw
        sources: list[Mapping[str, Raw]] = value if isinstance(value, list) else [value]
        for source in sources:
            for key, inner in source.items():
                if key not in own:
                    raw.setdefault(key, inner)
    return raw
