"""Restore a published version in a session."""

from dataclasses import replace

from laddereditor.edits.edit import EditRefused
from laddereditor.model.base import evolve
from laddereditor.session.session import Session
from laddereditor.storage.files.document import Document, to_bytes, update
from laddereditor.storage.files.ladder_files import digest_of
from laddereditor.storage.versions.listing import ListedVersion


def put_as_draft(session: Session, version: ListedVersion, copy: Document) -> None:
    """Replace the ladder by the contents of a published version, as one step that can be undone.

    The id, version and history stay as they are now, and the status becomes draft. Nothing is
    saved.

    Args:
        session: The ladder to replace.
        version: The published version.
        copy: Its copy, whose text, comments and layout are taken.

    Raises:
        EditRefused: The ladder cannot be changed, in plain words; nothing has changed.
    """
    if session.read_only:
        raise EditRefused(session.read_only)
    if version.state == "foreign":
        raise EditRefused(f"{version.why}. Its contents do not replace this ladder")
    then, now = replace(copy, read_only=""), session.ladder
    ladder = evolve(
        then.ladder, id=now.id, version=now.version, status="draft", history=now.history
    )
    label = f"Restore version {version.version} as a draft"
    document = update(then, ladder)
    session.require_layout(label, document)
    session.load(document, label, made_from=digest_of(to_bytes(copy)))
