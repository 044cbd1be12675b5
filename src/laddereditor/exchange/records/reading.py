"""Read files of YAML, JSON and front matter as one tree of records."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from laddereditor.exchange.decoding import decode, read_content
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.records.chains import gathered
from laddereditor.exchange.records.layout import RecordsLayout, layout_of
from laddereditor.exchange.records.record import ReadRecord, is_prose, record_of, words_of_key
from laddereditor.exchange.records.roles import name_by_ids
from laddereditor.exchange.records.tree import ReadTree, TextTree, tree_of_json, trees_of_yaml
from laddereditor.exchange.tables.terms.words import own_name

SHEET = "Keys and values"
SUFFIXES = (".yaml", ".yml", ".json")
MAX_BYTES = 20_000_000
MAX_FILES = 2_000
_WITH_FRONT = (".md", ".markdown", ".mdx")
_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)


@dataclass(frozen=True)
class ReadRecords:
    """Files that were read.

    Attributes:
        source: The name of the file or folder.
        root: The record with everything.
        layout: Its cells.
        notes: Sentences for people about how the files were read.
    """

    source: str
    root: ReadRecord
    layout: RecordsLayout
    notes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the ladder is called."""
        stem = Path(self.source).stem
        said = self.root.name if self.root.name != words_of_key(stem) else ""
        return said or words_of_key(own_name(stem) or stem)


def read_records(files: Sequence[tuple[str, str]], source: str) -> ReadRecords:
    """Read files as one tree of records.

    Args:
        files: The path of each file below its folder, and its text.
        source: The name of the file or folder.

    Raises:
        ImportRefused: A file cannot be read, is a ladder of this program, or all are empty.
    """
    notes: list[str] = []
    records = []
    for path, text in files:
        notes += _unread_text(path, text)
        for tree in _trees(path, text):
            notes += tree.notes
            records.append((path, _file_record(path, tree.tree, len(files) > 1)))
    if not records:
        raise ImportRefused(f"{source}: there is nothing in it.")
    root = gathered(records)
    name_by_ids(root)
    return ReadRecords(source, root, layout_of(root, SHEET), tuple(dict.fromkeys(notes)))


def _trees(path: str, text: str) -> Iterator[ReadTree]:
    if path.casefold().endswith(".json"):
        yield tree_of_json(text, path)
        return
    if path.casefold().endswith(_WITH_FRONT):
        front = _FRONT.match(text)
        trees = list(trees_of_yaml(front[1], path)) if front else []
        yield from (one for one in trees if _says_something(one.tree))
        return
    yield from trees_of_yaml(text, path)


def _unread_text(path: str, text: str) -> Iterator[str]:
    """Yield a note about the text below front matter that is read as data."""
    front = _FRONT.match(text) if path.casefold().endswith(_WITH_FRONT) else None
    if front and text[front.end() :].strip() and any(_trees(path, text)):
        yield f"The text below the front matter of {path} was not read."


def _file_record(path: str, tree: TextTree, several: bool) -> ReadRecord:
    """Return a file as a record that is called by what it says, else by its name."""
    stem = words_of_key(Path(path).stem)
    start = path if several else ""
    record = record_of(tree, stem, start, "")
    record.key = Path(path).stem
    if isinstance(tree, dict) and "laddereditor" in tree:
        raise ImportRefused(
            f"{path} is a ladder of this program already. Open it instead of importing it."
        )
    return record


def folder_texts(folder: Path) -> list[tuple[str, str]]:
    """Return the path in a folder and the text of each file in it that may be data.

    Raises:
        ImportRefused: There is no such file, or there are too many.
    """
    paths = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.casefold() in (*SUFFIXES, *_WITH_FRONT) and not _is_hidden(path, folder)
    )
    if len(paths) > MAX_FILES:
        raise ImportRefused(f"{folder.name} has more than {MAX_FILES:,} files.")
    if not paths:
        raise ImportRefused(f"{folder.name} has no YAML or JSON files.")
    return [
        (path.relative_to(folder).as_posix(), decode(read_content(path, MAX_BYTES), path.name))
        for path in paths
    ]


def _is_hidden(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    return (
        any(part.startswith((".", "_")) and part != "_data" for part in parts)
        or "node_modules" in parts
    )


def is_records(name: str) -> bool:
    """Return whether a file is YAML or JSON, by its name."""
    return Path(name).suffix.casefold() in SUFFIXES


def holds_records(data: bytes, name: str) -> bool:
    """Return whether a file is YAML or JSON, or Markdown with nothing but such front matter.

    Args:
        data: The content of the file.
        name: Its name.
    """
    if is_records(name):
        return True
    if not name.casefold().endswith(_WITH_FRONT):
        return False
    try:
        text = decode(data, name)
        front = _FRONT.match(text)
        return bool(front and not text[front.end() :].strip() and any(_trees(name, text)))
    except ImportRefused:
        return False


def _says_something(tree: TextTree) -> bool:
    """Whether front matter has lists of more than names: of sentences, lists or mappings."""
    inner = tree.values() if isinstance(tree, dict) else ()
    return any(
        not isinstance(more, str) or is_prose(more) for one in inner for more in _inside(one)
    )


def _inside(tree: TextTree) -> Iterable[TextTree]:
    if isinstance(tree, dict):
        return tree.values()
    return tree if isinstance(tree, list) else ()
