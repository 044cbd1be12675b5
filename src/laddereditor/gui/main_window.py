"""The main window: lays out the views and connects commands to their handlers."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolBar, QWidget

from laddereditor.gui.actions import Actions
from laddereditor.gui.appearance import Appearance
from laddereditor.gui.centre import Centre, CentrePage
from laddereditor.gui.focus_in_sight import scroll_to_focus
from laddereditor.gui.leaving import Leaving
from laddereditor.gui.program_window import ProgramWindow
from laddereditor.gui.remembering import remember
from laddereditor.gui.settings import Settings
from laddereditor.gui.theme import current_theme
from laddereditor.gui.unexpected.guard import attempt
from laddereditor.gui.view_protocols import Situated
from laddereditor.model.address import Address
from laddereditor.presentation.commands.targets import Targets

if TYPE_CHECKING:
    from laddereditor.gui.changes.view import ChangesView
    from laddereditor.gui.compare.view import CompareView
    from laddereditor.gui.matrix.view import MatrixView
    from laddereditor.gui.welcome import WelcomePage
    from laddereditor.model.ladder import Ladder
    from laddereditor.presentation.asking import Asker
    from laddereditor.session.jobs import Jobs

# Commands in the tree's menu of families, profiles and levels.
_ON_SEVERAL = ("compare.next", "compare.track", "compare.selected", "edit.add_to_all")


class MainWindow(ProgramWindow):
    """One window with the ladders that are open in it.

    It is created in two steps, so that it is visible early: first menus and toolbar, which need
    little of Qt; then, by `finish_startup`, the views and what they use.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        asker: "Asker | None" = None,
        jobs: "Jobs | None" = None,
        enable_welcome: bool = True,
    ) -> None:
        """Create what is shown first; without `greet` the middle is empty until a file is read."""
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Ladder Editor")
        self.settings = settings
        self.appearance = Appearance(settings)
        self.actions_by_id = Actions(self)
        self._given = asker, jobs
        self._is_ready = False
        self._welcome_wanted = False
        self._may_welcome = enable_welcome
        self._leaving = Leaving(self)
        self._page = "form"  # of the middle, while a ladder is shown
        self.centre = Centre(self)
        self.setCentralWidget(self.centre)
        self._make_menus()
        self.resize(1280, 800)

    # -- building -----------------------------------------------------------------------------

    def _make_menus(self) -> None:
        size = current_theme().toolbar_icon
        self._toolbar = QToolBar("Toolbar", self)
        self._toolbar.setObjectName("toolbar")
        self._toolbar.setMovable(False)
        self._toolbar.setIconSize(QSize(size, size))
        self.actions_by_id.fill_toolbar(self._toolbar)
        self.addToolBar(self._toolbar)
        self.actions_by_id.show_menus(self.menuBar())

    def enable_welcome(self) -> None:
        """Show the welcome page from now on while no ladder is open."""
        self._may_welcome = True
        self._update()

    def finish_startup(self) -> None:
        """Add the views, and connect the commands; a second call does nothing."""
        if self._is_ready:
            return
        from laddereditor.gui.closing import Closing
        from laddereditor.gui.dialogs import DialogAsker
        from laddereditor.gui.edit_notices import EditNotices
        from laddereditor.gui.export.exporting import Exporting
        from laddereditor.gui.importing import Importing
        from laddereditor.gui.jobs import DISK_THREADS, ThreadJobs
        from laddereditor.gui.opening import Opening
        from laddereditor.gui.saving import Saving
        from laddereditor.gui.sharing.sharing import Sharing, SharingLinks
        from laddereditor.gui.welcome_links import connect_file_menus
        from laddereditor.gui.window_events import WindowEvents
        from laddereditor.gui.workspace import Workspace

        asker, jobs = self._given
        self.asker: Asker = asker or DialogAsker(self)
        self._threads = ThreadJobs(self)
        self.jobs: Jobs = jobs or self._threads
        self._disk_threads = ThreadJobs(self, DISK_THREADS)
        self.disk_jobs: Jobs = jobs or self._disk_threads
        self.workspace = Workspace(self)
        self.workspace.disk = self.disk_jobs
        self.opening = Opening(self.workspace, lambda: self.asker, self.jobs, self.settings, self)
        self.importing = Importing(
            self.workspace, lambda: self.asker, self.jobs, self.opening, self._look_through
        )
        self.saving = Saving(self.workspace, lambda: self.asker, self.disk_jobs, self.settings)
        self.closing = Closing(self.workspace, lambda: self.asker, self.saving)
        self.exporting = Exporting(self.workspace, lambda: self.asker, self._shown_views, self)
        self._make_views()
        self._make_bars()
        links = SharingLinks(self.form.focus_first, self._settle)
        self.sharing = Sharing(self, lambda: self.asker, links)
        self.centre.put_above(self.sharing.area)
        self.edit_notices = EditNotices(
            self.workspace, self.sharing.notices, lambda: self.asker, self
        )
        self.recent_menu = QMenu("Open &recent", self)
        self.samples_menu = QMenu("Open a sam&ple", self)
        self.actions_by_id.fill_menus(
            {"file.open": self.recent_menu, "file.paste_page": self.samples_menu}
        )
        self.actions_by_id.refresh_icons()
        connect_file_menus(self.recent_menu, self.samples_menu, self.settings, self.opening)
        self._connect_commands()
        self._listen()
        self._events = WindowEvents(self, self.opening.open_files, self.follow_system_looks)
        self._is_ready = True
        self._update()

    def _connect_commands(self) -> None:
        from laddereditor.gui.copy_merge import CopyMerging
        from laddereditor.gui.help import Help
        from laddereditor.gui.versions.publishing import Publishing
        from laddereditor.gui.versions.wiring import VersionsLinks
        from laddereditor.gui.windows import AllWindows

        actions, workspace = self.actions_by_id, self.workspace

        def ask() -> "Asker":
            return self.asker

        publishing = Publishing(workspace, ask, self.disk_jobs, self.saving, self)
        VersionsLinks(workspace, self.opening, self.jobs, self.compare).connect(
            self.versions, publishing, actions["file.publish"].trigger
        )
        actions.connect_targets(
            Targets(
                asker=self.asker,
                trail=workspace,
                opening=self.opening,
                saving=self.saving,
                closing=self.closing,
                importing=self.importing,
                exporting=self.exporting,
                backups=self.sharing.backups,
                publishing=publishing,
                copies=CopyMerging(
                    workspace,
                    ask,
                    lambda: self.opening.folder,
                    self.changes,
                    self.edit_notices.tell,
                ),
                tree=self.tree,
                problems=self.problems,
                tabs=self.tabs,
                pages=self,
                program=AllWindows(self),
                help=Help(actions, self),
            )
        )
        actions.give_to_tree(self.tree)
        self.tree.further_actions = [actions[name] for name in _ON_SEVERAL]

    def _shown_views(self) -> list[QWidget]:
        """Return the views that were shown so far; the active view comes first."""
        made = self.centre.made
        front = self.page if self.page.hasFocus() else made.get(self.centre.current, self.page)
        front = self.page if front is self.form else front
        return list(dict.fromkeys([front, self.page, *made.values()]))

    def _look_through(self, imported: "Ladder", name: str) -> None:
        self.changes().review_import(imported, name)

    def _settle(self, *merge: Any) -> None:
        self.changes().resolve_merge(*merge)

    def further_window(self) -> ProgramWindow:
        """Return another, empty window with the same dialogs, jobs and settings; not shown yet."""
        asker, jobs = self._given
        window = MainWindow(self.settings, asker=asker, jobs=jobs)
        window.setWindowIcon(self.windowIcon())
        window.finish_startup()
        window.workspace.locale = self.workspace.locale
        if self.sharing.around is not None:
            window.sharing.start(self.sharing.around)
        return window

    def keep_now(self, patience: float) -> bool:
        """Write unsaved work to its recoveries, within seconds; return whether that was done."""
        recoveries = self.sharing.recoveries
        return recoveries is not None and recoveries.keep_now(patience)

    def _make_views(self) -> None:
        from laddereditor.gui.centre_pages import PageParts, centre_pages
        from laddereditor.gui.docks import Docks
        from laddereditor.gui.forms.view import FormView
        from laddereditor.gui.page_view import PageView
        from laddereditor.gui.problems.panel import ProblemsPanel
        from laddereditor.gui.source_view import SourcePanel
        from laddereditor.gui.tree.panel import TreePanel
        from laddereditor.gui.versions.panel import VersionsPanel

        self.tree = TreePanel(self.workspace, self.asker, self)
        self.form = FormView(self.workspace, self.asker, self)
        self.page = PageView(self.workspace, self)
        self.page.selected = self.tree.selected_addresses
        self.source = SourcePanel(self.workspace, self)
        self.problems = ProblemsPanel(self.workspace, self.asker, self)
        self.versions = VersionsPanel(self.workspace, self.asker, self.disk_jobs, self)
        views = {
            "tree": self.tree,
            "page": self.page,
            "source": self.source,
            "problems": self.problems,
            "versions": self.versions,
        }
        self.docks = Docks(self, views, self._dock_shown)
        parts = PageParts(
            self.workspace,
            self.asker,
            self.jobs,
            self.form,
            self,
            self.show_field,
            self.run_command,
            self.show_commands,
        )
        self.centre.offer(centre_pages(parts))

    def _make_bars(self) -> None:
        from laddereditor.gui.ladder_tabs import LadderTabs
        from laddereditor.gui.status import StatusBar
        from laddereditor.gui.tree.add_menu import give_add_menu

        add = self._toolbar.widgetForAction(self.actions_by_id["edit.add"])
        give_add_menu(add, self.tree.add_menu)
        self.addToolBarBreak()
        self.tabs = LadderTabs(self.workspace, self.closing.close, self)
        self.addToolBar(self.tabs)
        self.status = StatusBar(self.workspace, self)
        self.setStatusBar(self.status)

    def _listen(self) -> None:
        self.workspace.flush_requested.connect(self.form.flush)
        self.workspace.session_changed.connect(self._leave_welcome)
        self.workspace.session_changed.connect(self._update)
        self.workspace.changed.connect(self._update)
        self.workspace.refused_texts.changed.connect(self._update)
        self.workspace.address_changed.connect(self._address_shown)
        self.tree.form_wanted.connect(self.show_form)
        self.tree.selection_changed.connect(self._show_selected)
        self.tree.selection_changed.connect(self.show_commands)
        self.form.command_wanted.connect(self.run_command)
        self.form.section_bar.section_shown.connect(self.page.follow)
        self.page.field_wanted.connect(self._go_to_field)
        self.page.focused.connect(self.show_commands)
        self.versions.changes_wanted.connect(lambda *then: self.changes().show_since(*then))
        self.versions.between_wanted.connect(lambda *both: self.changes().show_between(*both))
        self.centre.wanted.connect(self.show_page)
        self.centre.page_changed.connect(self.show_commands)
        self.opening.started.connect(self.status.reading.begin)
        self.opening.progressed.connect(self.status.reading.report)
        self.opening.ended.connect(self.status.reading.hide)
        self.opening.ended.connect(self.enable_welcome)
        self.workspace.opened.connect(self._give_keys_to_the_tree)
        self.status.reading.cancelled.connect(self.opening.cancel)
        self.saving.writing.begun.connect(self._show_writing)
        self.saving.writing.ended.connect(self._show_writing)
        self.status.problems_wanted.connect(partial(self.show_dock, "problems"))

    def _give_keys_to_the_tree(self, _: object) -> None:
        """Give the tree the focus when the first ladder is opened; nothing is typed before that."""
        if len(self.workspace.sessions) == 1:
            self.tree.focus_tree()

    def _show_writing(self, *_: object) -> None:
        self.status.writing.show_work(self.saving.writing.under_way)

    # -- state --------------------------------------------------------------------------------

    def _update(self, *_: object) -> None:
        """Update title, marks and commands for what is open."""
        if not self._is_ready:
            self._show_welcome()
            return
        from laddereditor.presentation.window_title import window_title

        session = self.workspace.session
        self._show_centre(session is not None and not self._welcome_wanted)
        if session is not None and session.report is not None:
            self.docks.set_empty("problems", not self.problems.has_findings)
        self.show_commands()
        self.setWindowTitle(window_title(session))
        self.setWindowModified(session is not None and session.is_modified)

    def show_commands(self, *_: object) -> None:
        """Show which commands can be used now."""
        now = replace(
            self.workspace.situation(),
            selected=len(self.tree.selected_addresses()),
            printed=self.exporting.front_words(),
            scheme=self.appearance.scheme,
            panels=self.actions_by_id.now.panels,
        )
        front = self.centre.made.get(self.centre.current)
        self.actions_by_id.show(front.situation(now) if isinstance(front, Situated) else now)

    def run_command(self, command_id: str) -> None:
        """Carry out a command, if it can be used now."""
        self.actions_by_id[command_id].trigger()

    @property
    def has_ladder(self) -> bool:
        """Whether a ladder is open."""
        return self._is_ready and self.workspace.session is not None

    @property
    def welcome(self) -> "WelcomePage":
        """The page of the first start."""
        if "welcome" not in self.centre.made:
            from laddereditor.gui.welcome import WelcomePage

            self.centre.offer([CentrePage("welcome", "", WelcomePage)])
        return cast("WelcomePage", self.centre.page("welcome"))

    def show_welcome(self) -> None:
        """Show the welcome page over the open ladders, until the person goes to one."""
        self._welcome_wanted = True
        self._update()

    def show_page(self, name: str) -> QWidget:
        """Show a page of the middle: form, matrix, compare …; returns it."""
        self._page = name
        self._welcome_wanted = False
        self._update()
        page = self.centre.page(name)
        if self.centre.current == name:
            page.setFocus()
        return page

    def compare(self) -> "CompareView":
        """Show Compare; returns it."""
        return cast("CompareView", self.show_page("compare"))

    def matrix(self) -> "MatrixView":
        """Show the matrix; returns it."""
        return cast("MatrixView", self.show_page("matrix"))

    def changes(self) -> "ChangesView":
        """Show what changed; returns the view."""
        return cast("ChangesView", self.show_page("changes"))

    def step_section(self, by: int) -> None:
        """Go to the next or previous section of the form."""
        if self.centre.current != "form":
            self.show_page("form")
        self.form.section_bar.step(by)

    def show_form(self) -> None:
        """Go to the form, from another page or from the welcome page."""
        self.show_page("form")
        self.form.focus_first()

    def show_field(self, address: Address, field: str) -> None:
        """Go to an entity's form and, with a field, to that."""
        self.show_page("form")
        self.workspace.go_to(address, field)

    def _go_to_field(self, field: str) -> None:
        """Go to a field of the entity shown, or with "" to the first one."""
        if field:
            self.show_field(self.workspace.address, field)
        else:
            self.show_form()

    def _show_selected(self) -> None:
        self.form.show_selected(self.tree.selected_addresses())

    def _address_shown(self, _address: Address, field: str) -> None:
        if field:  # the form shows fields
            self._page = "form"
        self._leave_welcome()
        self._update()

    def _leave_welcome(self, *_: object) -> None:
        if self._welcome_wanted:
            self._welcome_wanted = False
            self._update()

    def _show_centre(self, ladder: bool) -> None:
        if ladder:
            self.centre.show_page(self._page)
            self.docks.arrange("some" if self._page == "form" else "much")
            self.docks.share_width()
        else:
            self._show_welcome()
            self.docks.arrange("all")

    def _show_welcome(self) -> None:
        if self._may_welcome:
            from laddereditor.gui.welcome_links import welcome_links

            back = self.show_form if self.has_ladder else None
            links = welcome_links(self.actions_by_id, self.settings, lambda: self.opening, back)
            self.welcome.show_links(*links)
            self.centre.show_page("welcome")

    def show_dock(self, name: str) -> None:
        """Show a view at the side and go to it."""
        self._leave_welcome()
        self.docks.show(name)

    def reset_layout(self) -> None:
        """Bring back places, sizes and choice of the docks as at the first start."""
        self.docks.reset()

    def toggle_dock(self, name: str) -> None:
        """Show a view at the side and go to it, or hide it if it is in view."""
        if self.docks.is_in_sight(name):
            self.docks[name].hide()
        else:
            self.show_dock(name)

    def _dock_shown(self, name: str, shown: bool) -> None:
        now = self.actions_by_id.now
        panels = now.panels | {name} if shown else now.panels - {name}
        self.actions_by_id.show(replace(now, panels=panels))

    def follow_system_looks(self) -> None:
        """Follow the system's light or dark colours, if that was chosen."""
        if self.settings.scheme == "system":
            self.refresh_appearance()

    def refresh_appearance(self) -> None:
        """Redraw everything in the current colours and sizes."""
        from laddereditor.gui.icons import refresh_icons

        self.appearance.apply()
        self.actions_by_id.refresh_icons()
        refresh_icons(self)
        if not self._is_ready:
            return
        sides = (
            *(self.tree, self.page, self.source, self.problems, self.versions),
            self.status,
        )
        for view in (*sides, *self.centre.made.values()):
            refresh = getattr(view, "refresh", None)
            if callable(refresh):
                refresh()
        self._update()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Move by Tab in the order on the screen, which includes what was made just now."""
        if self._is_ready:
            from laddereditor.gui.tab_order import chain, tab_stops

            sides = (self.page, self.source, self.problems, self.versions)
            shown = (self.tree, self.centre, *sides, self.status)
            chain([stop for part in shown if part.isVisible() for stop in tab_stops(part)])
        before = QApplication.focusWidget()
        moved = super().focusNextPrevChild(following)
        scroll_to_focus(before)
        return moved

    # -- the end ------------------------------------------------------------------------------

    def close_then(self, then: Callable[[], object]) -> None:
        """Close the window after asking, and after what is being saved; then call back."""
        self._leaving.close_then(then)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new width between form and page."""
        super().resizeEvent(event)
        if self._is_ready:
            self.docks.share_width()

    def showEvent(self, event: QShowEvent) -> None:
        """Divide the width between form and page as soon as it is known."""
        super().showEvent(event)
        if self._is_ready:
            self.docks.share_width()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes, wait for saves, remember the layout, stop all work."""
        if self._is_ready:
            if not self._leaving.may_close(self.closing.leave):
                event.ignore()
                return
            # The person has been asked: errors must not keep the window open now.
            attempt(partial(remember, self))
            attempt(self._release)
        event.accept()
        self._leaving.finish()

    def _release(self) -> None:
        """Stop all work and close the ladders, without waiting for disks that do not answer."""
        self._events.stop()
        self.opening.cancel()
        self.sharing.stop()
        self._threads.stop()
        self._disk_threads.stop()
        for session in self.workspace.sessions:
            session.close()

    def shut_down(self) -> None:
        """Close the ladders without asking, and wait until all work has ended."""
        self._release()
        self._threads.wait()
        self._disk_threads.wait()
        self.settings.wait()
