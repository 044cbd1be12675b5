"""Edit the top-level entries of a file in their place, then split them into pieces again."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from yaml import YAMLError

from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import Raw
from laddereditor.storage.text.emit import as_texts, entry_lines
from laddereditor.storage.text.gaps import ended_like, line_start
from laddereditor.storage.text.index import Index
from laddereditor.storage.text.patch import CannotSplice, Piece, Pieces, SpliceContext, patched
from laddereditor.storage.text.pieces import Chunk, TextPart, cut_into_parts
from laddereditor.storage.text.records import VerificationFailed, collect
from laddereditor.storage.text.refusals import Refused
from laddereditor.storage.text.replace import Slot
from laddereditor.storage.text.shapes import record_shape, without_empty
from laddereditor.storage.text.splice import edit_map
from laddereditor.storage.text.stream import Stream
from laddereditor.storage.text.tree import parse_tree

_ATTEMPTS = ((99, False), (3, False), (2, False), (1, False), (1, True))


def keys_of(chunk: Chunk) -> list[str]:
    """Return the top-level keys of a piece, in order."""
    index = chunk.index
    return [
        str(label)
        for label, parent in zip(index.labels[1:], index.parents[1:], strict=True)
        if parent == 0
    ]


def edit_head(  # noqa: PLR0913, PLR0917 - what a splice depends on
    chunk: Chunk,
    old: Raw,
    new: Raw,
    near: tuple[str, ...],
    elsewhere: str,
    pieces: Pieces,
) -> tuple[TextPart, ...]:
    """Return some consecutive top-level entries after an edit, which may add lists of records.

    Args:
        chunk: The text of the entries.
        old: The values that they read as.
        new: The values that they are to read as.
        near: Texts whose layout new lines follow.
        elsewhere: The key whose records follow as separate pieces, or "".
        pieces: List items removed elsewhere, which may move here.

    Raises:
        VerificationFailed: No attempt reads as the new values.
    """
    for depth, canonical in _ATTEMPTS:
        page = SpliceContext(chunk.text, near, pieces, depth, canonical)
        try:
            text = _spliced(page, old, new)
        except CannotSplice:
            continue
        text = text and ended_like(text, chunk.text, page.newline)
        parts = verify_head(text, new, elsewhere)
        if parts is not None:
            return parts
    raise VerificationFailed("head")


def _spliced(page: SpliceContext, old: Raw, new: Raw) -> str:
    tree = parse_tree(page.text)
    if tree is None or (tree.kind == "scalar" and tree.value is None):
        lines = [line for key in new for line in entry_lines(key, new[key], 0, page.layout)]
        return page.join(lines) + page.text
    top = line_start(page.text, tree.start) if not tree.flow else tree.start
    slot = Slot(tree, "", 0, 0, False, False, top)
    return patched(page.text, edit_map(page, slot, old, new, 0))


def removed_items_of_head(chunk: Chunk, old: Raw, new: Raw) -> dict[str, Piece]:
    """Return the list items that top-level entries lose, by plain value.

    Args:
        chunk: The text of the entries before the edit.
        old: Their plain values before it.
        new: Their plain values after it.

    Returns:
        The pieces of text by the `repr` of their plain values.
    """
    found: dict[str, Piece] = {}
    tree = parse_tree(chunk.text)
    if tree is not None:
        collect(SpliceContext(chunk.text), Slot(tree, "", 0, 0, False, False, 0), old, new, found)
    return found


def new_head(entries: Mapping[str, Raw], near: tuple[str, ...]) -> tuple[TextPart, ...]:
    """Return new consecutive top-level entries."""
    for canonical in (False, True):
        page = SpliceContext("", near, canonical=canonical)
        lines = [line for key in entries for line in entry_lines(key, entries[key], 0, page.layout)]
        parts = verify_head(page.join(lines), entries, "")
        if parts is not None:
            return parts
    raise VerificationFailed("head")


def verify_head(
    text: str, wanted: Mapping[str, Raw], elsewhere: str
) -> tuple[TextPart, ...] | None:
    """Return the pieces of top-level entries if they read as wanted, else None.

    Args:
        text: The text of the entries.
        wanted: The values that they must read as.
        elsewhere: The key whose records follow as separate pieces, or "".
    """
    if not wanted and all(_is_bare(line) for line in text.splitlines()):
        return _without_entries(text)
    stream = Stream(text)
    found: dict[str, Any] = {}
    try:
        for entry in stream:
            key = str(entry.path[0])
            if len(entry.path) > 1:
                found[key].append(entry.raw)
            elif key in found:
                return None
            else:
                found[key] = entry.raw
        if stream.scan.duplicates or not _same_entries(found, wanted, elsewhere):
            return None
    except (YAMLError, Refused, ValidationError):
        return None
    return cut_into_parts(text, stream.cuts) if stream.cuts else None


def _is_bare(line: str) -> bool:
    """Whether a line is blank, a comment, or the document end marker."""
    return not line.strip() or line.lstrip().startswith("#") or line.rstrip() == "..."


def _without_entries(text: str) -> tuple[TextPart, ...]:
    """Return the pieces of a text that holds nothing but comments."""
    index = Index()
    index.add(0, 0, 0, None)
    return (TextPart("", (Chunk(text, index, False),)),) if text.strip() else ()


def _same_entries(found: dict[str, Raw], wanted: Mapping[str, Raw], elsewhere: str) -> bool:
    """Whether entries read as wanted; the key whose records follow must be the last."""
    wanted = dict(wanted)
    if elsewhere:
        wanted.pop(elsewhere)
        if not found or list(found)[-1] != elsewhere or found.pop(elsewhere) is not None:
            return False
    return _as_ladder(found) == _as_ladder(wanted)


def _as_ladder(entries: Mapping[str, Raw]) -> Ladder:
    raw = without_empty({"laddereditor": "1", **as_texts(entries)}, record_shape(Ladder))
    return Ladder.model_validate(raw)
