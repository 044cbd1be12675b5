"""Goes to the pages of the middle and the docks of a window, and knows which is to be shown."""

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication, QWidget

from laddereditor.gui.forms.view import FormView
from laddereditor.gui.panes.centre import Centre
from laddereditor.gui.panes.docks import Docks, Room
from laddereditor.gui.panes.view_protocols import Searchable, Undoing
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath

if TYPE_CHECKING:
    from collections.abc import Callable

    from laddereditor.gui.changes.view import ChangesView
    from laddereditor.gui.compare.view import CompareView
    from laddereditor.gui.mapping.view import MappingView
    from laddereditor.gui.matrix.view import MatrixView
    from laddereditor.gui.titles.view import TitlesView


class Pages:
    """The pages and docks of one window, once its views exist."""

    def __init__(
        self,
        workspace: Workspace,
        centre: Centre,
        docks: Docks,
        form: FormView,
        changed: "Callable[[], object]",
    ) -> None:
        """Begin with the form.

        Args:
            workspace: Knows what is selected.
            centre: Holds the pages.
            docks: Hold the views at the sides.
            form: The form, which is the first page.
            changed: Called when another page is to be shown; it updates the window.
        """
        self._workspace, self._centre, self._docks, self._form = workspace, centre, docks, form
        self._changed = changed
        self._page = "form"  # while a ladder is shown
        self.is_welcome_wanted = False  # over the open ladders

    # -- pages --------------------------------------------------------------------------------

    def show_welcome(self) -> None:
        """Show the welcome page over the open ladders, until the person goes to one."""
        self.is_welcome_wanted = True
        self._changed()

    def forget_welcome(self, *_: object) -> None:
        """Show the welcome page no longer, from the next update of the window on."""
        self.is_welcome_wanted = False

    def show_page(self, name: str) -> QWidget:
        """Show a page of the middle: form, matrix, compare …; returns it."""
        self._page = name
        self.is_welcome_wanted = False
        self._changed()
        page = self._centre.page(name)
        if self._centre.current == name:
            page.setFocus()
        return page

    def focus_page(self) -> None:
        """Give the keyboard to the page in front."""
        self._centre.page(self._centre.current).setFocus()

    def show_ladder(self) -> None:
        """Show the page that is wanted for the open ladder, with the docks that it has room for."""
        self._centre.show_page(self._page)
        room: Room = "some" if self._page == "form" else "much"
        self._docks.arrange("all" if self.needs_no_ladder else room)

    def compare(self) -> "CompareView":
        """Show Compare; returns it."""
        return cast("CompareView", self.show_page("compare"))

    def matrix(self) -> "MatrixView":
        """Show the matrix; returns it."""
        return cast("MatrixView", self.show_page("matrix"))

    def changes(self) -> "ChangesView":
        """Show what changed; returns the view."""
        return cast("ChangesView", self.show_page("changes"))

    def titles(self) -> "TitlesView":
        """Show the list of titles; returns the view."""
        return cast("TitlesView", self.show_page("titles"))

    def mapping(self) -> "MappingView":
        """Show the import under way, also while no ladder is open; returns the view."""
        return cast("MappingView", self.show_page("mapping"))

    @property
    def needs_no_ladder(self) -> bool:
        """Whether the page that is wanted is shown without an open ladder."""
        return self._page == "mapping"

    def leave_mapping(self, *_: object) -> None:
        """Go from the import to the form, or without a ladder to the welcome page."""
        if self.needs_no_ladder:
            self.show_page("form")

    def end_import(self, name: str) -> None:
        """Leave the import of a name if it was added to a ladder, because nothing is left of it."""
        view = self._centre.made.get("mapping")
        if view is not None:
            cast("MappingView", view).end_if_added(name)

    def undo(self) -> bool:
        """Undo in the page in front; returns False if it leaves that to the ladder."""
        front: object = self._centre.made.get(self._centre.current)
        return isinstance(front, Undoing) and front.undo()

    def redo(self) -> bool:
        """Redo in the page in front; returns False if it leaves that to the ladder."""
        front: object = self._centre.made.get(self._centre.current)
        return isinstance(front, Undoing) and front.redo()

    def find(self) -> bool:
        """Search the page in which the focus is; returns False if it has no find bar."""
        focus: QWidget | None = QApplication.focusWidget()
        page = self._centre.made.get(self._centre.current)
        is_inside = page is not None and focus is not None and page.isAncestorOf(focus)
        front: object = page if is_inside else None
        return isinstance(front, Searchable) and front.open_search()

    # -- the form -----------------------------------------------------------------------------

    def show_form(self) -> None:
        """Go to the form, from another page or from the welcome page."""
        self.show_page("form")
        self._form.focus_first()

    def show_field(self, address: Address, field: FieldPath) -> None:
        """Go to an entity's form and, with a field, to that."""
        self.show_page("form")
        self._workspace.go_to(address, field)

    def show_own_field(self, field: FieldPath) -> None:
        """Go to a field of the entity shown, or with "" to the first one."""
        if field:
            self.show_field(self._workspace.address, field)
        else:
            self.show_form()

    def step_section(self, by: int) -> None:
        """Go to the next or previous section of the form."""
        if self._centre.current != "form":
            self.show_page("form")
        self._form.section_bar.step(by)

    def follow_address(self, _address: Address, field: FieldPath) -> None:
        """Show what another view went to: fields are shown by the form."""
        page = "form" if field else self._page
        if page != self._page or self.is_welcome_wanted:
            self._page, self.is_welcome_wanted = page, False
            self._changed()

    # -- docks --------------------------------------------------------------------------------

    def show_dock(self, name: str) -> None:
        """Show a view at the side and go to it."""
        if self.is_welcome_wanted:
            self.is_welcome_wanted = False
            self._changed()
        self._docks.show(name)

    def toggle_dock(self, name: str) -> None:
        """Show a view at the side and go to it, or hide it if it is in view."""
        if self._docks.is_in_sight(name):
            self._docks[name].hide()
        else:
            self.show_dock(name)

    def reset_layout(self) -> None:
        """Bring back places, sizes and choice of the docks as at the first start."""
        self._docks.reset()
