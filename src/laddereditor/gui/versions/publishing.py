"""Publishing from the window: asks, suggests a number, and explains refusals."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from laddereditor.gui.export.sending import write_note
from laddereditor.gui.files.saving import Saving
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.dialogs.protocol import GetDialogs, PublishAdvice, PublishOffer
from laddereditor.presentation.export.offers import ExportOffer, note_offer
from laddereditor.reports.notes.note import summary_of
from laddereditor.session.jobs import Jobs
from laddereditor.session.numbering import Numbers, numbers_for, wrong_version
from laddereditor.session.publishing import (
    Publication,
    PublicationDetails,
    PublishRefused,
    errors_of,
    prepare,
    refuse,
    refuse_errors,
    show_published,
    write,
)
from laddereditor.session.session import Session
from laddereditor.session.suggesting import BumpSuggestion, suggest
from laddereditor.session.target import target_at
from laddereditor.storage.files.ladder_files import ChangedOnDisk
from laddereditor.storage.files.program import user_name
from laddereditor.storage.files.version_folders import versions_folder
from laddereditor.storage.versions.former_name import (
    NotTakenOver,
    folder_of_former_name,
    former_words,
    take_over,
)
from laddereditor.storage.versions.freezing import FrozenVersion, PublishFailed, refuse_copy
from laddereditor.storage.versions.listing import ListedVersion, versions_of


class Publishing(QObject):
    """Carries out File › Publish version for one window."""

    published = Signal(object)  # the Session

    def __init__(
        self,
        workspace: Workspace,
        dialogs: GetDialogs,
        jobs: Jobs,
        saving: Saving,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace, self._dialogs, self._jobs = workspace, dialogs, jobs
        self._saving, self._writing = saving, saving.writing

    def publish(self, session: Session) -> None:
        """Ask how to publish a ladder, and publish it; a refusal is shown and changes nothing."""
        self._workspace.flush_requested.emit()
        if session.is_being_written:
            self._workspace.notice.emit(f"{session.name} is published once it is saved.")
        self._writing.when_free(session, partial(self._begin, session))

    def _begin(self, session: Session) -> None:
        if session not in self._workspace.sessions:
            return
        try:
            path = refuse(session)
            refuse_errors(errors_of(session), session.ladder)
            if wrong := wrong_version(session.ladder):
                raise PublishRefused(wrong)
        except PublishRefused as refused:
            self._refuse(refused)
            return
        if not self._saving.refused_reports.may_publish(session):
            return
        ladder = session.ladder

        def find() -> tuple[tuple[ListedVersion, ...], Path | None]:
            refuse_copy(path)
            return versions_of(path, ladder), folder_of_former_name(path, ladder)

        def done(found: tuple[tuple[ListedVersion, ...], Path | None]) -> None:
            versions, former = found
            if session not in self._workspace.sessions:
                return
            if former is not None:
                self._offer_take_over(session, path, former)
            else:
                self._ask_and_publish(session, numbers_for(session.ladder, versions))

        self._jobs.run(lambda _: find(), done, self._failed)

    def _offer_take_over(self, session: Session, path: Path, former: Path) -> None:
        """Ask whether to take over the versions of a former name first."""
        sure = self._dialogs().confirm(
            "Versions under a former name",
            f"{former_words(path, former)}. Take them over before you publish, so that all "
            f"versions stay together: the folder is renamed to {versions_folder(path).name}.",
            "Take them over",
        )
        if sure:
            self._jobs.run(
                lambda _: take_over(path, former),
                lambda _: self._begin(session),
                self._not_taken_over,
            )

    def _not_taken_over(self, error: Exception) -> None:
        if not isinstance(error, NotTakenOver):
            raise error
        self._dialogs().show_message(
            "The versions were not taken over", f"{str(error).rstrip('.')}."
        )

    def _ask_and_publish(self, session: Session, numbers: Numbers) -> None:
        offer = PublishOffer(
            session.ladder.name or session.name, _last(numbers), _choices(numbers), user_name()
        )
        advise = partial(self._advise, session, numbers)
        answer = self._dialogs().publish(offer, advise, self._write_note)
        if answer is None or session.path is None:
            return
        stamp = PublicationDetails(answer.version, answer.summary, answer.author, dt.date.today())
        self._writing.when_free(session, partial(self._write, session, stamp))

    def _write(self, session: Session, stamp: PublicationDetails) -> None:
        try:
            publication = prepare(session, stamp)
        except (PublishRefused, ChangedOnDisk) as refused:
            self._refuse(refused)
            return

        def work() -> FrozenVersion:
            former = target_at(publication.path).former
            if former is not None:
                self._saving.keep_former(publication.path, former)
            return write(publication)

        self._writing.run(
            session,
            f"Publishing version {publication.entry.version} of {session.name}",
            work,
            partial(self._published, session, publication),
            self._failed,
        )

    def _published(self, session: Session, publication: Publication, frozen: FrozenVersion) -> None:
        done = show_published(session, publication, frozen)
        self._workspace.notice.emit(
            done.notice or f"Published as version {done.entry.version}: {done.copy.name}"
        )
        self.published.emit(session)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, PublishRefused | PublishFailed | ChangedOnDisk):
            raise error
        self._refuse(error)

    def _refuse(self, refused: Exception) -> None:
        self._dialogs().show_message("Nothing was published", f"{str(refused).rstrip('.')}.")

    def _advise(
        self, session: Session, numbers: Numbers, show: Callable[[PublishAdvice], None]
    ) -> None:
        """Compute a suggestion from the changes since the last version, in a job."""
        ladder, files = session.ladder, (session.path,) if session.path else ()
        self._jobs.run(lambda _: advice_of(suggest(numbers, ladder), files), show, _raise)

    def _write_note(self, offer: ExportOffer) -> None:
        write_note(offer, self._workspace, self._dialogs(), self._window)


def _raise(error: Exception) -> None:
    raise error


def advice_of(suggestion: BumpSuggestion, files: tuple[Path, ...] = ()) -> PublishAdvice:
    """Return a suggestion in words, with the change note; `files` are those of the ladder."""
    if suggestion.bump in ("major", "minor", "patch"):
        headline = f"A {suggestion.bump} version is suggested:"
    elif suggestion.bump == "none":
        headline = "No version is suggested. To publish nevertheless, choose a number:"
    else:
        headline = ""
    report = suggestion.report
    if report is None or not report.changes:
        return PublishAdvice(suggestion.version, headline, suggestion.reasons)
    note = note_offer(report, files).report(False)
    make_note = partial(note_offer, report, files)
    draft = summary_of(note)
    return PublishAdvice(suggestion.version, headline, suggestion.reasons, draft, make_note)


def _last(numbers: Numbers) -> str:
    return numbers.last.version if numbers.last else ""


def _choices(numbers: Numbers) -> tuple[tuple[str, str], ...]:
    if numbers.first:
        return (("first", numbers.first),)
    return tuple((bump, version) for bump, version in numbers.by_bump.items())
