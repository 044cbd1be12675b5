"""Keeps a window in line with what is open: its page, its docks, its commands, its title."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QMainWindow

from laddereditor.gui.panes.docks import Docks
from laddereditor.gui.problems.panel import ProblemsPanel
from laddereditor.gui.welcome.welcoming import Welcoming
from laddereditor.gui.window.pages import Pages
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.window.window_title import window_title


@dataclass(frozen=True, eq=False)  # Qt refers weakly to what listens
class WindowState:
    """A window, what is open in it, and the parts that show that."""

    window: QMainWindow
    workspace: Workspace
    pages: Pages
    docks: Docks
    problems: ProblemsPanel
    welcoming: Welcoming
    show_commands: Callable[[], object]

    def show(self, *_: object) -> None:
        """Show the page that is wanted, with its docks, and everything that an edit changes."""
        is_open = self.workspace.session is not None or self.pages.needs_no_ladder
        if is_open and not self.pages.is_welcome_wanted:
            self.pages.show_ladder()
        else:
            self.welcoming.show()
            self.docks.arrange("all")
        self.follow_edit()

    def follow_edit(self, *_: object) -> None:
        """Show what an edit, a save or a check changes outside the views."""
        session = self.workspace.session
        if session is not None and session.report is not None:
            self.docks.set_empty("problems", not self.problems.has_findings)
        self.show_commands()
        self.show_title()

    def show_title(self, *_: object) -> None:
        """Show the name of the ladder, which depends on the others that are open."""
        session = self.workspace.session
        self.window.setWindowTitle(window_title(session, self.workspace.name_of(session)))
        self.window.setWindowModified(session is not None and session.is_modified)
