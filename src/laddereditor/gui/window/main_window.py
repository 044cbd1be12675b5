"""The main window: lays out the views and connects commands to their handlers."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from laddereditor.gui.commands.actions import Actions
from laddereditor.gui.focus.in_sight import scroll_to_focus
from laddereditor.gui.panes.centre import Centre
from laddereditor.gui.program.program_window import ProgramWindow
from laddereditor.gui.program.remembering import remember
from laddereditor.gui.settings.appearance import Appearance
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.unexpected.guard import attempt
from laddereditor.gui.welcome.welcoming import Links, Welcoming
from laddereditor.gui.window.closing_window import Leaving
from laddereditor.presentation.commands.targets import Targets

if TYPE_CHECKING:
    from laddereditor.presentation.dialogs.protocol import Dialogs
    from laddereditor.session.jobs import Jobs

# Commands in the tree's menu of families, profiles and levels.
_ON_SEVERAL = (
    *("compare.next", "compare.below", "compare.track", "compare.selected", "compare.alike"),
    "edit.add_to_all",
)


class MainWindow(ProgramWindow):
    """One window with the ladders that are open in it.

    It is created in two steps, so that it is visible early: first menus and toolbar, which need
    little of Qt; then, by `finish_startup`, the views and what they use.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        dialogs: "Dialogs | None" = None,
        jobs: "Jobs | None" = None,
        enable_welcome: bool = True,
    ) -> None:
        """Create what is shown first; the middle stays empty until `enable_welcome` or a file.

        Args:
            settings: The settings of the person.
            dialogs: Asks the person, by default in dialogs; tests answer directly.
            jobs: Runs what takes long, by default in threads; tests run it at once.
            enable_welcome: Whether the middle shows the welcome page when no ladder is open.
        """
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Ladder Editor")
        self.settings = settings
        self.appearance = Appearance(settings)
        self.actions_by_id = Actions(self)
        self._given = dialogs, jobs
        self._is_ready = False
        self._leaving = Leaving(self)
        self.centre = Centre(self)
        self.welcoming = Welcoming(self.centre, self._welcome_links, enabled=enable_welcome)
        self.setCentralWidget(self.centre)
        self._toolbar = self.actions_by_id.make_toolbar()
        self.addToolBar(self._toolbar)
        self.actions_by_id.show_menus(self.menuBar())
        self.resize(1280, 800)

    # -- building -----------------------------------------------------------------------------

    def enable_welcome(self) -> None:
        """Show the welcome page from now on while no ladder is open."""
        self.welcoming.is_enabled = True
        self._show_state()

    def finish_startup(self) -> None:
        """Add the views, and connect the commands; a second call does nothing."""
        if self._is_ready:
            return
        self._make_services()
        self._make_views()
        self._make_pages()
        self._make_bars()
        self._make_sharing()
        self._fill_menus()
        self._connect_commands()
        self._listen()
        self._is_ready = True
        self._show_state()

    def _make_services(self) -> None:
        from laddereditor.gui.jobs.window_jobs import window_jobs
        from laddereditor.gui.window.services import ServiceParts, make_services
        from laddereditor.gui.window.views import shown_views
        from laddereditor.gui.window.window_dialogs import WindowDialogs
        from laddereditor.gui.workspace.workspace import Workspace

        dialogs, jobs = self._given
        self.dialogs: Dialogs = dialogs or WindowDialogs(self)
        self._work = work = window_jobs(jobs, self)
        self.jobs, self.disk_jobs = work.computing, work.disk
        self.workspace = Workspace(self)
        self.workspace.disk, self.workspace.computing = work.disk, work.computing
        parts = ServiceParts(
            workspace=self.workspace,
            dialogs=self._get_dialogs,
            work=work,
            settings=self.settings,
            parent=self,
            shown_views=lambda: shown_views(self.centre, self.views),
            review=lambda *page: self.pages.changes().review_import(*page),
            show_mapping=lambda work: self.pages.mapping().begin(work),
        )
        self._services = services = make_services(parts)
        self.opening, self.importing = services.opening, services.importing
        self.saving, self.closing = services.saving, services.closing
        self.exporting = services.exporting
        self.fill_ins, self.assessments = services.fill_ins, services.assessments

    def _get_dialogs(self) -> "Dialogs":
        return self.dialogs

    def _make_views(self) -> None:
        from laddereditor.gui.window.views import make_views

        self.views = views = make_views(
            self.workspace, self.dialogs, self.disk_jobs, self, self.centre.page_parent
        )
        self.tree, self.form, self.page = views.tree, views.form, views.page
        self.source, self.problems, self.versions = views.source, views.problems, views.versions

    def _make_pages(self) -> None:
        from laddereditor.gui.panes.docks import Docks
        from laddereditor.gui.window.centre_pages import PageParts, centre_pages
        from laddereditor.gui.window.pages import Pages
        from laddereditor.gui.window.usable_commands import UsableCommands
        from laddereditor.gui.window.window_state import WindowState

        workspace, centre, actions = self.workspace, self.centre, self.actions_by_id
        commands = UsableCommands(
            actions, self.settings, workspace, self.tree, self.exporting, centre
        )
        self.docks = docks = Docks(self, self.views.docked, actions.show_panel)
        self.pages = pages = Pages(workspace, centre, docks, self.form, self._show_state)
        self._state = WindowState(
            self, workspace, pages, docks, self.problems, self.welcoming, commands.show
        )
        parts = PageParts(
            workspace,
            self.dialogs,
            self.jobs,
            self.form,
            self.centre.page_parent,
            pages.show_field,
            self.run_command,
            commands.show,
            self.importing,
            pages.leave_mapping,
            pages.end_import,
        )
        self.centre.offer(centre_pages(parts))

    def _make_bars(self) -> None:
        from laddereditor.gui.export.quick_menu import AT_ONCE, give_menu
        from laddereditor.gui.tree.add_menu import give_add_menu
        from laddereditor.gui.window.ladder_tabs import LadderTabs
        from laddereditor.gui.window.status import StatusBar

        add = self._toolbar.widgetForAction(self.actions_by_id["edit.add"])
        give_add_menu(add, self.tree.add_menu)
        export = self._toolbar.widgetForAction(self.actions_by_id["file.export"])
        give_menu(export, [self.actions_by_id[one] for one in AT_ONCE])
        self.addToolBarBreak()
        self.tabs = LadderTabs(self.workspace, self.closing.close, self)
        self.addToolBar(self.tabs)
        self.status = StatusBar(self.workspace, self)
        self.setStatusBar(self.status)

    def _make_sharing(self) -> None:
        from laddereditor.gui.sharing.sharing import Sharing, SharingLinks
        from laddereditor.gui.window.edit_notices import EditNotices

        links = SharingLinks(self.form.focus_first, self._resolve_merge)
        self.sharing = Sharing(self, self._get_dialogs, links)
        self.centre.put_above(self.sharing.area)
        self.edit_notices = EditNotices(
            self.workspace, self.sharing.notices, self._get_dialogs, self
        )

    def _fill_menus(self) -> None:
        from laddereditor.gui.welcome.links import file_menus

        self.recent_menu, self.samples_menu = file_menus(self.settings, self.opening, self)
        self.actions_by_id.fill_menus(
            {"file.open_folder": self.recent_menu, "file.paste_page": self.samples_menu}
        )
        self.actions_by_id.refresh_icons()

    def _connect_commands(self) -> None:
        from laddereditor.gui.program.windows import AllWindows
        from laddereditor.gui.sharing.base_ladder import BaseLadders
        from laddereditor.gui.sharing.copy_merge import CopyMerging
        from laddereditor.gui.window.help import Help

        actions, workspace = self.actions_by_id, self.workspace
        folder, show_notices = lambda: self.opening.folder, self.edit_notices.show
        targets = Targets(
            dialogs=self.dialogs,
            trail=workspace,
            opening=self.opening,
            saving=self.saving,
            closing=self.closing,
            importing=self.importing,
            exporting=self.exporting,
            fill_ins=self.fill_ins,
            assessments=self.assessments,
            overviews=self._services.overviews,
            backups=self.sharing.backups,
            publishing=self._services.publishing,
            copies=CopyMerging(
                workspace, self._get_dialogs, folder, self.pages.changes, show_notices
            ),
            bases=BaseLadders(workspace, self._get_dialogs, self.opening, self.pages.changes),
            tree=self.tree,
            problems=self.problems,
            comments=self.views.comments,
            tabs=self.tabs,
            pages=self.pages,
            program=AllWindows(self),
            help=Help(actions, self),
        )
        actions.connect_targets(targets)
        actions.give_to_tree(self.tree)
        self.tree.further_actions = [actions[name] for name in _ON_SEVERAL]

    def _listen(self) -> None:
        from laddereditor.gui.versions.wiring import VersionsLinks
        from laddereditor.gui.window import wiring
        from laddereditor.gui.window.events import WindowEvents

        workspace, show_commands = self.workspace, self._state.show_commands
        wiring.connect_going(self.views, workspace, self.pages)
        wiring.connect_commands(self.views, show_commands, self.run_command)
        wiring.connect_status(self.status, self.opening, self.saving, self.pages)
        links = VersionsLinks(workspace, self.opening, self.jobs, self.pages.compare)
        publish = self.actions_by_id["file.publish"].trigger
        links.connect(self.versions, self._services.publishing, publish)
        wiring.give_keys_to_the_tree(self.views, workspace)
        wiring.lead_into_new_ladders(self.opening, self.views, self.pages)
        wiring.connect_state(workspace, self._state, self.pages)
        self.centre.wanted.connect(self.pages.show_page)
        self.centre.page_changed.connect(show_commands)
        self.opening.ended.connect(self.enable_welcome)
        self._events = WindowEvents(
            self,
            self.opening.open_files,
            self.follow_system_looks,
            lambda: self.centre.made.get(self.centre.current),
        )

    def _resolve_merge(self, *merge: Any) -> None:
        self.pages.changes().resolve_merge(*merge)

    def further_window(self) -> ProgramWindow:
        """Return another, empty window with the same dialogs, jobs and settings; not shown yet."""
        dialogs, jobs = self._given
        window = MainWindow(self.settings, dialogs=dialogs, jobs=jobs)
        window.setWindowIcon(self.windowIcon())
        window.finish_startup()
        window.workspace.locale = self.workspace.locale
        if self.sharing.context is not None:
            window.sharing.start(self.sharing.context)
        return window

    def keep_now(self, patience: float) -> bool:
        """Write unsaved work to its recoveries, within seconds; return whether that was done."""
        recoveries = self.sharing.recoveries
        return recoveries is not None and recoveries.keep_now(patience)

    # -- state --------------------------------------------------------------------------------

    def _show_state(self) -> None:
        """Show what is open: the welcome page alone until there are views."""
        if self._is_ready:
            self._state.show()
        else:
            self.welcoming.show()

    def run_command(self, command_id: str) -> None:
        """Carry out a command, if it can be used now."""
        self.actions_by_id[command_id].trigger()

    @property
    def has_ladder(self) -> bool:
        """Whether a ladder is open."""
        return self._is_ready and self.workspace.session is not None

    def _welcome_links(self) -> "Links":
        from laddereditor.gui.welcome.links import welcome_links

        back = self.pages.show_form if self.has_ladder else None
        return welcome_links(self.actions_by_id, self.settings, lambda: self.opening, back)

    def follow_system_looks(self) -> None:
        """Follow the system's light or dark colours, if that was chosen."""
        if self.settings.scheme == "system":
            self.refresh_appearance()

    def refresh_appearance(self) -> None:
        """Redraw everything in the current colours and sizes."""
        from laddereditor.gui.look.icons import refresh_icons

        self.appearance.apply()
        self.actions_by_id.refresh_icons()
        refresh_icons(self)
        if self._is_ready:
            from laddereditor.gui.window.views import refresh_all

            views = self.views.docked.values()
            refresh_all([*views, self.status, *self.centre.made.values()])
            self._show_state()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Move by Tab in the order on the screen, which includes what was made just now.

        Qt calls this too when what had the keyboard is hidden. With a panel, it goes to the page.
        """
        before = QApplication.focusWidget()
        if self._is_ready and before is not None and self.docks.hides(before):
            self.pages.focus_page()
            return True
        if self._is_ready:
            from laddereditor.gui.focus.tab_order import chain_parts

            comments = self.views.comments
            sides = (self.page, self.source, comments, self.problems, self.versions)
            chain_parts((self.tree, self.centre, *sides, self.status))
        moved = super().focusNextPrevChild(following)
        scroll_to_focus(before)
        return moved

    # -- the end ------------------------------------------------------------------------------

    def close_then(self, then: Callable[[], object]) -> None:
        """Close the window after asking, and after what is being saved; then call back."""
        self._leaving.close_then(then)

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
        self._work.stop()
        for session in self.workspace.sessions:
            session.close()

    def shut_down(self) -> None:
        """Close the ladders without asking, and wait until all work has ended."""
        self._release()
        self._work.wait()
        self.settings.wait()
