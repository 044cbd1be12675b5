"""Publishing from the window: asks, advises on the number, says what keeps it from being done."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from laddereditor.compare.bump import bump, bump_reasons
from laddereditor.compare.diffing import diff
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
from laddereditor.session.suggesting import Suggestion, Weighed, suggest
from laddereditor.storage.files import ChangedOnDisk
from laddereditor.storage.program import user_name
from laddereditor.storage.versions.listing import versions_of


class Publishing(QObject):
    """Carries out File › Publish version for one window."""

    published = Signal(object)  # the Session

    def __init__(
        self,
        workspace: Workspace,
        asker: Callable[[], Asker],
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._ask, self._jobs = workspace, asker, jobs

    def publish(self, session: Session) -> None:
        """Publish a ladder as a person answers; a refusal is told, and nothing has changed."""
        self._workspace.settling.emit()
        try:
            path = refuse(session)
            refuse_errors(errors_of(session), session.ladder)
            if wrong := wrong_version(session.ladder):
                raise PublishRefused(wrong)
            numbers = numbers_for(session.ladder, versions_of(path, session.ladder))
            self._publish_as_answered(session, numbers)
        except (PublishRefused, ChangedOnDisk) as refused:
            self._ask().tell("Nothing was published", f"{refused}.".replace("..", "."))

    def _publish_as_answered(self, session: Session, numbers: Numbers) -> None:
        offer = PublishOffer(
            session.ladder.name or session.name, _last(numbers), _choices(numbers), user_name()
        )
        answer = self._ask().publish(offer, partial(self._advise, session.ladder, numbers))
        if answer is None:
            return
        stamp = Stamp(answer.version, answer.summary, answer.author, dt.date.today())
        done = publish(session, stamp)
        self._workspace.notice.emit(
            done.notice or f"Published as version {done.entry.version}: {done.copy.name}"
        )
        self.published.emit(session)

    def _advise(
        self, ladder: Ladder, numbers: Numbers, tell: Callable[[PublishAdvice], None]
    ) -> None:
        """Find out what changed since the last version, in a job."""

        def failed(error: Exception) -> None:
            raise error

        self._jobs.run(
            lambda _: suggest(numbers, ladder, weigh),
            lambda suggestion: tell(advice_of(suggestion)),
            failed,
        )


def weigh(then: Ladder, now: Ladder) -> Weighed:
    """Return which number a step from one ladder to another raises, and why."""
    changes = diff(then, now)
    return bump(changes), bump_reasons(changes)


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
