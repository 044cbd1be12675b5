"""Combines the parts of one window for working with colleagues and surviving crashes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject

from laddereditor.gui.program.program_window import ProgramWindow
from laddereditor.gui.program.remembering import remember_files
from laddereditor.gui.program.windows import forget, paths_elsewhere, show_where_open
from laddereditor.gui.sharing.backups import Backups
from laddereditor.gui.sharing.disk_changes import DiskChanges
from laddereditor.gui.sharing.disk_watch import DiskWatch
from laddereditor.gui.sharing.file_merge import FileMerge, Resolve
from laddereditor.gui.sharing.locks import Locks
from laddereditor.gui.sharing.notice import SAVED, Notice, NoticeList
from laddereditor.gui.sharing.notice_bar import NoticeArea
from laddereditor.gui.sharing.recoveries import Recoveries
from laddereditor.gui.sharing.session_registry import SessionRegistry
from laddereditor.gui.sharing.sharing_services import SharingServices
from laddereditor.presentation.dialogs.protocol import GetDialogs
from laddereditor.presentation.sharing.run_context import RunContext
from laddereditor.session.session import Session


@dataclass(frozen=True, slots=True)
class SharingLinks:
    """What sharing asks of the views of its window."""

    focus: Callable[[], object]  # goes to the form, when the last notice goes
    resolve: Resolve  # shows the conflicts of a merge


class Sharing(QObject):
    """The notices of a window; from `start` on also locks, recoveries, backups, the disk."""

    def __init__(self, window: ProgramWindow, dialogs: GetDialogs, links: SharingLinks) -> None:
        super().__init__(window)
        self._window, self._dialogs = window, dialogs
        workspace, saving = window.workspace, window.saving
        self.context: RunContext | None = None
        self.notices = NoticeList(workspace, self)
        self.area = NoticeArea(self.notices, links.focus, window)
        self.merging = FileMerge(workspace, self.notices, links.resolve)
        self.backups = Backups(workspace, workspace.disk, dialogs, self)
        self.watch: DiskWatch | None = None
        self.locks: Locks | None = None
        self.recoveries: Recoveries | None = None
        window.opening.notified.connect(self._notify_opened)
        window.opening.elsewhere = partial(paths_elsewhere, window)
        window.opening.show_elsewhere = partial(show_where_open, window)
        saving.keep_former = self.backups.keep
        saving.merge = self.merging.merge

    def start(self, context: RunContext) -> None:
        """Lock and watch the open ladders from now on, and store their unsaved work."""
        window = self._window
        self.context = context
        services = SharingServices(
            window.workspace,
            window.opening,
            window.saving,
            window.workspace.disk,
            self._dialogs,
            self.notices,
            SessionRegistry(window.workspace, self),
            context,
            self.merging,
        )
        self.watch = watch = DiskWatch(
            services.registry, services.jobs, self, every=context.check_every
        )
        DiskChanges(services, watch, self)
        self.locks = Locks(services, self)
        window.saving.writing.ended.connect(watch.look)
        self.locks.let_go.connect(lambda _: watch.check_all())
        self.backups.start(context)
        if context.recoveries is not None:
            self.recoveries = Recoveries(services, context.recoveries, self)
        window.installEventFilter(self)
        registry = services.registry
        opened = (
            registry.added,
            registry.removed,
            registry.moved,
            window.workspace.session_changed,
        )
        for signal in opened:
            signal.connect(self._remember)
        registry.start()

    def _remember(self, *_: object) -> None:
        if self.context is not None:
            remember_files(self._window)

    def stop(self) -> None:
        """Stop everything: the window closes, and its changes are saved or discarded."""
        self._window.removeEventFilter(self)
        for part in (self.watch, self.locks, self.recoveries):
            if part is not None:
                part.stop()
        self.watch = self.locks = self.recoveries = self.context = None
        forget(self._window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Check the files again when a person returns to the window."""
        if event.type() == QEvent.Type.WindowActivate and self.watch is not None:
            self.watch.check_all()
        return super().eventFilter(watched, event)

    def notify(self, text: str) -> None:
        """Show a notice that does not belong to one ladder."""
        self.notices.post(Notice(f"notice {text}", text))

    def _notify_opened(self, session: Session, text: str) -> None:
        """Show what was done to open a file, such as upgrading an older format."""
        self.notices.post(Notice("opened", text, until=SAVED), session)
