"""Connects the signals of a window's views, one function for each area."""

from collections.abc import Callable

from laddereditor.gui.files.opening import Opening
from laddereditor.gui.files.saving import Saving
from laddereditor.gui.window.dock_focus import DockFocus
from laddereditor.gui.window.pages import Pages
from laddereditor.gui.window.status import StatusBar
from laddereditor.gui.window.views import WindowViews
from laddereditor.gui.window.window_state import WindowState
from laddereditor.gui.workspace.workspace import Workspace


def connect_going(views: WindowViews, workspace: Workspace, pages: Pages) -> None:
    """Let the views lead to pages, and the pages follow the views."""
    tree, form, page = views.tree, views.form, views.page
    workspace.flush_requested.connect(form.flush)
    workspace.address_changed.connect(pages.follow_address)
    workspace.several_wanted.connect(lambda _: pages.show_form())  # the tree has selected them
    tree.form_wanted.connect(pages.show_form)
    tree.selection_changed.connect(lambda: form.show_selected(tree.selected_addresses()))
    form.section_bar.section_shown.connect(page.follow)
    page.field_wanted.connect(pages.show_own_field)
    views.versions.changes_wanted.connect(lambda *then: pages.changes().show_since(*then))
    views.versions.between_wanted.connect(lambda *both: pages.changes().show_between(*both))


def connect_state(workspace: Workspace, state: WindowState, pages: Pages) -> None:
    """Let the window follow what is open, shown, edited and refused."""
    workspace.session_changed.connect(pages.forget_welcome)
    workspace.opened.connect(pages.leave_mapping)
    workspace.session_changed.connect(state.show)
    workspace.address_changed.connect(state.show_commands)
    for edited in (workspace.changed, workspace.refused_texts.changed):
        edited.connect(state.follow_edit)
    for marked in (workspace.closed, workspace.marks_changed):
        marked.connect(state.show_title)


def connect_status(status: StatusBar, opening: Opening, saving: Saving, pages: Pages) -> None:
    """Let the status bar show what is read and written, and lead to the problems."""

    def show_writing(*_: object) -> None:
        status.writing.show_work(saving.writing.running)

    opening.started.connect(status.reading.begin)
    opening.progressed.connect(status.reading.report)
    opening.ended.connect(status.reading.hide)
    status.reading.cancelled.connect(opening.cancel)
    saving.writing.begun.connect(show_writing)
    saving.writing.written.connect(show_writing)
    status.problems_wanted.connect(lambda: pages.show_dock("problems"))


def connect_commands(
    views: WindowViews, show: Callable[[], object], run: Callable[[str], object]
) -> None:
    """Let the views carry out commands (`run`), and update which can be used (`show`)."""
    views.tree.selection_changed.connect(show)
    DockFocus(views, views.page).moved.connect(show)
    views.form.command_wanted.connect(run)


def give_keys_to_the_tree(views: WindowViews, workspace: Workspace) -> None:
    """Give the tree the focus when the first ladder is opened; nothing is typed before that."""

    def give(_: object) -> None:
        if len(workspace.sessions) == 1:
            views.tree.focus_tree()

    workspace.opened.connect(give)


def lead_into_new_ladders(opening: Opening, views: WindowViews, pages: Pages) -> None:
    """Begin a ladder without a file in its form: other pages have nothing to show of it yet."""

    def lead() -> None:
        pages.show_page("form")
        views.tree.focus_tree()

    opening.created.connect(lead)
