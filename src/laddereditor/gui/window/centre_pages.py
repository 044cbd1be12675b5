"""The pages of the middle for an open ladder; each is imported when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from laddereditor.gui.panes.centre import CentrePage

if TYPE_CHECKING:
    from laddereditor.gui.files.importing import Importing
    from laddereditor.gui.forms.view import FormView
    from laddereditor.gui.workspace.workspace import Workspace
    from laddereditor.model.address import Address, FieldPath
    from laddereditor.presentation.dialogs.protocol import Dialogs
    from laddereditor.session.jobs import Jobs


@dataclass(frozen=True, slots=True)
class PageParts:
    """What the pages are made with."""

    workspace: "Workspace"
    dialogs: "Dialogs"
    jobs: "Jobs"
    form: "FormView"
    parent: QWidget
    show_field: "Callable[[Address, FieldPath], object]"  # goes to the form
    run_command: Callable[[str], object]
    show_commands: Callable[[], object]  # what a page's state has an effect on
    importing: "Importing"  # takes what was mapped
    leave_mapping: Callable[[], object]
    end_import: Callable[[str], object]  # of a name, of which nothing is left to take


def centre_pages(parts: PageParts) -> tuple[CentrePage, ...]:
    """Return the pages in the order of their tabs."""
    return (
        CentrePage("form", "Form", lambda: parts.form, "Edit the selected entry (Ctrl+2)"),
        CentrePage(
            "matrix", "Matrix", lambda: _matrix(parts), "A family with its levels across (Ctrl+6)"
        ),
        CentrePage("compare", "Compare", lambda: _compare(parts), "Levels side by side (Ctrl+7)"),
        CentrePage(
            "equivalents",
            "Equivalents",
            lambda: _equivalents(parts),
            "What other schemes have for each level and family (Shift+F9)",
        ),
        CentrePage("changes", "Changes", lambda: _changes(parts), "What changed (Ctrl+8)"),
        CentrePage(
            "titles",
            "Titles",
            lambda: _titles(parts),
            "A list of job titles finds its profiles (Shift+F12)",
        ),
        CentrePage("mapping", "", lambda: _mapping(parts)),
    )


def _matrix(parts: PageParts) -> QWidget:
    from laddereditor.gui.forms.field_in_use import field_in_use
    from laddereditor.gui.matrix.view import MatrixView

    view = MatrixView(parts.workspace, parts.parent, field_in_use=lambda: field_in_use(parts.form))
    view.go_wanted.connect(parts.show_field)
    view.command_wanted.connect(parts.run_command)
    view.situation_changed.connect(parts.show_commands)
    return view


def _compare(parts: PageParts) -> QWidget:
    from laddereditor.gui.compare.view import CompareView

    view = CompareView(parts.workspace, parts.dialogs, parts.parent)
    view.go_wanted.connect(parts.show_field)
    view.command_wanted.connect(parts.run_command)
    view.situation_changed.connect(parts.show_commands)
    return view


def _equivalents(parts: PageParts) -> QWidget:
    from laddereditor.gui.equivalents.view import EquivalentsView

    view = EquivalentsView(parts.workspace, parts.dialogs, parts.parent)
    view.go_wanted.connect(parts.show_field)
    return view


def _changes(parts: PageParts) -> QWidget:
    from laddereditor.gui.changes.view import ChangesView

    view = ChangesView(parts.workspace, parts.dialogs, parts.jobs, parts.parent)
    view.go_wanted.connect(parts.show_field)
    view.all_taken.connect(parts.end_import)
    return view


def _titles(parts: PageParts) -> QWidget:
    from laddereditor.gui.titles.view import TitlesView

    return TitlesView(parts.workspace, parts.dialogs, parts.parent)


def _mapping(parts: PageParts) -> QWidget:
    from laddereditor.gui.mapping.view import MappingView

    view = MappingView(parts.workspace, parts.dialogs, parts.parent)
    view.open_wanted.connect(parts.importing.open_mapped)
    view.add_wanted.connect(parts.importing.review_mapped)
    view.ended.connect(parts.leave_mapping)
    view.situation_changed.connect(parts.show_commands)
    return view
