"""The text of a merged ladder: ours, with the records as theirs where only theirs changed them.

Comments and layout are no part of a ladder, so that its merge says nothing of them. A record
whose text only they touched is taken as they wrote it, comments and all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from laddereditor.model.ladder import Ladder
from laddereditor.storage.document import Document, read_text, update
from laddereditor.storage.faults import UnreadableLadder
from laddereditor.storage.same import same

Key = tuple[str, str, int]  # list, id, how many of that id came before; or ("", "", place)


@dataclass(frozen=True, slots=True)
class MergedText:
    """The document of a merge, and whose comments could not be carried along."""

    document: Document
    left_behind: tuple[str, ...]  # comment lines of theirs that are not in the text


def merged_text(
    base: Document | None, ours: Document, theirs: Document, merged: Ladder
) -> MergedText:
    """Return our document with a merged ladder written into it.

    The text is read again as a whole before it is taken for what it should hold.
    """
    spliced = update(ours, merged)
    if base is None:
        return MergedText(spliced, _left_behind(Document(merged, ()), theirs, spliced.text))
    pieces, mine, other, known = (_pieces(each) for each in (spliced, ours, theirs, base))
    chosen = [_chosen(key, text, mine, other, known) for key, text in pieces.items()]
    text = "".join(chosen)
    document = _proven(text, spliced, merged)
    return MergedText(document, _left_behind(base, theirs, document.text))


def _pieces(document: Document) -> dict[Key, str]:
    """Return the text of every record and of every stretch between the lists."""
    found: dict[Key, str] = {}
    for place, part in enumerate(document.parts):
        if not part.field:
            found["", "", place] = "".join(chunk.text for chunk in part.chunks)
            continue
        entities: Sequence[object] = getattr(document.ladder, part.field)
        for entity, chunk in zip(entities, part.chunks, strict=True):
            name = str(getattr(entity, "id", ""))
            repeat = 0
            while (part.field, name, repeat) in found:
                repeat += 1
            found[part.field, name, repeat] = chunk.text
    return found


def _chosen(
    key: Key,
    text: str,
    mine: Mapping[Key, str],
    other: Mapping[Key, str],
    known: Mapping[Key, str],
) -> str:
    """Return their text of a piece that we left alone and they did not."""
    was = known.get(key)
    untouched = was is not None and mine.get(key) == was
    return other[key] if untouched and key in other and text != other[key] else text


def _proven(text: str, spliced: Document, merged: Ladder) -> Document:
    """Return the document of a text that reads as the merged ladder, else the spliced one."""
    try:
        read = read_text(text)
    except UnreadableLadder:
        return spliced
    if not same(merged, read.ladder):
        return spliced
    return replace(spliced, parts=read.parts, notices=())


def _left_behind(base: Document, theirs: Document, text: str) -> tuple[str, ...]:
    """Return the comment lines that theirs has, and neither the base nor the text."""
    known = {line.strip() for each in (base.text, text) for line in each.splitlines()}
    comments = (line.strip() for line in theirs.text.splitlines())
    return tuple(
        dict.fromkeys(line for line in comments if line.startswith("#") and line not in known)
    )
