"""Read the ladder that another one was built from: its newest version, and the one taken then."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from laddereditor.model.ladder import BasedOn, Ladder
from laddereditor.storage.files.document import Document
from laddereditor.storage.files.kept_bases import base_digest, read_kept_base
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.listing import open_version, versions_of


@dataclass(frozen=True, slots=True)
class BaseVersions:
    """What is known of a base."""

    document: Document  # its newest published version; the file itself if it never was published
    taken: Ladder | None  # the version that was taken, None if there is no copy of it
    doubt: str = ""  # why `taken` may not be what was taken, "" for nothing

    @property
    def newest(self) -> Ladder:
        """The newest version."""
        return self.document.ladder

    @property
    def digest(self) -> str:
        """The digest of the newest version, as `based_on` has it."""
        return base_digest(self.document)


def read_base(path: Path, based_on: BasedOn | None = None) -> BaseVersions:
    """Return the newest version of a ladder, and the one that another ladder was built from.

    The version taken is the one with the digest: among the copies beside the file, or the copy that
    this program kept. Without such a copy it is that of the number, and there is a doubt.

    Args:
        path: The file of the base.
        based_on: What the other ladder says of its base; None before anything is taken.

    Raises:
        UnreadableLadder: The file or a copy cannot be read.
    """
    document = open_ladder(path).document.in_one_file()
    known = {"": document}  # by version; "" for the file itself
    for version in versions_of(path, document.ladder):
        if version.path is not None and version.state in ("intact", "unsealed"):
            try:
                known.setdefault(version.version, open_version(version))
            except UnreadableLadder:  # another version may do
                continue
    newest = next((one for name, one in known.items() if name), document)
    if based_on is None:
        return BaseVersions(newest, None)
    same = _with_digest(known.values(), based_on) or read_kept_base(based_on)
    taken = same or (known.get(based_on.version) if based_on.version else None)
    is_doubtful = taken is not None and taken is not same and based_on.digest
    doubt = _doubt(based_on, path.name) if is_doubtful else ""
    return BaseVersions(newest, taken.ladder if taken else None, doubt)


def doubt_of(document: Document, based_on: BasedOn, name: str) -> str:
    """Return why a document may not be the version that was taken, "" if it is that version.

    Args:
        document: The document.
        based_on: What the ladder says of its base.
        name: The name of the document's file.
    """
    same = not based_on.digest or base_digest(document) == based_on.digest
    return "" if same else _doubt(based_on, name)


def _with_digest(known: Iterable[Document], based_on: BasedOn) -> Document | None:
    if not based_on.digest:
        return None
    return next((one for one in known if base_digest(one) == based_on.digest), None)


def _doubt(based_on: BasedOn, name: str) -> str:
    return (
        f"Version {based_on.version} of {name} is not the same as when it was taken: some of its "
        "changes may be missing or be shown as yours."
    )
