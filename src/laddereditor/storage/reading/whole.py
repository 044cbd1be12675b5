"""Read a whole text as plain values, before it is known to be a ladder, and splice it."""

from typing import Any

from yaml import MappingStartEvent, YAMLError

from laddereditor.model.raw import Raw
from laddereditor.storage.reading.places import Place
from laddereditor.storage.text.emit import as_texts
from laddereditor.storage.text.events import Scan, read_value
from laddereditor.storage.text.gaps import line_start
from laddereditor.storage.text.index import AnyPath, Index
from laddereditor.storage.text.patch import CannotSplice, SpliceContext, patched
from laddereditor.storage.text.refusals import Refused
from laddereditor.storage.text.replace import Slot
from laddereditor.storage.text.splice import edit_map
from laddereditor.storage.text.tree import YamlNode, parse_tree

_ATTEMPTS = (99, 4, 3, 2, 1)


def read_whole(text: str) -> tuple[dict[str, Raw], Index]:
    """Return the mapping that a text holds, and where its values are.

    Raises:
        YAMLError: The text is not valid YAML.
        Refused: The text is not one mapping with each key once.
    """
    scan = Scan(text)
    pull = scan.pull
    pull()
    pull()
    root: Any = pull()
    if root.__class__ is not MappingStartEvent:
        raise Refused("A ladder is a group of fields", root.start_mark)
    mark: Any = root.start_mark
    scan.index.add(mark.line, mark.column, 0, None)
    raw = read_value(scan, root, 0)
    pull()
    end = pull()
    if scan.duplicates or end.__class__.__name__ != "StreamEndEvent":
        raise Refused("Something is here twice", end.start_mark)
    return raw, scan.index


def place_at(index: Index, path: AnyPath) -> Place:
    """Return the place of a path, or of what encloses it."""
    node, _ = index.find(path)
    return Place(index.lines[node] + 1, index.columns[node] + 1)


def spliced_whole(text: str, old: dict[str, Raw], new: dict[str, Raw]) -> str | None:
    """Return the text with the differences spliced in, or None if no attempt reads back.

    Args:
        text: The text.
        old: The plain values that it reads as.
        new: The plain values that it is to read as.
    """
    tree = parse_tree(text)
    if tree is None:
        return None
    for depth in _ATTEMPTS:
        try:
            page = SpliceContext(text, depth=depth)
            after = patched(text, edit_map(page, root_slot(text, tree), old, new, 0))
        except CannotSplice:
            continue
        if reads_as(after, new):
            return after
    return None


def reads_as(text: str, wanted: dict[str, Raw]) -> bool:
    """Whether a text holds these plain values and no others."""
    try:
        raw, _ = read_whole(text)
    except (YAMLError, Refused):
        return False
    return bool(raw == as_texts(wanted))


def root_slot(text: str, tree: YamlNode) -> Slot:
    """Return the slot of a text's root."""
    top = line_start(text, tree.start) if not tree.flow else tree.start
    return Slot(tree, "", 0, 0, False, False, top)
