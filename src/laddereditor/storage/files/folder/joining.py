"""Join what the files of a folder hold to one ladder, or say what prevents it."""

from collections.abc import Iterator, Sequence
from typing import Any

from laddereditor.model.base import evolve
from laddereditor.model.kinds import COLLECTIONS
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.document import Document
from laddereditor.storage.files.folder.dividing import IN_ALL, top_keys
from laddereditor.storage.files.folder.document import DocumentFile
from laddereditor.storage.reading.faults import Fault, UnreadableLadder
from laddereditor.storage.reading.places import Place
from laddereditor.storage.reading.report import MAX_FAULTS
from laddereditor.storage.reading.syntax import line_at
from laddereditor.storage.text.gaps import count_lines
from laddereditor.storage.text.index import AnyPath

_NAMED = 4  # files of one ladder that a message names


def joined(files: Sequence[DocumentFile], folder: str) -> Ladder:
    """Return the ladder that several files hold together.

    Args:
        files: The files, in their order.
        folder: The name of the folder.

    Raises:
        UnreadableLadder: The files belong to several ladders, or something is in two of them.
    """
    _refuse_several(files, folder)
    faults = []
    for count, fault in enumerate(_twice(files), 1):
        faults.append(fault)
        if count == MAX_FAULTS:
            break
    if faults:
        raise UnreadableLadder(*faults)
    ladder = files[0].document.ladder
    changes: dict[str, Any] = {}
    for name in Ladder.model_fields:
        values = [getattr(one.document.ladder, name) for one in files]
        if name in COLLECTIONS:
            changes[name] = tuple(entity for value in values for entity in value)
        elif name not in IN_ALL:
            default = Ladder.model_fields[name].default
            changes[name] = next((value for value in values if value != default), default)
    for one in files:
        changes |= one.document.ladder.model_extra or {}
    return evolve(ladder, **changes)


def _refuse_several(files: Sequence[DocumentFile], folder: str) -> None:
    """Refuse files of several ladders."""
    ids: dict[str, list[str]] = {}
    for one in files:
        ids.setdefault(one.document.ladder.id, []).append(one.name)
    if len(ids) == 1 and "" not in ids:
        return
    nameless = ids.pop("", [])
    if nameless:
        wanted = f"'id: {next(iter(ids))}'" if len(ids) == 1 else "the same id"
        raise UnreadableLadder(*(_nameless(name, wanted) for name in nameless))
    each = "; ".join(f"“{one}” in {_listed(names)}" for one, names in ids.items())
    raise UnreadableLadder(
        Fault(
            f"The folder {folder} holds files of {len(ids)} ladders: {each}. The files of one "
            "ladder have the same id. Open one of the files, or put each ladder into a folder "
            "of its own and open that"
        )
    )


def _nameless(name: str, wanted: str) -> Fault:
    return Fault(
        f"{name} has no id. All files of a ladder in a folder have the same id: write {wanted} "
        "into it",
        place=Place(1, 1, name),
    )


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")


# -- what is in two files -------------------------------------------------------------------------


def _twice(files: Sequence[DocumentFile]) -> Iterator[Fault]:
    """Yield a fault for each entry and each entity that an earlier file has too."""
    seen: dict[tuple[str, str], tuple[DocumentFile, AnyPath]] = {}
    for one in files:
        new: dict[tuple[str, str], tuple[DocumentFile, AnyPath]] = {}
        for key, path in _entries(one.document):
            if key in seen:
                yield _fault(key, (one, path), seen[key])
            else:
                new.setdefault(key, (one, path))
        seen |= new


def _entries(document: Document) -> Iterator[tuple[tuple[str, str], AnyPath]]:
    """Yield what a file has that no other file of its folder may have, with its path."""
    for name in sorted(top_keys(document.parts)):
        if name not in COLLECTIONS and name not in IN_ALL:
            yield ("", name), (name,)
    for name in COLLECTIONS:
        for number, entity in enumerate(getattr(document.ladder, name)):
            if entity.id:
                yield (name, entity.id), (name, number)


def _fault(
    key: tuple[str, str], here: tuple[DocumentFile, AnyPath], first: tuple[DocumentFile, AnyPath]
) -> Fault:
    place, line = _place(*here)
    there, _ = _place(*first)
    where = " › ".join(part for part in key if part)
    return Fault(
        f"is in two files of the folder; the other one is in line {there.line} of {there.file}. "
        "Keep it in one of them",
        where,
        place,
        line,
    )


def _place(one: DocumentFile, path: AnyPath) -> tuple[Place, str]:
    """Return the place of an entry in its file, and the text of its line."""
    line = 0
    for part in one.document.parts:
        for number, chunk in enumerate(part.chunks):
            inside = path[2:] if part.field else path
            is_record = part.field and tuple(path[:2]) == (part.field, number)
            if is_record or (not part.field and path and chunk.index.find(path)[1]):
                node, _ = chunk.index.find(inside)
                below, column = chunk.index.place(node)
                text = chunk.text.split("\n")[below] if below else line_at(chunk.text, 0)
                return Place(line + below + 1, column + 1, one.name), text.rstrip("\r")
            line += count_lines(chunk.text)
    return Place(1, 1, one.name), ""
