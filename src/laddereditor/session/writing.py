"""The text of a long edit, which is written while the person continues.

To splice an edit into the file's text and prove it means to read the whole record again. In a
record of thousands of lines this takes longer than a key press may. The ladder is changed at once;
its text is written in a thread, or by whoever asks for it first.
"""

from threading import Lock
from typing import Protocol

from laddereditor.model.base import Entity
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.document import Document, update

# Characters of the records that an edit changes, in JSON. A family of twelve full levels has about
# 40,000; below, writing takes a few milliseconds.
_LONG = 60_000


class HasDocument(Protocol):
    """A state of a ladder."""

    @property
    def ladder(self) -> Ladder:
        """The ladder."""

    @property
    def document(self) -> Document:
        """The ladder with its text."""

    @property
    def read_only(self) -> str:
        """Why it must not be changed, or ""."""


class LateDocument:
    """A document that is made when it is first asked for, by any thread."""

    def __init__(self, before: HasDocument, ladder: Ladder) -> None:
        """Make a document from an earlier state and the ladder that its text is to read as."""
        self.ladder, self.read_only = ladder, before.read_only
        self._before: HasDocument | None = before
        self._document: Document | None = None
        self._lock = Lock()

    @property
    def document(self) -> Document:
        """The document; made now if it was not yet."""
        return self.write()

    def write(self) -> Document:
        """Make the document unless it is made, and return it."""
        with self._lock:
            if self._document is None:
                assert self._before is not None
                self._document = update(self._before.document, self.ladder)
                self._before = None
            return self._document


def is_long(before: Ladder, after: Ladder) -> bool:
    """Whether the text of the records that an edit changes is long."""
    length = 0
    for record in _changed_records(before, after):
        length += _length(record)
        if length > _LONG:
            return True
    return False


def _changed_records(before: Ladder, after: Ladder) -> list[Entity]:
    changed: list[Entity] = []
    old_values, new_values = before.__dict__, after.__dict__
    for name, new in new_values.items():
        if new is not old_values[name] and isinstance(new, tuple):
            known = set(map(id, old_values[name]))
            changed += [one for one in new if id(one) not in known and isinstance(one, Entity)]
    return changed


def _length(record: Entity) -> int:
    return len(record.model_dump_json(warnings=False))
