"""Publishing from the window: asks, advises on the number, says what keeps it from being done."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from laddereditor.gui.asking import Asker, PublishAdvice, PublishOffer
from laddereditor.gui.workspace import Workspace
from laddereditor.model.ladder import Ladder
from laddereditor.session.jobs import Jobs
from laddereditor.session.numbering import Numbers, numbers_for, wrong_version
from laddereditor.session.publishing import (
    PublishRefused,
    Stamp,
    errors_of,
    publish,
    refuse,
    refuse_errors,
)
from laddereditor.session.session import Session
from laddereditor.session.suggesting import Suggestion, suggest
from laddereditor.storage.files import ChangedOnDisk
from laddereditor.storage.program import user_name
from laddereditor.storage.versions.listing import PublishedVersion, versions_of


class Publishing(QObject):
    """Carries out File › Publish version for one window."""

    published = Signal(object)  # the Session

    def __init__(
        self,
        workspace: Workspace,
        asker: Callable[[], Asker],
        jobs: Jobs,
        before_write: Callable[[Path], object],
        parent: QObject | None = None,
    ) -> None:
        """`before_write` is told which file is going to be replaced, so that it can be kept."""
        super().__init__(parent)
        self._workspace, self._ask, self._jobs = workspace, asker, jobs
        self._before_write = before_write

    def publish(self, session: Session) -> None:
        """Publish a ladder as a person answers; a refusal is told, and nothing has changed."""
        self._workspace.settling.emit()
        try:
            path = refuse(session)
            refuse_errors(errors_of(session), session.ladder)
            if wrong := wrong_version(session.ladder):
                raise PublishRefused(wrong)
        except PublishRefused as refused:
            self._refuse(refused)
            return
        ladder = session.ladder

        def done(versions: tuple[PublishedVersion, ...]) -> None:
            if session in self._workspace.sessions and session.ladder is ladder:
                self._ask_and_publish(session, numbers_for(ladder, versions))

        self._jobs.run(lambda _: versions_of(path, ladder), done, _raise)

    def _ask_and_publish(self, session: Session, numbers: Numbers) -> None:
        offer = PublishOffer(
            session.ladder.name or session.name, _last(numbers), _choices(numbers), user_name()
        )
        answer = self._ask().publish(offer, partial(self._advise, session.ladder, numbers))
        if answer is None or session.path is None:
            return
        self._before_write(session.path)
        stamp = Stamp(answer.version, answer.summary, answer.author, dt.date.today())
        try:
            done = publish(session, stamp)
        except (PublishRefused, ChangedOnDisk) as refused:
            self._refuse(refused)
            return
        self._workspace.notice.emit(
            done.notice or f"Published as version {done.entry.version}: {done.copy.name}"
        )
        self.published.emit(session)

    def _refuse(self, refused: Exception) -> None:
        self._ask().tell("Nothing was published", f"{str(refused).rstrip('.')}.")

    def _advise(
        self, ladder: Ladder, numbers: Numbers, tell: Callable[[PublishAdvice], None]
    ) -> None:
        """Find out what changed since the last version, in a job."""
        self._jobs.run(
            lambda _: suggest(numbers, ladder),
            lambda suggestion: tell(advice_of(suggestion)),
            _raise,
        )


def _raise(error: Exception) -> None:
    raise error


def advice_of(suggestion: Suggestion) -> PublishAdvice:
    """Return a suggestion in words."""
    if suggestion.bump in ("major", "minor", "patch"):
        headline = f"A {suggestion.bump} version is suggested:"
    else:
        headline = ""
    return PublishAdvice(suggestion.version, headline, suggestion.reasons)


def _last(numbers: Numbers) -> str:
    return numbers.last.version if numbers.last else ""


def _choices(numbers: Numbers) -> tuple[tuple[str, str], ...]:
    if numbers.first:
        return (("first", numbers.first),)
    return tuple((bump, version) for bump, version in numbers.by_bump.items())
