"""Publish the ladder of a session, or say why it cannot be published."""

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from laddereditor.edits.edit import EditRefused
from laddereditor.model.address import NoSuchPlace
from laddereditor.model.base import evolve
from laddereditor.model.counting import plural
from laddereditor.model.kinds import label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.ladder import PublishedVersion as Entry
from laddereditor.model.spacing import single_spaced
from laddereditor.rules.check import check
from laddereditor.rules.finding import Finding, Severity
from laddereditor.session.numbering import wrong_number
from laddereditor.session.save_order import SaveOrder
from laddereditor.session.session import Session
from laddereditor.storage.files.document import Document, update
from laddereditor.storage.files.ladder_files import SaveFailed
from laddereditor.storage.files.version_calls import CALLS, VersionCalls
from laddereditor.storage.files.version_folders import versions_folder
from laddereditor.storage.versions.freezing import (
    FrozenVersion,
    PublishFailed,
    freeze,
    refuse_copy,
    refuse_taken,
)
from laddereditor.storage.versions.listing import highest_version

_SHOWN = 3  # errors that are named in a refusal


class PublishRefused(Exception):
    """Nothing was published; the message says why, in plain words."""

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)  # the errors that prevent it


@dataclass(frozen=True, slots=True)
class PublicationDetails:
    """The details of a publication."""

    version: str
    summary: str  # what changed, in people's words
    author: str  # "" to leave it out
    date: dt.date


@dataclass(frozen=True, slots=True)
class Published:
    """A version that was published."""

    entry: Entry
    copy: Path
    notice: str  # what remains to be done, in plain words; usually ""


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication that is ready to be written and no longer changes."""

    order: SaveOrder
    source: Document  # the document that it was made from
    entry: Entry

    @property
    def path(self) -> Path:
        """The ladder's file."""
        return self.order.target


def publish(session: Session, stamp: PublicationDetails, calls: VersionCalls = CALLS) -> Published:
    """Publish what is shown, unsaved changes included: save it stamped, and freeze a copy.

    In the window this is one step that can be undone.

    Args:
        session: The ladder to publish.
        stamp: The number, date, author and summary of the version.
        calls: The calls to the operating system.

    Raises:
        PublishRefused: Nothing was published; session and file are unchanged.
        ChangedOnDisk: Somebody else saved the file; session and file are unchanged.
    """
    publication = prepare(session, stamp)
    return show_published(session, publication, write(publication, calls))


def prepare(session: Session, stamp: PublicationDetails) -> Publication:
    """Return the publication of what a session shows now, without accessing the disk.

    `write` checks what on the disk prevents it.

    Raises:
        PublishRefused: The ladder cannot be published as it is.
    """
    refuse(session)
    refuse_errors(errors_of(session), session.ladder)
    if not stamp.summary.strip():
        raise PublishRefused("Say in a sentence what changed: people will read it in the list")
    if wrong := wrong_number(stamp.version, session.ladder, None):
        raise PublishRefused(wrong)
    entry = _entry(stamp)
    order = session.order_save()
    source = session.document
    document = update(source, stamped(session.ladder, entry))
    try:
        session.require_layout("Publish", document)
    except EditRefused as refused:
        raise PublishRefused(str(refused)) from refused
    order = replace(order, snapshot=replace(order.snapshot, source=document))
    return Publication(order, source, entry)


def write(publication: Publication, calls: VersionCalls = CALLS) -> FrozenVersion:
    """Write a publication; this may be called in any thread.

    Raises:
        PublishRefused: Nothing was published.
        ChangedOnDisk: Somebody else saved the file; nothing was published.
    """
    refuse_by_disk(publication)
    order = publication.order
    try:
        document, version = order.snapshot.document, publication.entry.version
        return freeze(publication.path, document, order.expected, version, calls)
    except (PublishFailed, SaveFailed) as failed:
        raise PublishRefused(str(failed)) from failed


def refuse_by_disk(publication: Publication) -> None:
    """Check whether anything on the disk prevents a publication; nothing is written.

    Raises:
        PublishRefused: Something prevents it.
    """
    path, version = publication.path, publication.entry.version
    ladder = publication.source.ladder
    if wrong := wrong_number(version, ladder, highest_version(path, ladder)):
        raise PublishRefused(wrong)
    try:
        refuse_copy(path)
        with suppress(OSError):  # writing will report what is wrong with the folder
            refuse_taken(versions_folder(path), version)
    except PublishFailed as failed:
        raise PublishRefused(str(failed)) from failed


def show_published(session: Session, publication: Publication, frozen: FrozenVersion) -> Published:
    """Make a session show what was published; edits since `prepare` stay, unsaved.

    Args:
        session: The session, perhaps edited since.
        publication: What was prepared for publishing.
        frozen: The copy that was written.
    """
    session.settle()
    entry, order = publication.entry, publication.order
    now = order.snapshot.document
    if session.document is not publication.source:
        now = update(session.document, stamped(session.ladder, entry))
    session.take_published(order, frozen.digest, now, f"Publish version {entry.version}")
    return Published(entry, frozen.copy, frozen.notice)


def refuse(session: Session) -> Path:
    """Return the file to publish from.

    Raises:
        PublishRefused: The ladder has no file that can be written.
    """
    if session.path is None:
        raise PublishRefused("Save the ladder to a file first: its versions are stored beside it")
    if session.read_only:
        raise PublishRefused(session.read_only)
    if session.behind:
        raise PublishRefused(f"{session.behind}. Save first, and choose what to keep")
    return session.path


def errors_of(session: Session) -> tuple[Finding, ...]:
    """Return the errors of the ladder as it is now."""
    report = session.report
    if report is None or report.ladder is not session.ladder:
        report = check(session.ladder, report)
    return tuple(f for f in report.findings if f.severity is Severity.ERROR)


def refuse_errors(errors: Sequence[Finding], ladder: Ladder) -> None:
    """Refuse to publish a ladder with errors.

    Raises:
        PublishRefused: There are errors; the message says which and where.
    """
    if not errors:
        return
    shown = "; ".join(_in_words(ladder, found) for found in errors[:_SHOWN])
    count = len(errors)
    more = f"; and {count - _SHOWN} more" if count > _SHOWN else ""
    what = plural(count, "error")
    them = "it" if count == 1 else "them"
    raise PublishRefused(f"The ladder has {what}. Fix {them} first: {shown}{more}", errors)


def _in_words(ladder: Ladder, found: Finding) -> str:
    try:
        where = label_of(found.address.value(ladder)) if found.address else ""
    except NoSuchPlace:
        where = found.address
    message = found.message.rstrip(".")
    return f"{where}: {message}" if where else message


def _entry(stamp: PublicationDetails) -> Entry:
    values: dict[str, object] = {"version": stamp.version.strip(), "date": stamp.date}
    if author := single_spaced(stamp.author):
        values["author"] = author
    return Entry.model_validate({**values, "summary": stamp.summary.strip()})


def stamped(ladder: Ladder, entry: Entry) -> Ladder:
    """Return the ladder as published: its version, status and history, nothing else."""
    history = (entry, *ladder.history)
    return evolve(ladder, version=entry.version, status="published", history=history)
