"""The document of a folder: the documents of its files, and the ladder that they hold together."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from laddereditor.model.kinds import COLLECTIONS
from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import Raw, to_raw
from laddereditor.storage.files.document import Document, emit, to_bytes
from laddereditor.storage.files.folder.dividing import FileContents, divided, home_of, top_keys
from laddereditor.storage.text.index import AnyPath
from laddereditor.storage.text.patch import Piece, Pieces
from laddereditor.storage.text.pieces import TextPart
from laddereditor.storage.text.records import found_piece
from laddereditor.storage.text.removed_comments import removed_comments, removed_comments_message
from laddereditor.storage.text.update import Update


@dataclass(frozen=True, slots=True, eq=False)
class DocumentFile:
    """One file of a folder."""

    name: str  # its path in the folder, with "/"
    document: Document


@dataclass(frozen=True, eq=False)
class FolderDocument(Document):
    """The files of a folder with the ladder that they hold together; `parts` is empty."""

    files: tuple[DocumentFile, ...] = field(default=(), repr=False)

    @property
    def text(self) -> str:
        """The texts of all files, one after the other; this is no ladder file."""
        return "".join(one.document.text for one in self.files)

    @property
    def all_parts(self) -> tuple[TextPart, ...]:
        """The pieces of all files."""
        return tuple(part for one in self.files for part in one.document.parts)

    @cached_property
    def contents(self) -> tuple[FileContents, ...]:
        """What each file holds."""
        return tuple(
            FileContents(one.document.ladder, top_keys(one.document.parts)) for one in self.files
        )

    def file_at(self, path: AnyPath) -> tuple[str, Document, AnyPath]:
        """Return the file that holds a path: its name, its document, and the path in it."""
        if len(path) > 1 and path[0] in COLLECTIONS and isinstance(path[1], int):
            name, place = str(path[0]), path[1]
            for one in self.files:
                count = len(getattr(one.document.ladder, name))
                if place < count:
                    return one.name, one.document, (name, place, *path[2:])
                place -= count
        found = self.files[home_of(self.contents, str(path[0]) if path else "name")]
        return found.name, found.document, path

    def updated(self, ladder: Ladder, elsewhere: Pieces | None = None) -> "FolderDocument":
        """Return the folder with its files edited to read as `ladder`; the rest is untouched."""
        wanted = divided(self.contents, self.ladder, ladder)
        changed = [
            number
            for number, one in enumerate(self.files)
            if wanted[number] is not one.document.ladder
        ]
        moving = _MovingItems(self.files, wanted, changed, elsewhere)
        files = list(self.files)
        for number in changed:
            document = files[number].document.updated(wanted[number], moving)
            files[number] = replace(files[number], document=document)
        return self._with_files(ladder, tuple(files), changed)

    def _with_files(
        self, ladder: Ladder, files: tuple[DocumentFile, ...], changed: Sequence[int]
    ) -> "FolderDocument":
        notices = [
            f"{notice} ({files[number].name})"
            for number in changed
            for notice in _own_notices(files[number].document)
        ]
        after = replace(
            self,
            ladder=ladder,
            files=files,
            comments_left_behind=(),
            reformatted=any(files[number].document.reformatted for number in changed),
        )
        removed = removed_comments(self.all_parts, after.all_parts)
        notices += _moved_notices(self.files, files, changed)
        notices += [removed_comments_message(removed)] if removed else []
        return replace(after, notices=tuple(notices), removed_comments=removed)

    def in_one_file(self) -> Document:
        """Return the same ladder as one file, with the texts and comments of all of them."""
        first = self.files[home_of(self.contents, "name")].document
        others = [one.document for one in self.files if one.document is not first]
        return first.updated(self.ladder, _Records(others))


def is_in_files(document: Document) -> bool:
    """Whether a document is that of a folder."""
    return isinstance(document, FolderDocument)


def only_file(document: Document) -> str:
    """Return the name of the file of a folder that has one file, "" for any other document."""
    files = document.files if isinstance(document, FolderDocument) else ()
    return files[0].name if len(files) == 1 else ""


def in_files_of(folder: Document, document: Document) -> Document:
    """Return a document's ladder written into the files of a folder, if the former one is one.

    Args:
        folder: The document that is replaced.
        document: The document that takes its place, such as that of an earlier save.
    """
    if not isinstance(folder, FolderDocument) or isinstance(document, FolderDocument):
        return document
    return folder.updated(document.ladder)


def copy_to_keep(document: Document) -> bytes:
    """Return the bytes that are kept of a ladder for a while, as one file.

    A folder is written in the canonical layout, which takes little time: what is brought back from
    there is written into its files again, whose layout and comments it takes.
    """
    if isinstance(document, FolderDocument):
        return emit(document.ladder).encode()
    return to_bytes(document)


class _MovingItems:
    """The list items that an edit removes from any of the files, collected when first needed."""

    def __init__(
        self,
        files: Sequence[DocumentFile],
        wanted: Sequence[Ladder],
        changed: Sequence[int],
        elsewhere: Pieces | None,
    ) -> None:
        self._files, self._wanted, self._changed = files, wanted, changed
        self._elsewhere = elsewhere

    @cached_property
    def _pieces(self) -> dict[str, Piece]:
        found: dict[str, Piece] = {}
        if len(self._changed) > 1:
            for number in self._changed:
                document = self._files[number].document
                found |= Update(document.parts, document.ladder, self._wanted[number]).pieces
        return found

    def find(self, value: Raw, /) -> Piece | None:
        """Return the item that has this value or was changed to it, or None."""
        found = found_piece(self._pieces, value)
        return found or (self._elsewhere.find(value) if self._elsewhere else None)

    @cached_property
    def _replaced_items(self) -> frozenset[str] | None:
        """The items of lists that other texts replace; None if other things are removed."""
        found: frozenset[str] = frozenset()
        for number in self._changed if len(self._changed) > 1 else ():
            document = self._files[number].document
            items = Update(document.parts, document.ladder, self._wanted[number]).replaced_items
            if items is None:
                return None
            found |= items
        return found

    def may_have(self, text: str, /) -> bool:
        """Whether an item that is removed from a file may be this text."""
        gone = self._replaced_items
        return (
            gone is None or text in gone or bool(self._elsewhere and self._elsewhere.may_have(text))
        )


class _Records:
    """The records of some files, each with its lines."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents

    @cached_property
    def _pieces(self) -> dict[str, Piece]:
        found: dict[str, Piece] = {}
        for document in self._documents:
            for part in document.parts:
                entities = getattr(document.ladder, part.field) if part.field else ()
                for entity, chunk in zip(entities, part.chunks, strict=False):
                    raw = to_raw(entity)
                    found[repr(raw)] = Piece(chunk.text, part.column, raw=raw)
        return found

    def find(self, value: Raw, /) -> Piece | None:
        """Return the record that has this value, or None."""
        return self._pieces.get(repr(value)) if isinstance(value, dict) else None

    def may_have(self, _text: str, /) -> bool:
        """Return False: records are no texts."""
        return False


def _own_notices(document: Document) -> list[str]:
    """Return the notices of an edit, without the one about the comments that it removed."""
    lost = document.removed_comments
    about = removed_comments_message(lost) if lost else ""
    return [notice for notice in document.notices if notice != about]


def _moved_notices(
    old: Sequence[DocumentFile], new: Sequence[DocumentFile], changed: Sequence[int]
) -> list[str]:
    """Return a notice for each entity that an edit moved to another file."""
    found: list[str] = []
    for name in COLLECTIONS if len(changed) > 1 else ():
        was = {key: old[n].name for n in changed for key in _ids(old[n], name)}
        for number in changed:
            here = new[number].name
            found += [
                f"{key} is in {here} now, because the order of {name} follows that of the files"
                for key in _ids(new[number], name)
                if was.get(key, here) != here
            ]
    return found


def _ids(one: DocumentFile, name: str) -> list[str]:
    return [entity.id for entity in getattr(one.document.ladder, name)]
