"""Keeps unsaved work for the case of a crash, and offers what crashed runs left behind."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from laddereditor.gui.sharing.notice import UNDO, UNDONE_OR_SAVED, Notice, NoticeButton
from laddereditor.gui.sharing.sharing_services import SharingServices
from laddereditor.gui.unexpected.errors import unexpected_errors
from laddereditor.model.counting import plural
from laddereditor.presentation.dialogs.protocol import RecoverableWork
from laddereditor.presentation.sharing.difference_words import differences, when
from laddereditor.session.finding_recoveries import clean_up, find_recoveries
from laddereditor.session.recovered import RecoverySummary, file_now, what_changed
from laddereditor.session.recovery import Recovery, drop_recovery
from laddereditor.session.recovery_writer import RecoveryWriter
from laddereditor.session.session import Session
from laddereditor.session.watching import unsaved_of, watch
from laddereditor.storage.files.document import Document, read_bytes
from laddereditor.storage.files.system_words import reason
from laddereditor.storage.reading.faults import UnreadableLadder

_KEY = "recoveries"
_NAMED = 5  # ladders that a notice names
_ABANDONED_AFTER = 3600.0  # seconds after which a file is certainly not being written


@dataclass(frozen=True, slots=True)
class RecoveryOffer:
    """Unsaved work of a crashed run, and its differences from the file."""

    recovery: Recovery
    summary: RecoverySummary


class Recoveries(QObject):
    """The unsaved work of one window, and of runs that crashed."""

    failed = Signal(str)  # from the writer's thread: why nothing is stored

    def __init__(
        self, services: SharingServices, folder: Path, parent: QObject | None = None
    ) -> None:
        """Keep the unsaved work of a window in a folder.

        Args:
            services: What the parts of sharing use in common.
            folder: The folder of the recoveries, which all runs of the program share.
            parent: The parent object.
        """
        super().__init__(parent)
        self._folder, self._notices, self._workspace = folder, services.notices, services.workspace
        self._opening, self._jobs, self._dialogs = services.opening, services.jobs, services.dialogs
        self._context = context = services.context
        errors = unexpected_errors()
        self._writer = RecoveryWriter(
            folder,
            self.failed.emit,
            unforeseen=lambda error: errors.take(error, quietly=True),
            me=context.me,
            clock=context.now,
        )
        self._offers: list[RecoveryOffer] = []  # not settled yet, newest first
        self._under_way: list[RecoveryOffer] = []  # being restored, so not offered now
        self._front: Session | None = None  # shown again when all of several are restored
        self._stops: dict[Session, Callable[[], None]] = {}
        self._identities: dict[Session, str] = {}
        self.failed.connect(services.workspace.notice)
        services.registry.added.connect(self._keep)
        services.registry.removed.connect(self._stop_keeping)

    def stop(self) -> None:
        """Stop storing: unsaved changes were discarded."""
        for session in list(self._stops):
            self._stop_keeping(session)
        self._writer.stop()

    def _keep(self, session: Session, identity: str = "") -> None:
        if session in self._stops:
            self._stop_keeping(session)
        identity = identity or uuid.uuid4().hex
        self._stops[session] = watch(self._writer, session, identity)
        self._identities[session] = identity

    def _stop_keeping(self, session: Session) -> None:
        self._identities.pop(session, None)
        stop = self._stops.pop(session, None)
        if stop is not None:
            stop()

    def keep_now(self, patience: float) -> bool:
        """Write all unsaved work now; return whether that is done within `patience` seconds.

        The work is passed on again, because after an error the writer may lack the last edit.
        """
        for session, identity in self._identities.items():
            if session.is_modified:
                self._writer.keep(identity, unsaved_of(session))
        return self._writer.flush(patience)

    # -- what crashed runs left ---------------------------------------------------------------

    def offer(self) -> None:
        """Look for the unsaved work of crashed runs, and offer it."""
        folder, me = self._folder, self._context.me

        def find() -> list[RecoveryOffer]:
            clean_up(folder, _ABANDONED_AFTER)
            found = find_recoveries(folder, me).recoveries
            return [RecoveryOffer(one, what_changed(one, file_now(one))) for one in found]

        self._jobs.run(lambda _: find(), self._found, _raise)

    def _found(self, offers: list[RecoveryOffer]) -> None:
        for offer in offers:
            if offer.summary.same:
                self._drop(offer.recovery)
        self._offers = [offer for offer in offers if not offer.summary.same]
        self._show()

    def _show(self) -> None:
        """Offer all remaining recoveries in one notice, so that none is hidden."""
        offers = [offer for offer in self._offers if offer not in self._under_way]
        if not offers:
            self._notices.drop(_KEY)
        elif len(offers) == 1:
            self._notices.post(self._one(offers[0]))
        else:
            self._notices.post(self._several(offers))

    def _one(self, offer: RecoveryOffer) -> Notice:
        recovery, now = offer.recovery, self._context.now()
        text = (
            f"Unsaved changes of {recovery.name} from {when(recovery.time, now)} were kept: "
            f"{differences(offer.summary)}."
        )
        choices = (
            NoticeButton("restore", "Restore", partial(self._restore_all, [offer])),
            NoticeButton("discard", "Discard", partial(self._discard, [offer])),
            NoticeButton("later", "Later", partial(self._dismiss_offers, [offer])),
        )
        return Notice(_KEY, text, choices, icon="history")

    def _several(self, offers: list[RecoveryOffer]) -> Notice:
        now = self._context.now()
        named = [f"{one.recovery.name} ({when(one.recovery.time, now)})" for one in offers]
        shown = ", ".join(named[:_NAMED])
        more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
        text = f"Unsaved changes of {plural(len(offers), 'ladder')} were kept: {shown}{more}."
        choices = (
            NoticeButton("restore", "Restore all", partial(self._restore_all, offers)),
            NoticeButton("choose", "Choose…", partial(self._choose, offers)),
            NoticeButton("later", "Later", partial(self._dismiss_offers, offers)),
        )
        return Notice(_KEY, text, choices, icon="history")

    def _choose(self, offers: list[RecoveryOffer]) -> None:
        answer = self._dialogs().recover_work([self._row(offer) for offer in offers])
        if answer is None:
            return
        chosen = [offers[row] for row in answer.rows if offers[row] in self._offers]
        if answer.discard:
            self._discard(chosen)
        else:
            self._restore_all(chosen)

    def _row(self, offer: RecoveryOffer) -> RecoverableWork:
        recovery = offer.recovery
        place = str(recovery.path) if recovery.path else ""
        shown = when(recovery.time, self._context.now())
        return RecoverableWork(recovery.name, place, shown, differences(offer.summary))

    def _dismiss_offers(self, offers: list[RecoveryOffer]) -> None:
        """Do not offer these again in this run."""
        self._offers = [offer for offer in self._offers if offer not in offers]
        self._remove_running(offers)

    def _remove_running(self, offers: list[RecoveryOffer]) -> None:
        self._under_way = [offer for offer in self._under_way if offer not in offers]
        self._show()
        if not self._under_way:
            front, self._front = self._front, None
            if front in self._workspace.sessions:
                self._workspace.show_session(front)

    def _discard(self, offers: list[RecoveryOffer]) -> None:
        names = ", ".join(offer.recovery.name for offer in offers)
        text = f"The changes of {names} that were kept cannot be brought back afterwards."
        if self._dialogs().confirm(
            "Discard what was kept?", text, "Discard the changes", final=True
        ):
            self._dismiss_offers(offers)
            for offer in offers:
                self._drop(offer.recovery)

    def _drop(self, recovery: Recovery) -> None:
        folder = self._folder
        self._jobs.run(
            lambda _: drop_recovery(folder, recovery.id), lambda _: None, self._not_dropped
        )

    def _not_dropped(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        self._workspace.notice.emit(f"What was kept could not be removed: {reason(error)}")

    def _restore_all(self, offers: list[RecoveryOffer]) -> None:
        """Restore each into its ladder; if one file has several, open the older ones separately.

        Of several, none comes to the front: the ladder that was there stays.
        """
        if len(offers) > 1:
            self._front = self._workspace.session
        self._under_way += offers
        self._show()
        taken: set[Path] = set()
        for offer in offers:
            path = offer.recovery.path
            if path is not None and path in taken:
                self._restore_alone(offer)
            else:
                self._restore(offer)
            taken.update([path] if path else [])

    def _restore(self, offer: RecoveryOffer) -> None:
        """Open the file, if it exists, and replace the ladder by the recovery."""
        path = offer.recovery.path
        if path is None:
            self._restore_alone(offer)
            return

        def looked(there: bool) -> None:
            if there:
                self._opening.open_then(path, partial(self._restore_into, offer))
            else:
                self._restore_alone(offer)

        self._jobs.run(lambda _: path.is_file() or path.is_dir(), looked, lambda _: looked(False))

    def _restore_alone(self, offer: RecoveryOffer) -> None:
        """Open a recovery as a ladder without a file."""
        document = self._document(offer)
        if document is None:
            return
        session = Session(document, jobs=self._jobs, worth_saving=True)
        self._opening.start(session)
        self._keep(session, offer.recovery.id)
        self._dismiss_offers([offer])

    def _restore_into(self, offer: RecoveryOffer, session: Session | None) -> None:
        if session is None:  # the file cannot be read
            self._restore_alone(offer)
            return
        recovery = offer.recovery
        document = self._document(offer)
        if document is None:
            return
        self._workspace.show_session(session)
        saved_since = recovery.digest != session.digest
        label = f"Restore changes of {when(recovery.time, self._context.now())}"
        session.load(document, label, made_from=recovery.digest)
        self._keep(session, recovery.id)
        self._dismiss_offers([offer])
        if saved_since:
            self._notify_saved_since(session)

    def _document(self, offer: RecoveryOffer) -> Document | None:
        try:
            return read_bytes(offer.recovery.data)
        except UnreadableLadder as error:
            self._remove_running([offer])  # not restored: it is offered again
            self._dialogs().show_message("The changes cannot be restored", str(error))
            return None

    def _notify_saved_since(self, session: Session) -> None:
        text = (
            f"{session.name} was saved since these changes were made. A save writes what you see "
            "in place of it; undo shows the file as it is."
        )
        undo = NoticeButton(UNDO, "Undo", partial(self._undo, session, session.undo_label))
        notice = Notice("restored", text, (undo,), "warning", "warning", until=UNDONE_OR_SAVED)
        self._notices.post(notice, session)

    def _undo(self, session: Session, label: str) -> None:
        self._notices.drop("restored", session)
        if session.undo_label == label:
            session.undo()


def _raise(error: Exception) -> None:
    raise error
