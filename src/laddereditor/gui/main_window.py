"""The main window: lays out the views and hands commands to whoever carries them out."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from laddereditor.gui.actions import Actions
from laddereditor.gui.icons import renew_worn
from laddereditor.gui.looks import Looks
from laddereditor.gui.settings import Settings
from laddereditor.gui.theme import current_theme
from laddereditor.gui.welcome import WelcomePage
from laddereditor.gui.welcome_links import connect_file_menus, welcome_links
from laddereditor.gui.words import shown

if TYPE_CHECKING:
    from laddereditor.gui.asking import Asker
    from laddereditor.session.jobs import Jobs
    from laddereditor.session.session import Session

_LAYOUT_VERSION = 1
_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class MainWindow(QMainWindow):
    """One window with the ladders that are open in it.

    It is made in two steps, so that it is in sight at once: first menus and the welcome page,
    which need Qt alone; then, by `furnish`, the views and what they are built on.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        asker: "Asker | None" = None,
        jobs: "Jobs | None" = None,
        greet: bool = True,
    ) -> None:
        """Make what is seen first; without `greet` the middle stays empty until a file is read."""
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Ladder Editor")
        self.settings = settings
        self.looks = Looks(settings)
        self.actions_by_id = Actions(self)
        self.actions_by_id.show_scheme(self.looks.scheme)
        self._given = asker, jobs
        self._furnished = False
        self._welcome_wanted = False
        self._docks_hidden: list[str] | None = None
        self.welcome = WelcomePage(self)
        self._centre = QStackedWidget(self)
        self._centre.addWidget(self.welcome)
        centre = QWidget(self)
        self._column = QVBoxLayout(centre)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._centre)
        self.setCentralWidget(centre)
        self._make_menus()
        self.actions_by_id.enable(ladder=False, editable=False, entity=False)
        self._greets = greet
        if greet:
            self.welcome.show_links(*welcome_links(self))
        self.resize(1280, 800)

    # -- building -----------------------------------------------------------------------------

    def _make_menus(self) -> None:
        size = int(str(current_theme().metrics.get("toolbar_icon", 20)))
        self._toolbar = QToolBar("Toolbar", self)
        self._toolbar.setObjectName("toolbar")
        self._toolbar.setMovable(False)
        self._toolbar.setIconSize(QSize(size, size))
        self.actions_by_id.fill_toolbar(self._toolbar)
        self.addToolBar(self._toolbar)
        self.recent_menu = QMenu("Open &recent", self)
        self.samples_menu = QMenu("Open a sam&ple", self)
        self.actions_by_id.fill_menu_bar(
            self.menuBar(), {"file.open": self.recent_menu, "file.paste_page": self.samples_menu}
        )
        connect_file_menus(self)

    def furnish(self) -> None:
        """Add the views, and connect the commands; a second call does nothing."""
        if self._furnished:
            return
        from laddereditor.gui.dialogs import DialogAsker
        from laddereditor.gui.jobs import ThreadJobs
        from laddereditor.gui.opening import Opening
        from laddereditor.gui.saving import Saving
        from laddereditor.gui.sharing.sharing import Sharing
        from laddereditor.gui.window_commands import connect_commands
        from laddereditor.gui.workspace import Workspace

        asker, jobs = self._given
        self.asker: Asker = asker or DialogAsker(self)
        self._threads = ThreadJobs(self)
        self.jobs: Jobs = jobs or self._threads
        self.workspace = Workspace(self)
        self.opening = Opening(self.workspace, lambda: self.asker, self.jobs, self.settings, self)
        self.saving = Saving(self.workspace, lambda: self.asker, self.settings)
        self._make_views()
        self._make_docks()
        self._make_bars()
        self.sharing = Sharing(self)
        self._column.insertWidget(0, self.sharing.area)
        self.actions_by_id.renew_icons()
        connect_commands(self)
        self._listen()
        self._furnished = True
        self.setAcceptDrops(True)
        self._update()

    def another(self) -> "MainWindow":
        """Return a further window that asks, works and remembers as this one does."""
        asker, jobs = self._given
        return MainWindow(self.settings, asker=asker, jobs=jobs)

    def _make_views(self) -> None:
        from laddereditor.gui.forms.view import FormView
        from laddereditor.gui.page_view import PageView
        from laddereditor.gui.problems.panel import ProblemsPanel
        from laddereditor.gui.source_view import SourcePanel
        from laddereditor.gui.tree.panel import TreePanel

        self.tree = TreePanel(self.workspace, self.asker, self)
        self.form = FormView(self.workspace, self.asker, self)
        self.page = PageView(self.workspace, self)
        self.source = SourcePanel(self.workspace, self)
        self.problems = ProblemsPanel(self.workspace, self.asker, self)
        self._centre.addWidget(self.form)

    def _make_docks(self) -> None:
        area = Qt.DockWidgetArea
        self.setCorner(Qt.Corner.BottomLeftCorner, area.LeftDockWidgetArea)
        self.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks | QMainWindow.DockOption.AllowTabbedDocks
        )
        self.docks = {
            "tree": self._dock("tree", "Ladder", self.tree, area.LeftDockWidgetArea),
            "page": self._dock("page", "Page", self.page, area.RightDockWidgetArea),
            "source": self._dock("source", "Source", self.source, area.RightDockWidgetArea),
            "problems": self._dock(
                "problems", "Problems", self.problems, area.BottomDockWidgetArea
            ),
        }
        self.tabifyDockWidget(self.docks["page"], self.docks["source"])
        self.docks["page"].raise_()
        self.resizeDocks(
            [self.docks["tree"], self.docks["page"]], [300, 360], Qt.Orientation.Horizontal
        )
        self.resizeDocks([self.docks["problems"]], [170], Qt.Orientation.Vertical)

    def _dock(self, name: str, title: str, view: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(f"dock.{name}")
        dock.setWidget(view)
        dock.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetClosable
        )
        self.addDockWidget(area, dock)
        return dock

    def _make_bars(self) -> None:
        from laddereditor.gui.ladder_tabs import LadderTabs
        from laddereditor.gui.status import StatusBar

        self._add_add_menu(self._toolbar)
        self.addToolBarBreak()
        self.tabs = LadderTabs(self.workspace, self.saving.close, self)
        self.addToolBar(self.tabs)
        self.status = StatusBar(self.workspace, self)
        self.setStatusBar(self.status)

    def _add_add_menu(self, bar: QToolBar) -> None:
        """Give the toolbar's Add button the menu of what can be added at the selection."""
        button = bar.widgetForAction(self.actions_by_id["edit.add"])
        if isinstance(button, QToolButton):
            menu = QMenu(button)
            menu.aboutToShow.connect(partial(self._fill_add_menu, menu))
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _fill_add_menu(self, menu: QMenu) -> None:
        menu.clear()
        menu.addActions(self.tree.add_menu().actions())

    def _listen(self) -> None:
        self.workspace.settling.connect(self.form.flush)
        self.workspace.sessions_changed.connect(self._update)
        self.workspace.session_changed.connect(self._leave_welcome)
        self.workspace.session_changed.connect(self._update)
        self.workspace.changed.connect(self._update)
        self.workspace.address_changed.connect(self._leave_welcome)
        self.workspace.address_changed.connect(self._update)
        self.tree.selection_changed.connect(self._update)
        self.opening.started.connect(self.status.reading.begin)
        self.opening.progressed.connect(self.status.reading.report)
        self.opening.ended.connect(self.status.reading.hide)
        self.opening.ended.connect(self._greet)
        self.status.reading.cancelled.connect(self.opening.cancel)
        self.status.problems_wanted.connect(partial(self.show_dock, "problems"))
        for name, dock in self.docks.items():
            dock.visibilityChanged.connect(partial(self._dock_shown, name))
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    # -- state --------------------------------------------------------------------------------

    def _update(self, *_: object) -> None:
        """Bring title, marks and commands in line with what is open."""
        session = self.workspace.session
        self._show_centre(session is not None and not self._welcome_wanted)
        actions = self.actions_by_id
        actions.enable(
            ladder=session is not None,
            editable=session is not None and not session.read_only,
            entity=bool(self.tree.selected_addresses()),
        )
        for name, label in (
            ("undo", session.undo_label if session else ""),
            ("redo", session.redo_label if session else ""),
        ):
            action = actions[f"edit.{name}"]
            action.setEnabled(bool(label))
            action.setText(f"&{name.title()} {shown(label)}".rstrip())
        actions["go.back"].setEnabled(self.workspace.can_walk(-1))
        actions["go.forward"].setEnabled(self.workspace.can_walk(+1))
        self.setWindowTitle(_title(session))
        self.setWindowModified(session is not None and session.is_modified)

    @property
    def has_ladder(self) -> bool:
        """Whether a ladder is open."""
        return self._furnished and self.workspace.session is not None

    def show_welcome(self) -> None:
        """Show the welcome page over the open ladders, until a ladder is gone to."""
        self._welcome_wanted = True
        self._update()

    def show_form(self) -> None:
        """Leave the welcome page and go to the form."""
        self._leave_welcome()
        self.form.focus_first()

    def _greet(self) -> None:
        """Show the welcome page from now on while no ladder is open."""
        self._greets = True
        self._update()

    def _leave_welcome(self, *_: object) -> None:
        if self._welcome_wanted:
            self._welcome_wanted = False
            self._update()

    def _show_centre(self, ladder: bool) -> None:
        wanted = self.form if ladder else self.welcome
        if self._centre.currentWidget() is not wanted or not ladder:
            if not ladder and self._greets:
                self.welcome.show_links(*welcome_links(self))
            self._centre.setCurrentWidget(wanted)
        self._show_docks(ladder)

    def _show_docks(self, wanted: bool) -> None:
        """Put the docks away while the welcome page is shown, and back as they were."""
        if wanted and self._docks_hidden is not None:
            hidden, self._docks_hidden = self._docks_hidden, None
            for name in hidden:
                self.docks[name].show()
        elif not wanted and self._docks_hidden is None:
            self._docks_hidden = [n for n, d in self.docks.items() if not d.isHidden()]
            for name in self._docks_hidden:
                self.docks[name].hide()

    def show_dock(self, name: str) -> None:
        """Show a view at the side and go to it."""
        self._leave_welcome()
        dock = self.docks[name]
        dock.show()
        dock.raise_()
        view = dock.widget()
        (view.focusProxy() or view).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_dock(self, name: str) -> None:
        """Show a view at the side and go to it, or hide it if it is in sight."""
        dock = self.docks[name]
        if dock.isVisible() and not dock.visibleRegion().isEmpty():
            dock.hide()
        else:
            self.show_dock(name)

    def _dock_shown(self, name: str, shown: bool) -> None:
        action = self.actions_by_id[f"view.{name}"]
        if action.isCheckable():
            action.setChecked(shown)

    def renew_looks(self) -> None:
        """Draw everything in the colours and sizes now in force."""
        self.looks.apply()
        self.actions_by_id.show_scheme(self.looks.scheme)
        self.actions_by_id.renew_icons()
        renew_worn(self)
        if not self._furnished:
            return
        for view in (self.tree, self.form, self.page, self.source, self.problems, self.status):
            renew = getattr(view, "renew", None)
            if callable(renew):
                renew()
        self._update()

    # -- events -------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep undo and redo, and files that are dropped, from text fields."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return self.isActiveWindow()
        if event.type() in _DRAGS and isinstance(watched, QWidget) and watched is not self:
            return watched.window() is self and self._take_drag(event)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system when it turns light or dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ThemeChange and self.settings.scheme == "system":
            self.renew_looks()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take ladder files that are dragged onto the window."""
        self._take_drag(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files that were dropped."""
        self._take_drag(event)

    def _take_drag(self, event: QEvent) -> bool:
        """Take files wherever in the window they are dragged to; a text field would show them."""
        if not isinstance(event, QDropEvent) or not (paths := _files(event)):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:  # a question must not come up while one drags
            QTimer.singleShot(0, self, partial(self.opening.open_files, paths))
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes, remember the layout, stop work under way."""
        if not self._furnished:
            event.accept()
            return
        if not self.saving.may_quit():
            event.ignore()
            return
        self.remember()
        self.shut_down()
        event.accept()

    def shut_down(self) -> None:
        """Stop threads and let go of the open ladders, without asking."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.opening.cancel()
        self._threads.wait()
        self.sharing.stop()
        for session in self.workspace.sessions:
            session.close()

    # -- remembering --------------------------------------------------------------------------

    def remember(self) -> None:
        """Keep geometry, layout and open files for the next start."""
        self.settings.set_bytes("geometry", self.saveGeometry())
        self._show_docks(wanted=True)
        self.settings.set_bytes("layout", self.saveState(_LAYOUT_VERSION))
        paths = [s.path for s in self.workspace.sessions if s.path]
        self.settings.set_paths("open", paths)
        self.settings.sync()

    def restore_geometry(self) -> None:
        """Take up place and size of the last time, if there was one."""
        geometry = self.settings.bytes("geometry")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def restore_layout(self) -> None:
        """Take up the layout of the views of the last time, if there was one."""
        layout = self.settings.bytes("layout")
        if not layout.isEmpty():
            self.restoreState(layout, _LAYOUT_VERSION)
            if self.workspace.session is None:
                self._docks_hidden = None
                self._show_docks(wanted=False)

    def restore_files(self) -> None:
        """Open what was open at the end of the last time, as far as it is still there."""
        self.opening.open_files([p for p in self.settings.paths("open") if p.is_file()])


def _title(session: "Session | None") -> str:
    """Return the window's title, with Qt's mark for unsaved changes."""
    if session is None:
        return "Ladder Editor"
    name = session.name.replace("[*]", "[*][*]")  # else it were taken for the mark
    return f"{name}[*] — Ladder Editor{' (read-only)' if session.read_only else ''}"


def _files(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
