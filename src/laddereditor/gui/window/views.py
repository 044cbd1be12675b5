"""The views that a window has from its start: the form and those in the docks."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QWidget

from laddereditor.gui.comments.panel import CommentsPanel
from laddereditor.gui.forms.place_in_use import place_in_use
from laddereditor.gui.forms.view import FormView
from laddereditor.gui.panes.centre import Centre
from laddereditor.gui.preview.page_view import PageView
from laddereditor.gui.preview.source_view import SourcePanel
from laddereditor.gui.problems.panel import ProblemsPanel
from laddereditor.gui.tree.panel import TreePanel
from laddereditor.gui.versions.panel import VersionsPanel
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.session.jobs import Jobs


@dataclass(frozen=True, slots=True)
class WindowViews:
    """The views of one window; the other pages of the middle are made when they are shown."""

    tree: TreePanel
    form: FormView
    page: PageView
    source: SourcePanel
    comments: CommentsPanel
    problems: ProblemsPanel
    versions: VersionsPanel

    @property
    def docked(self) -> dict[str, QWidget]:
        """The views at the sides, by the names of their docks."""
        return {
            "tree": self.tree,
            "page": self.page,
            "source": self.source,
            "comments": self.comments,
            "problems": self.problems,
            "versions": self.versions,
        }


def make_views(
    workspace: Workspace, dialogs: Dialogs, disk: Jobs, parent: QWidget, centre: QWidget
) -> WindowViews:
    """Return new views of a workspace.

    Args:
        workspace: What they show.
        dialogs: Asks the questions of the tree, the form and the panels.
        disk: Runs what may have to wait for a disk.
        parent: The parent of the views at the sides.
        centre: The parent of the form, which is in the middle.
    """
    tree = TreePanel(workspace, dialogs, parent)
    form = FormView(workspace, dialogs, centre)
    page = PageView(workspace, parent)
    page.selected = tree.selected_addresses
    comments = CommentsPanel(workspace, dialogs, parent)
    comments.place_in_form = lambda: place_in_use(form)
    return WindowViews(
        tree,
        form,
        page,
        SourcePanel(workspace, parent),
        comments,
        ProblemsPanel(workspace, dialogs, parent),
        VersionsPanel(workspace, dialogs, disk, parent),
    )


def shown_views(centre: Centre, views: WindowViews) -> list[QWidget]:
    """Return the views that were shown so far; the active view comes first."""
    made, page = centre.made, views.page
    listing = [one for one in (views.versions, views.problems) if one.isVisible()]
    front = focused_dock(views) or made.get(centre.current, page)
    front = page if front is views.form else front
    return list(dict.fromkeys([front, page, *made.values(), *listing]))


def focused_dock(views: WindowViews) -> QWidget | None:
    """Return the page or the list at a side in which the keyboard is, None for neither."""
    focus = QApplication.focusWidget()
    if focus is None:
        return None
    docks: tuple[QWidget, ...] = (views.page, views.versions, views.problems)
    return next((one for one in docks if one is focus or one.isAncestorOf(focus)), None)


def refresh_all(views: Iterable[QWidget]) -> None:
    """Redraw those views that draw in colours of their own."""
    for view in views:
        refresh = getattr(view, "refresh", None)
        if callable(refresh):
            refresh()
