"""Publishing the ladder of a session: what keeps it from it, and the step itself."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from laddereditor.model.address import NoSuchPlace, find
from laddereditor.model.base import evolve
from laddereditor.model.kinds import label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.ladder import PublishedVersion as Entry
from laddereditor.rules.check import check
from laddereditor.rules.finding import Finding, Severity
from laddereditor.session.numbering import wrong_number
from laddereditor.session.session import Session
from laddereditor.storage.document import Document, update
from laddereditor.storage.files import SaveFailed
from laddereditor.storage.versions.calls import CALLS, Calls
from laddereditor.storage.versions.freezing import (
    Frozen,
    PublishFailed,
    freeze,
    refuse_copy,
    refuse_taken,
)
from laddereditor.storage.versions.listing import highest_version
from laddereditor.storage.versions.places import versions_folder

_SHOWN = 3  # errors that are named in a refusal


class PublishRefused(Exception):
    """Nothing was published; the message says why, in words for people."""

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)  # the errors that stand against it


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a publication says of itself."""

    version: str
    summary: str  # what changed, in people's words
    author: str  # "" to leave it out
    date: dt.date


@dataclass(frozen=True, slots=True)
class Published:
    """A version that was published."""

    entry: Entry
    copy: Path
    notice: str  # what is still to be done, in words for people; usually ""


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication that is ready to be written; nothing in it changes any more."""

    path: Path
    document: Document
    digest: str | None  # of the file as it was read
    entry: Entry


def publish(session: Session, stamp: Stamp, calls: Calls = CALLS) -> Published:
    """Publish what is shown, unsaved changes included: save it stamped, and freeze a copy.

    One undoable step in the window. Raises PublishRefused or ChangedOnDisk; then neither the
    session nor its file has changed.
    """
    publication = prepare(session, stamp)
    return settle_in(session, publication, write(publication, calls))


def prepare(session: Session, stamp: Stamp) -> Publication:
    """Return the publication of what a session shows now. Raises PublishRefused."""
    path = refuse(session)
    refuse_errors(errors_of(session), session.ladder)
    if not stamp.summary.strip():
        raise PublishRefused("Say in a sentence what changed: people will read it in the list")
    wrong = wrong_number(stamp.version, session.ladder, highest_version(path, session.ladder))
    if wrong:
        raise PublishRefused(wrong)
    _refuse_taken(path, stamp.version.strip())
    entry = _entry(stamp)
    after = stamped(session.ladder, entry)
    return Publication(path, update(session.document, after), session.digest, entry)


def write(publication: Publication, calls: Calls = CALLS) -> Frozen:
    """Write a publication; may be called in any thread. Raises PublishRefused or ChangedOnDisk."""
    p = publication
    try:
        return freeze(p.path, p.document, p.digest, p.entry.version, calls)
    except (PublishFailed, SaveFailed) as failed:
        raise PublishRefused(str(failed)) from failed


def settle_in(session: Session, publication: Publication, frozen: Frozen) -> Published:
    """Let a session show what was published; it must not have changed since `prepare`."""
    entry = publication.entry
    session.load(publication.document, f"Publish version {entry.version}", digest=frozen.digest)
    return Published(entry, frozen.copy, frozen.notice)


def refuse(session: Session) -> Path:
    """Return the file to publish from. Raises PublishRefused if there is none to write to."""
    if session.path is None:
        raise PublishRefused("Save the ladder to a file first: its versions are kept beside it")
    try:
        refuse_copy(session.path)
    except PublishFailed as failed:
        raise PublishRefused(str(failed)) from failed
    if session.read_only:
        raise PublishRefused(session.read_only)
    return session.path


def _refuse_taken(path: Path, version: str) -> None:
    try:
        refuse_taken(versions_folder(path), version)
    except PublishFailed as failed:
        raise PublishRefused(str(failed)) from failed
    except OSError:
        return  # writing will say what is wrong with the folder


def errors_of(session: Session) -> tuple[Finding, ...]:
    """Return the errors of the ladder as it is now."""
    report = session.report
    if report is None or report.ladder is not session.ladder:
        report = check(session.ladder, report)
    return tuple(f for f in report.findings if f.severity is Severity.ERROR)


def refuse_errors(errors: Sequence[Finding], ladder: Ladder) -> None:
    """Raise PublishRefused if there are errors: which, and where."""
    if not errors:
        return
    shown = "; ".join(_in_words(ladder, found) for found in errors[:_SHOWN])
    count = len(errors)
    more = f"; and {count - _SHOWN} more" if count > _SHOWN else ""
    what = "an error" if count == 1 else f"{count} errors"
    them = "it" if count == 1 else "them"
    raise PublishRefused(f"The ladder has {what}. Mend {them} first: {shown}{more}", errors)


def _in_words(ladder: Ladder, found: Finding) -> str:
    try:
        where = label_of(find(ladder, found.address)) if found.address else ""
    except NoSuchPlace:
        where = found.address
    message = found.message.rstrip(".")
    return f"{where}: {message}" if where else message


def _entry(stamp: Stamp) -> Entry:
    values: dict[str, object] = {"version": stamp.version.strip(), "date": stamp.date}
    if author := " ".join(stamp.author.split()):
        values["author"] = author
    return Entry.model_validate({**values, "summary": stamp.summary.strip()})


def stamped(ladder: Ladder, entry: Entry) -> Ladder:
    """Return the ladder as published: its version, status and history, nothing else."""
    history = (entry, *ladder.history)
    return evolve(ladder, version=entry.version, status="published", history=history)
