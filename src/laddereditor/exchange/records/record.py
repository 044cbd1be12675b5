"""A tree as records: things with a name, fields and texts, in collections.

A mapping whose keys are data (`{ic1: {…}, ic2: {…}}`) is a collection of records that are named by
their keys, as a list of mappings is one of records that name themselves.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from laddereditor.exchange.records.field_words import (
    DESCRIPTIONS,
    EXAMPLES,
    IDS,
    LEFT_OUT,
    NAMES,
    PROSE,
    field_word,
    is_field,
)
from laddereditor.exchange.records.tree import TextTree
from laddereditor.exchange.tables.terms.level_heads import level_head, series_strength
from laddereditor.exchange.tables.terms.words import head_role

_NAMING = ("competency", "skill", "family")
_SURE = 0.5  # of a series of levels, from which keys are taken for levels: our choice
_CODES = 0.7  # of a series, from which ids are codes of levels: our choice
_SENTENCE = 4  # words from which a text is prose, not a name
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")  # a name that programs made of one
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(slots=True)
class RecordText:
    """A text of a record, with its place in the file."""

    text: str
    path: str
    examples: tuple[str, ...] = ()
    external_id: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)  # of the mapping that it is in


@dataclass(slots=True)
class ReadRecord:
    """A thing with a name; a file is one too."""

    name: str
    path: str
    key: str = ""  # as which it is in a mapping, or its number in a list
    external_id: str = ""
    is_named: bool = True
    says_name: bool = False  # whether it has a field with its name
    fields: dict[str, str] = field(default_factory=dict)
    texts: dict[str, list[RecordText]] = field(default_factory=dict)  # by key
    collections: list["Collection"] = field(default_factory=list)
    examples: list[RecordText] = field(default_factory=list)  # of the record as a whole


@dataclass(slots=True)
class Collection:
    """Records of one kind."""

    key: str
    pattern: str  # the keys from the root, without names and numbers
    records: list[ReadRecord]


def is_uuid(text: str) -> bool:
    """Whether a text is an id that no person would choose."""
    return _UUID.fullmatch(text.strip()) is not None


def is_prose(text: str) -> bool:
    """Whether a text is a sentence rather than a name or a number."""
    return len(text.split()) >= _SENTENCE


def record_of(tree: TextTree, name: str, path: str, pattern: str) -> ReadRecord:
    """Return a tree as a record.

    Args:
        tree: The tree.
        name: What it is called if it does not name itself.
        path: Its place in the file.
        pattern: The keys that lead to it.
    """
    if isinstance(tree, str):
        found = ReadRecord(name, path)
        if tree.strip():
            found.texts[""] = [RecordText(tree.strip(), path)]
        return found
    if isinstance(tree, list):
        found = ReadRecord(name, path)
        _add(found, "", tree, path, pattern)
        return found
    if is_data_keyed(tree):
        found = ReadRecord(name, path, is_named=bool(name))
        _add(found, "", tree, path, pattern)
        return found
    own = next((str(tree[k]) for k in _name_keys(tree) if _is_text(tree[k])), "")
    given = next((str(tree[k]) for k in _keys(tree, IDS) if _is_text(tree[k])), "")
    found = ReadRecord(own or name, path, external_id=given, is_named=bool(own or name))
    found.says_name = bool(own)
    steps = _keys_of_levels(tree)
    if steps:
        _add(found, "levels", {key: tree[key] for key in steps}, path, pattern)
    for key, value in tree.items():
        if key not in steps:
            _add(found, key, value, f"{path}/{key}" if path else key, pattern)
    return found


def _keys_of_levels(tree: Mapping[str, TextTree]) -> list[str]:
    """Return the keys that are levels, beside others: `{name: …, level_1: …, level_2: …}`."""
    said = {
        key: words_of_key(key)
        for key, value in tree.items()
        if level_head(words_of_key(key)).sure >= _SURE
        and not (isinstance(value, str) and not is_prose(value))
    }
    if len(said) < 2 or series_strength(list(said.values())) < _SURE:
        return []
    return _with_those_between(tree, list(said))


def _with_those_between(tree: Mapping[str, TextTree], steps: Sequence[str]) -> list[str]:
    """Return keys of levels with those between them whose values are like theirs.

    No word for a level need be known in those: `{basic: …, medium: …, expert: …}`.
    """
    keys = list(tree)
    between = keys[keys.index(steps[0]) : keys.index(steps[-1]) + 1]
    shapes = {_shape(tree[key]) for key in steps}
    return [
        key
        for key in between
        if key in steps
        or (
            _shape(tree[key]) in shapes
            and not is_field(key)
            and not (isinstance(tree[key], str) and not is_prose(str(tree[key])))
        )
    ]


def _name_keys(tree: Mapping[str, TextTree]) -> list[str]:
    """Return the keys that name a mapping, the best one first."""
    named = _keys(tree, NAMES)
    by_role = [key for key in tree if head_role(words_of_key(key)) in _NAMING]
    weak = [key for key in named if field_word(key) in ("level", "code")]
    strong = [key for key in named if key not in weak]
    return [*_spelled_out_first(tree, strong), *by_role, *weak]


def _spelled_out_first(tree: Mapping[str, TextTree], keys: Sequence[str]) -> list[str]:
    """Return the keys of names with “Backend Engineer” before “backend-engineer”.

    A lower-case name of a level, such as “senior”, stays before a title: it is the level's own.
    """
    first = str(tree[keys[0]]).strip() if keys and _is_text(tree[keys[0]]) else ""
    if not _SLUG.fullmatch(first) or level_head(first).sure:
        return list(keys)
    words = [key for key in keys if _is_text(tree[key]) and not _SLUG.fullmatch(str(tree[key]))]
    return [*words, *(key for key in keys if key not in words)]


def _keys(tree: Mapping[str, TextTree], words: Sequence[str]) -> list[str]:
    """Return the keys of a mapping that are among some words, the first word first."""
    known = {field_word(key): key for key in reversed(list(tree))}
    return [known[word] for word in words if word in known]


def _is_text(value: TextTree) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _add(record: ReadRecord, key: str, value: TextTree, path: str, pattern: str) -> None:
    """Add the value of a key to a record."""
    below = f"{pattern}/{field_word(key)}"
    if isinstance(value, str):
        if is_prose(value) and says_something_itself(key):
            record.texts.setdefault(key, []).append(RecordText(value.strip(), path))
        elif value.strip():
            record.fields[key] = value.strip()
    elif isinstance(value, list):
        _add_list(record, key, value, path, below)
    elif value and is_data_keyed(value):
        records = [
            _named(record_of(one, words_of_key(k), f"{path}/{k}" if path else k, below), k)
            for k, one in value.items()
        ]
        record.collections.append(Collection(key, below, records))
    elif value:
        inner = record_of(value, "", path, below)
        record.fields |= {f"{key}/{k}": one for k, one in inner.fields.items()}
        for k, texts in inner.texts.items():
            record.texts.setdefault(k or key, []).extend(texts)
        record.collections += inner.collections


def says_something_itself(key: str) -> bool:
    """Whether a text in sentences under a key is an expectation, not a description or a remark."""
    word = field_word(key)
    return word not in DESCRIPTIONS and word not in NAMES and word not in LEFT_OUT


def _named(record: ReadRecord, key: str) -> ReadRecord:
    record.key = key
    return record


def _add_list(record: ReadRecord, key: str, items: list[TextTree], path: str, below: str) -> None:
    texts = [(n, one) for n, one in enumerate(items) if isinstance(one, str) and one.strip()]
    said = record.examples if field_word(key) in EXAMPLES else record.texts.setdefault(key, [])
    said += [RecordText(str(text).strip(), f"{path}/{n}") for n, text in texts]
    if not record.texts.get(key, ["some"]):
        del record.texts[key]
    maps = [(n, one) for n, one in enumerate(items) if isinstance(one, dict)]
    statements = [statement_of(one, f"{path}/{n}") for n, one in maps]
    if maps and all(text is not None for text in statements):
        record.texts.setdefault(key, []).extend(text for text in statements if text is not None)
    elif maps:
        records = []
        for n, one in maps:
            made = record_of(one, "", f"{path}/{n}", below)
            made.key = made.key or str(n + 1)
            records.append(made)
        _number_unnamed(records)
        record.collections.append(Collection(key, below, records))
    for n, inner in enumerate(items):
        if isinstance(inner, list):
            _add_list(record, key, inner, f"{path}/{n}", below)


def _number_unnamed(records: Sequence[ReadRecord]) -> None:
    """Name records that do not name themselves by the level that they say, or by their number.

    Ids name them if these are codes of levels, such as L1, L2.
    """
    ids = [one.external_id for one in records if not one.is_named]
    are_codes = all(ids) and series_strength(ids) >= _CODES
    for number, one in enumerate(records, 1):
        if not one.is_named:
            said = next((v for k, v in one.fields.items() if head_role(k) == "level"), "")
            one.name = one.external_id if are_codes else said or str(number)


def statement_of(tree: Mapping[str, TextTree], path: str) -> RecordText | None:
    """Return a mapping as one statement, None if it is more than that.

    It is one if it has a single text in sentences, no name, and no lists other than examples.
    """
    if _keys_of_levels(tree):
        return None
    lists = {key: one for key, one in tree.items() if not isinstance(one, str) and one}
    if any(field_word(key) not in EXAMPLES and not _is_aside(key) for key in lists):
        return None
    prose = [key for key in _keys(tree, PROSE) if _is_text(tree[key])]
    prose += [
        key
        for key, one in tree.items()
        if key not in prose and isinstance(one, str) and is_prose(one) and not _is_aside(key)
    ]
    names = [key for key in _keys(tree, NAMES) if _is_text(tree[key]) and key not in prose]
    if not prose or (names and len(prose) > 1):
        return None
    if names and not any(head_role(key) in ("level", "competency") for key in tree):
        return None
    given = next((str(tree[k]) for k in _keys(tree, IDS) if _is_text(tree[k])), "")
    fields = {key: one for key, one in tree.items() if isinstance(one, str) and key != prose[0]}
    found = RecordText(str(tree[prose[0]]).strip(), f"{path}/{prose[0]}", external_id=given)
    found.examples = tuple(_example_texts(lists))
    found.fields = fields
    return found


def _example_texts(lists: Mapping[str, TextTree]) -> Iterator[str]:
    for key, value in lists.items():
        for one in value if field_word(key) in EXAMPLES and isinstance(value, list) else ():
            if isinstance(one, str) and one.strip():
                yield one.strip()


def _is_aside(key: str) -> bool:
    return field_word(key) in LEFT_OUT


def words_of_key(key: str) -> str:
    """Return a key as people write it: `problem_solving` is “Problem solving”."""
    if " " in key or not re.search(r"[a-z]{3}", key):
        return key.strip()
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", key)
    words = re.sub(r"[_\-.]+", " ", parted).strip()
    return words[:1].upper() + words[1:] if words else key


def is_data_keyed(tree: Mapping[str, TextTree]) -> bool:
    """Whether the keys of a mapping are names of things, rather than of fields."""
    keys = [key for key in tree if not _is_aside(key)]
    values = [tree[key] for key in keys]
    if not keys or any(isinstance(one, str) and not is_prose(one) for one in values if one):
        return False
    if len(keys) > 1 and series_strength([words_of_key(key) for key in keys]) >= _SURE:
        return True
    if any(is_field(key) or head_role(words_of_key(key)) for key in keys):
        return False
    shapes = Counter(_shape(one) for one in values)
    shape, count = shapes.most_common(1)[0]
    return count >= max(2, 0.7 * len(values)) or (len(values) == 1 and shape != "text")


def _shape(value: TextTree) -> str:
    if isinstance(value, str):
        return "text"
    return "list" if isinstance(value, list) else "mapping"
