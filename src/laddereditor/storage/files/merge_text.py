"""Write the text of a merged ladder: our text with the merge, and the comments of both sides.

Comments and layout are not part of a ladder, so merging ladders does not merge them. For each
record (a family, a level, a skill …) this tries their text if only they changed it, then the merged
lines of both texts. If neither reads as the merged record, our text with the values spliced in is
used.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from laddereditor.align.three_way import Swap, joined, swaps
from laddereditor.model.base import Entity
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.document import Document, read_text, update, with_removed_comments
from laddereditor.storage.files.folder.document import FolderDocument
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.text.comments import comments_of
from laddereditor.storage.text.equal_values import same_in_file
from laddereditor.storage.text.gaps import ends_line
from laddereditor.storage.text.patch import newline_of
from laddereditor.storage.text.pieces import TextPart
from laddereditor.storage.text.records import verify_record
from laddereditor.storage.text.removed_comments import left_behind_message

# A list, an id, how many records of that id precede; ("", the next list, 0) between lists.
RecordKey = tuple[str, str, int]
_MAX_ORIGINS = 8  # records of another id that are tried as the former state of a new one


@dataclass(frozen=True, slots=True)
class MergedText:
    """The document of a merge, and the comments that could not be carried over."""

    document: Document
    left_behind: tuple[str, ...]  # their comments that are not in the text


@dataclass(frozen=True, slots=True, eq=False)
class _Texts:
    """The pieces of the three texts, all with our line ends."""

    base: Mapping[RecordKey, str]
    ours: Mapping[RecordKey, str]
    theirs: Mapping[RecordKey, str]


def merged_text(
    base: Document | None, ours: Document, theirs: Document, merged: Ladder
) -> MergedText:
    """Return our document with a merged ladder written into it.

    The result is read again as a whole to verify that it holds the merged ladder.

    Args:
        base: The document that both sides started from, or None.
        ours: Our document.
        theirs: Their document.
        merged: The merged ladder.
    """
    if isinstance(ours, FolderDocument):
        return _in_folder(base, ours, theirs, merged)
    base, theirs = base and base.in_one_file(), theirs.in_one_file()
    spliced = update(ours, merged)
    newline = newline_of(ours.text)
    texts = _Texts(*(_pieces(each, newline) if each else {} for each in (base, ours, theirs)))
    documents = (
        _verified("".join(_chosen(texts, spliced, heads)), spliced) for heads in (True, False)
    )
    document = next((found for found in documents if found), spliced)
    return MergedText(with_removed_comments(ours, document), _left_behind(texts, document))


def _in_folder(
    base: Document | None, ours: Document, theirs: Document, merged: Ladder
) -> MergedText:
    """Return our folder with a merged ladder; comments that only they have are left behind."""
    document = update(ours, merged)
    new = _of_parts(theirs) - (_of_parts(base) if base else Counter())
    left = tuple((new - _of_parts(document)).elements())
    return MergedText(with_removed_comments(ours, document), left)


def _of_parts(document: Document) -> Counter[str]:
    return _comments(chunk.text for part in document.all_parts for chunk in part.chunks)


def merged_document(
    base: Document | None, ours: Document, theirs: Document, merged: Ladder, where: str
) -> Document:
    """Return our document with a merged ladder, and a notice of the comments not carried over.

    Notices of our last edit are dropped.

    Args:
        base: The document that both sides started from, or None.
        ours: Our document.
        theirs: Their document.
        merged: The merged ladder.
        where: What people call their document.
    """
    ours = replace(
        ours, notices=(), removed_comments=(), comments_left_behind=(), reformatted=False
    )
    result = merged_text(base, ours, theirs, ours.ladder if merged == ours.ladder else merged)
    left, notices = result.left_behind, result.document.notices
    notices = (*notices, left_behind_message(left, where)) if left else notices
    return replace(result.document, notices=notices, comments_left_behind=left)


def _pieces(document: Document, newline: str) -> dict[RecordKey, str]:
    """Return the text of every record, and of the entries between the lists."""
    return {key: _with_ends(text, newline) for key, text, _ in _keyed(document)}


def _with_ends(text: str, newline: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if newline == "\n" else text.replace("\n", newline)


def _keyed(document: Document) -> Iterator[tuple[RecordKey, str, Entity | None]]:
    """Yield the pieces of a document with their keys; the entity is None between lists."""
    parts = document.parts
    for place, part in enumerate(parts):
        if part.field:
            yield from _records(part, getattr(document.ladder, part.field))
        else:
            following = parts[place + 1].field if place + 1 < len(parts) else ""
            yield ("", following, 0), "".join(chunk.text for chunk in part.chunks), None


def _records(
    part: TextPart, entities: Sequence[Entity]
) -> Iterator[tuple[RecordKey, str, Entity | None]]:
    seen: dict[str, int] = {}
    for entity, chunk in zip(entities, part.chunks, strict=True):
        name = str(getattr(entity, "id", ""))
        repeat = seen.get(name, 0)
        seen[name] = repeat + 1
        yield (part.field, name, repeat), chunk.text, entity


def _chosen(texts: _Texts, spliced: Document, heads: bool) -> Iterator[str]:
    """Yield the text of each piece; without `heads`, entries between lists as spliced."""
    columns = {part.field: part.column for part in spliced.parts}
    pieces = list(_keyed(spliced))
    used = {key for key, _, _ in pieces}
    for key, text, entity in pieces:
        tries = (_ended(each, text) for each in _candidates(texts, key, text, used))
        if entity is None:
            yield next(tries, text) if heads else text
        else:
            column = columns[key[0]]
            yield next((t for t in tries if t == text or verify_record(t, entity, column)), text)


def _candidates(texts: _Texts, key: RecordKey, text: str, used: set[RecordKey]) -> Iterator[str]:
    """Yield candidates for a piece of the result with the comments of both sides."""
    for origin in _origins(texts, key, used):
        was = texts.base.get(origin)
        mine = texts.ours.get(key, texts.ours.get(origin))
        other = texts.theirs.get(key, texts.theirs.get(origin))
        if other is None or other in (was, text):
            continue
        if mine in (was, None):
            yield other
        if was is not None and mine is not None:
            for form in dict.fromkeys((mine, text)):
                yield _merged_lines(was, form, other)


def _origins(texts: _Texts, key: RecordKey, used: set[RecordKey]) -> list[RecordKey]:
    """Return the keys that a piece may have had in the base."""
    if key in texts.base or not key[0]:
        return [key]
    removed = [old for old in texts.base if old[0] == key[0] and old not in used]
    return [key, *removed[:_MAX_ORIGINS]]


def _merged_lines(base: str, ours: str, theirs: str) -> str:
    """Return the lines of both sides; ours where both changed the same ones."""
    old = base.splitlines(keepends=True)
    mine, other = (swaps(old, each.splitlines(keepends=True)) for each in (ours, theirs))
    merged = joined(old, mine, other, _overlap)
    if merged is None:
        mine, other = _line_by_line(mine), _line_by_line(other)
        apart = [swap for swap in other if not any(_touch(swap, each) for each in mine)]
        merged = joined(old, mine, apart, _overlap)
    return ours if merged is None else "".join(merged)


def _line_by_line(found: Sequence[Swap]) -> list[Swap]:
    """Split swaps into smaller ones: comment lines before and after, then line by line.

    A swap of lines for equally many lines is taken as one swap for each line.
    """
    lines: list[Swap] = []
    for swap in found:
        start, end, put = swap.start, swap.end, swap.put
        while put and _is_comment(put[0]):
            lines.append(Swap(start, start, put[:1]))
            put = put[1:]
        behind = len(put)
        while behind and _is_comment(put[behind - 1]):
            behind -= 1
        if end - start == behind:
            lines += (Swap(n, n + 1, (line,)) for n, line in enumerate(put[:behind], start))
        else:
            lines.append(Swap(start, end, put[:behind]))
        lines += (Swap(end, end, (line,)) for line in put[behind:])
    return lines


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _touch(swap: Swap, other: Swap) -> bool:
    first, second = sorted((swap, other), key=lambda each: (each.start, each.end))
    return swap != other and _overlap(first, second)


def _overlap(first: Swap, second: Swap) -> bool:
    return second.start < first.end


def _ended(text: str, like: str) -> str:
    """Return a text that ends with a line end exactly if another one does."""
    if ends_line(like) and not ends_line(text):
        return text + newline_of(like)
    return text if ends_line(like) else text.rstrip("\r\n")


def _verified(text: str, spliced: Document) -> Document | None:
    """Return the document of a text if it reads as the merged ladder, else None."""
    if text == spliced.text:
        return spliced
    try:
        read = read_text(text)
    except UnreadableLadder:
        return None
    if not same_in_file(spliced.ladder, read.ladder):
        return None
    return replace(spliced, parts=read.parts)


def _left_behind(texts: _Texts, document: Document) -> tuple[str, ...]:
    """Return the comments that they added and that are not in the result.

    Of equal comments, as many are listed as are missing.
    """
    was, theirs = _comments(texts.base.values()), _comments(texts.theirs.values())
    new = theirs - was
    if not new:
        return ()
    results = _comments(text for _, text, _ in _keyed(document))
    # A comment in the result may also equal one of ours, or replace one that was removed.
    missing = (new - (results - was)) & (new - (results - _comments(texts.ours.values())))
    return tuple(missing.elements())


def _comments(texts: Iterable[str]) -> Counter[str]:
    return Counter(comment for text in texts for comment in comments_of(text))
