"""The pages of the middle for an open ladder; each is imported when it is first shown."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from laddereditor.gui.centre import CentrePage

if TYPE_CHECKING:
    from laddereditor.gui.main_window import MainWindow


def centre_pages(window: "MainWindow") -> tuple[CentrePage, ...]:
    """Return the pages in the order of their tabs."""
    return (
        CentrePage("form", "Form", lambda: window.form, "Edit the selected entry (Ctrl+2)"),
        CentrePage(
            "matrix", "Matrix", lambda: _matrix(window), "A family with its levels across (Ctrl+6)"
        ),
        CentrePage("compare", "Compare", lambda: _compare(window), "Levels side by side (Ctrl+7)"),
        CentrePage("changes", "Changes", lambda: _changes(window), "What changed (Ctrl+8)"),
    )


def _matrix(window: "MainWindow") -> QWidget:
    from laddereditor.gui.forms.field_in_use import field_in_use
    from laddereditor.gui.matrix.view import MatrixView

    view = MatrixView(window.workspace, window, field_in_use=lambda: field_in_use(window.form))
    view.go_wanted.connect(window.show_field)
    return view


def _compare(window: "MainWindow") -> QWidget:
    from laddereditor.gui.compare.view import CompareView

    view = CompareView(window.workspace, window.asker, window)
    view.go_wanted.connect(window.show_field)
    view.command_wanted.connect(window.run_command)
    view.situation_changed.connect(window.show_commands)
    return view


def _changes(window: "MainWindow") -> QWidget:
    from laddereditor.gui.changes.view import ChangesView

    view = ChangesView(window.workspace, window.asker, window.jobs, window)
    view.go_wanted.connect(window.show_field)
    return view
