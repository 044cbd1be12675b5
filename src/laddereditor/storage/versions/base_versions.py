"""Read the ladder that another one was built from: its newest version, and the one taken then."""

from dataclasses import dataclass
from pathlib import Path

from laddereditor.model.ladder import BasedOn, Ladder
from laddereditor.storage.files.document import Document
from laddereditor.storage.files.frozen_digests import text_digest
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.listing import open_version, versions_of

_ALGORITHM = "sha256:"


@dataclass(frozen=True, slots=True)
class BaseVersions:
    """What is known of a base."""

    newest: Ladder  # its newest published version; the file itself if it never was published
    digest: str  # of that version
    taken: Ladder | None  # the version that was taken, None if there is no copy of it
    doubt: str = ""  # why `taken` may not be what was taken, "" for nothing


def read_base(path: Path, based_on: BasedOn | None = None) -> BaseVersions:
    """Return the newest version of a ladder, and the one that another ladder was built from.

    Args:
        path: The file of the base.
        based_on: What the other ladder says of its base; None before anything is taken.

    Raises:
        UnreadableLadder: The file or a copy cannot be read.
    """
    document = open_ladder(path).document
    known = {"": document}  # by version; "" for the file itself
    for version in versions_of(path, document.ladder):
        if version.path is not None and version.state in ("intact", "unsealed"):
            try:
                known.setdefault(version.version, open_version(version))
            except UnreadableLadder:  # another version may do
                continue
    newest = next((one for name, one in known.items() if name), document)
    taken = _taken(known, based_on) if based_on else None
    doubt = ""
    if based_on and taken and based_on.digest and _digest(taken) != based_on.digest:
        doubt = (
            f"Version {based_on.version} of {path.name} is not the same as when it was taken: "
            "some of its changes may be missing or be shown as yours."
        )
    return BaseVersions(newest.ladder, _digest(newest), taken.ladder if taken else None, doubt)


def _taken(known: dict[str, Document], based_on: BasedOn) -> Document | None:
    """Return the version that was taken: that of the number, else the file with the digest."""
    if based_on.version in known and based_on.version:
        return known[based_on.version]
    return next((one for one in known.values() if _digest(one) == based_on.digest), None)


def _digest(document: Document) -> str:
    return f"{_ALGORITHM}{text_digest(document.text.encode('utf-8', 'surrogatepass'))}"
