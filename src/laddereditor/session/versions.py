"""Going back to a published version in a session."""

from dataclasses import replace

from laddereditor.edits.edit import EditRefused
from laddereditor.model.base import evolve
from laddereditor.session.session import Session
from laddereditor.storage.files.document import Document, to_bytes, update
from laddereditor.storage.files.ladder_files import digest_of
from laddereditor.storage.versions.listing import ListedVersion, open_version


def restore_as_draft(session: Session, version: ListedVersion) -> None:
    """Read a published version, and let it take the ladder's place as `put_as_draft` does.

    Raises EditRefused (in plain words) or UnreadableLadder; then nothing has changed.
    """
    put_as_draft(session, version, open_version(version))


def put_as_draft(session: Session, version: ListedVersion, copy: Document) -> None:
    """Let the contents of a published version take the ladder's place, as one undoable step.

    Text, comments and layout are those of the `copy`; the id, version and history are those of
    today, and the status is draft. Nothing is saved. Raises EditRefused in plain words;
    then nothing has changed.
    """
    if session.read_only:
        raise EditRefused(session.read_only)
    if version.state == "foreign":
        raise EditRefused(f"{version.why}. Its contents are not put in the place of this one")
    then, now = replace(copy, read_only=""), session.ladder
    ladder = evolve(
        then.ladder, id=now.id, version=now.version, status="draft", history=now.history
    )
    label = f"Restore version {version.version} as a draft"
    document = update(then, ladder)
    session.agree(label, document)
    session.load(document, label, made_from=digest_of(to_bytes(copy)))
