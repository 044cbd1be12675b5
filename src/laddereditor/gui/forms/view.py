"""The form: the page of the selected entity, kept up to date while a person types."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from laddereditor.edits.edit import follow
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.header import Header
from laddereditor.gui.forms.labels import PlainLabel, ThemeIcon
from laddereditor.gui.forms.page import FormPage
from laddereditor.gui.forms.section_bar import SectionBar
from laddereditor.gui.forms.selection import SelectionPage
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath, NoSuchPlace
from laddereditor.model.kinds import kind_of
from laddereditor.presentation.comments.comment_rows import as_form_findings
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.forms.changed_field import changed_field
from laddereditor.presentation.forms.form_values import EntityForm, place_at
from laddereditor.rules.finding import Finding
from laddereditor.session.change import SessionChange


class FormView(QWidget):
    """Keeps one page for each kind of entity, and fills it from the selected entity."""

    command_wanted = Signal(str)  # the id of a command for several entries

    def __init__(
        self, workspace: Workspace, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("formView")
        self.setAccessibleName("Form")
        self._workspace, self._dialogs = workspace, dialogs
        # The header's own; each page has one, so that a hidden page never writes to what is shown.
        self._form_editor = FormEditor(workspace, self._show_all_again)
        self._pages: dict[str, FormPage] = {}
        self._page: FormPage | None = None
        self._address: Address | None = None  # what is shown, None before anything is
        self._undone: SessionChange | None = None  # undo or redo that leads to another record
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar = _ReadOnlyBar(self)
        self._header = Header(self._form_editor, self)
        self.section_bar = SectionBar(self)
        self._stack = QStackedWidget(self)
        self._selection: SelectionPage | None = None
        for widget in (self._bar, self._header, self.section_bar, self._stack):
            column.addWidget(widget)
        workspace.session_changed.connect(self._on_session)
        workspace.changed.connect(self._on_change)
        workspace.address_changed.connect(self._on_address)
        self._on_session()

    @property
    def selection(self) -> SelectionPage:
        """The page for several entries, made when it is first asked for."""
        if self._selection is None:
            self._selection = SelectionPage(self._workspace, self)
            self._selection.wanted.connect(self.command_wanted)
            self._column.addWidget(self._selection)
        return self._selection

    @property
    def _shows_several(self) -> bool:
        return self._selection is not None and not self._selection.isHidden()

    @property
    def form_editor(self) -> FormEditor:
        """The editor of the ladder for the page that is shown."""
        return self._page.form_editor if self._page is not None else self._form_editor

    def flush(self) -> None:
        """Apply what was typed but not applied yet, such as an id before Enter."""
        QGuiApplication.inputMethod().commit()  # a word that is being composed belongs here too
        if self._page is not None and self.form_editor.place is not None:
            self._page.flush()

    def _leave(self) -> None:
        """Apply what was typed and end the typing, because another record is shown next."""
        self.flush()
        if self._page is not None and self.form_editor.place is not None:
            self._page.leave()

    def focus_first(self) -> None:
        """Go to the first text of the page that is shown."""
        if self._shows_several:
            self.selection.focus_first()
        elif self._page is not None:
            self._page.focus_first()

    def show_selected(self, addresses: Sequence[Address]) -> None:
        """Show what can be done with several entries at once, or the page again for one."""
        several = len(addresses) > 1
        if several:
            if not self._shows_several:
                self._leave()
            self.selection.show_addresses(addresses)
        for part in (self._header, self.section_bar, self._stack):
            part.setHidden(several)
        if several or self._shows_several:
            self.selection.setVisible(several)

    # -- listening ----------------------------------------------------------------------------

    def _on_session(self) -> None:
        session = self._workspace.session
        self._leave()
        self._address = None
        self._bar.explain(session.document.read_only if session else "")
        self.setEnabled(session is not None)
        self._show(self._workspace.address)

    def _on_change(self, change: SessionChange) -> None:
        session, address = self._workspace.session, self._address
        if session is None or address is None:
            return
        followed = follow(address, change.moved)
        try:
            followed.entity(session.ladder)
        except NoSuchPlace:
            self._leave_editor()
            return  # it is gone; the workspace says next where to go
        if change.before is not change.after or followed != address:
            self._address = followed
            place = place_at(session.ladder, followed, read_only=bool(session.read_only))
            self._bind(place, followed=True)
        self._show_findings()
        self._undone = change if change.reason in ("undo", "redo") else None
        if self._has_focus() and change.select in (None, followed):
            self._go_to_undone()

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _go_to_undone(self) -> None:
        """Go to what undo or redo changed, if it is not where the person is."""
        undone, self._undone = self._undone, None
        if undone is None or self._page is None or self._shows_several or not self.isVisible():
            return
        after = self.form_editor.shown
        before = place_at(undone.before, after.address)
        if type(before.entity) is type(after.entity):
            field = changed_field(before, after, self._page.fields)
            if field:
                self._page.return_to(field)

    def _on_address(self, address: Address, field: FieldPath) -> None:
        if address != self._address:
            self._leave()
            keep = self._header.is_stepping
            self._show(address)
            if self._page is not None and not keep:
                self._page.scroll_to(0)
        if field and self._page is not None:
            self._page.focus_field(field)
        self._go_to_undone()

    # -- showing ------------------------------------------------------------------------------

    def _show(self, address: Address) -> None:
        session = self._workspace.session
        self._close_popups()
        self._forget_closed()
        if session is None:
            return
        self._address = address
        self._bind(place_at(session.ladder, address, read_only=bool(session.read_only)))
        self._show_findings()

    def _leave_editor(self) -> None:
        """Leave the editor of a record that is gone, so that typing does not reach another one."""
        focused = QApplication.focusWidget()
        if focused is not None and self._page is not None and self._page.isAncestorOf(focused):
            focused.clearFocus()

    def _close_popups(self) -> None:
        """Close the lists, menus and calendars that were opened for the record shown so far."""
        popup = QApplication.activePopupWidget()
        while popup is not None and _is_inside(popup, self):
            popup.close()
            following = QApplication.activePopupWidget()
            popup = following if following is not popup else None

    def _forget_closed(self) -> None:
        for page in self._pages.values():
            if (
                page.form_editor.session is not None
                and page.form_editor.session not in self._workspace.sessions
            ):
                page.form_editor.bind(None, None)

    def _bind(self, place: EntityForm, *, followed: bool = False) -> None:
        page = self._page_for(place)
        page.form_editor.bind(self._workspace.session, place, followed=followed)
        page.bind(place)
        self._header.bind(place)
        if page is not self._page:
            self._page = page
            self._stack.setCurrentWidget(page)
            self.section_bar.show_page(page)

    def _show_all_again(self) -> None:
        """Show every value as it is, after an edit was refused."""
        if self.form_editor.place is not None and self._page is not None:
            self._page.forget()
            self._bind(self.form_editor.place)

    def _page_for(self, place: EntityForm) -> FormPage:
        kind = kind_of(place.entity)
        name = kind.name if kind else "ladder"
        if name not in self._pages:
            form_editor = FormEditor(self._workspace, self._show_all_again)
            page = FormPage(form_editor, name, type(place.entity), self._stack)
            self._stack.addWidget(page)
            self._pages[name] = page
        return self._pages[name]

    # -- findings -----------------------------------------------------------------------------

    def _show_findings(self) -> None:
        session = self._workspace.session
        report = session.report if session else None
        if self._page is not None and self.form_editor.place is not None:
            self._page.show_findings(self._lines_at(self.form_editor.place.address))
            if self._page.overview:
                self._page.overview.count_findings(report)

    def _lines_at(self, address: Address) -> list[Finding]:
        """Return what the form of an entity shows below its fields: comments and findings."""
        session = self._workspace.session
        comments = as_form_findings(session.ladder, address) if session else ()
        report = session.report if session else None
        return [*comments, *(report.at(address) if report else ())]


def _is_inside(popup: QWidget, view: QWidget) -> bool:
    """Whether a popup, which is a window of its own, was opened by a widget of a view."""
    parent: QWidget | None = popup
    while parent is not None and parent is not view:
        parent = parent.parentWidget()
    return parent is view


class _ReadOnlyBar(QWidget):
    """Says why nothing can be changed; hidden if editing is possible."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("readOnlyBar")
        space = current_theme().space
        row = QHBoxLayout(self)
        row.setContentsMargins(space("l"), space("s"), space("l"), space("s"))
        row.setSpacing(space("s"))
        self._sign = ThemeIcon(16, self)
        self._words = PlainLabel(wrap=True, parent=self)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        self.setVisible(False)

    def explain(self, reason: str) -> None:
        """Show a reason, or nothing for ""."""
        if reason:
            self._sign.draw("lock", "warning")
            self._words.show_text(reason)
        self.setVisible(bool(reason))
