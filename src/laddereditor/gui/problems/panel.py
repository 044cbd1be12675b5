"""The Problems view: what is wrong, with a jump to each place, fixes, and accepting."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStackedWidget,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from laddereditor.gui.export.files import files_of
from laddereditor.gui.focus.passing import FocusPassing
from laddereditor.gui.focus.row_focus import RowFocusDelegate
from laddereditor.gui.forms.inputs import ChoiceBox
from laddereditor.gui.look.icons import icon
from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.panes.draw_while_seen import DrawWhileSeen
from laddereditor.gui.problems.checks import (
    ask_and_revoke,
    ask_and_set_severity,
)
from laddereditor.gui.problems.finding_menu import copy_finding, finding_menu, rule_title, where
from laddereditor.gui.problems.model import ProblemsModel
from laddereditor.gui.text.line import FilterLine
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.kinds import label_of
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.export.offers import ExportOffer
from laddereditor.presentation.problems.finding_rows import (
    LISTED,
    FindingFilter,
    FindingRow,
    Grouping,
    arrange,
    wanted_rows,
)
from laddereditor.presentation.problems.printed import problems_offer
from laddereditor.presentation.workspace.refused_texts import as_findings
from laddereditor.rules.check import CheckReport
from laddereditor.rules.finding import Finding, Severity

_WORDS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "Hints"}
_GROUPINGS: tuple[tuple[Grouping, str], ...] = (
    ("none", "Not grouped"),
    ("place", "By place"),
    ("rule", "By rule"),
)
_MIN_LIST = 46  # pixels: the heads of the columns and one row


class ProblemsPanel(QWidget):
    """Filters above, findings below; Enter or a double-click goes to the place."""

    export_kind = "the problems"

    def __init__(
        self, workspace: Workspace, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._dialogs = workspace, dialogs
        self._model = ProblemsModel(partial(where, workspace), rule_title, self)
        self._switches = {severity: self._switch(severity) for severity in _WORDS}
        self._grouping = self._make_grouping()  # parts are made in the order that Tab has
        self._filter = self._make_filter()
        self._view = self._make_view()
        self._moved_to_next = (
            False  # the last visited row no longer exists, and the current one came after it
        )
        self._listed = LISTED
        self._empty = plain_label("", self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the focus stays in the panel
        self._empty.setProperty("look", "empty")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._empty)
        self._lay_out()
        self._focus = FocusPassing(self, self._view)
        self._drawing = DrawWhileSeen(self, self._draw)
        workspace.session_changed.connect(self._on_session)
        workspace.changed.connect(self.refresh)
        workspace.refused_texts.changed.connect(self.refresh)

    # -- building -----------------------------------------------------------------------------

    def _switch(self, severity: Severity) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"problems.{severity.value}")
        button.setCheckable(True)
        button.setChecked(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setToolTip(f"Show {_WORDS[severity].lower()}")
        button.toggled.connect(self._redraw)
        return button

    def _make_filter(self) -> FilterLine:
        field = FilterLine(parent=self)
        field.setObjectName("problemsFilter")
        field.setPlaceholderText("Filter")
        field.setAccessibleName("Filter the problems")
        field.show_clear_button()
        field.setMaximumWidth(260)
        field.textChanged.connect(self._redraw)
        return field

    def _make_grouping(self) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName("problemsGrouping")
        box.setAccessibleName("Group the problems")
        for value, words in _GROUPINGS:
            box.addItem(words, value)
        box.currentIndexChanged.connect(self._redraw)
        return box

    def _make_view(self) -> QTreeView:
        view = QTreeView(self)
        view.setObjectName("problemsView")
        view.setAccessibleName("Problems")
        view.setModel(self._model)
        view.setUniformRowHeights(True)
        view.setMinimumHeight(_MIN_LIST)
        view.setItemDelegate(RowFocusDelegate(view))
        view.setIconSize(QSize(16, 16))
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.header().setStretchLastSection(False)
        view.header().resizeSection(1, 260)
        view.header().resizeSection(2, 200)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        view.activated.connect(self._go)
        self._model.rowsInserted.connect(self._open_groups)
        copy = QAction("Copy", view)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self._copy)
        view.addAction(copy)
        return view

    def _lay_out(self) -> None:
        theme = current_theme()
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.space("s"), theme.space("xs"), theme.space("s"), 0)
        bar.setSpacing(theme.space("s"))
        for button in self._switches.values():
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self._grouping)
        bar.addWidget(self._filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space("xs"))
        column.addLayout(bar)
        column.addWidget(self._stack)

    @property
    def has_findings(self) -> bool:
        """Whether there is anything to list for the current ladder."""
        session = self._workspace.session
        report = session.report if session else None
        return bool((report and report.findings) or self._workspace.refused_texts.of(session))

    def _on_session(self) -> None:
        self._listed = LISTED
        self.refresh()

    # -- showing ------------------------------------------------------------------------------

    def refresh(self, *_: object) -> None:
        """Show the findings of the current ladder, now or as soon as the panel is seen.

        A long list, which takes longer than a key press may, waits until the person pauses.
        """
        session = self._workspace.session
        report = session.report if session else None
        if report is not None and len(report.findings) > LISTED // 2:
            self._drawing.in_a_pause()
        else:
            self._drawing.now()

    def _redraw(self, *_: object) -> None:
        """Show what the person asked for, now."""
        self._drawing.now()

    def flush(self) -> None:
        """Do nothing: the filter is not text of the ladder."""

    def focus(self) -> None:
        """Go to the list, or to what is shown instead."""
        self._drawing.catch_up()
        self.setFocus()

    def offers(self) -> tuple[ExportOffer, ...]:
        """Return the problems that the filters leave, if there are any."""
        session = self._workspace.session
        found = [finding for finding, _ in wanted_rows(self._findings(), self._wanted())]
        if session is None or not found:
            return ()
        place = partial(where, self._workspace)
        rows = (
            (one.severity.value.capitalize(), one.message, place(one), rule_title(one))
            for one in found
        )
        files = files_of(session.ladder, self._workspace.sessions)
        return (problems_offer(rows, label_of(session.ladder) or session.name, files),)

    def _draw(self) -> None:
        """Show the findings of the current ladder, keeping selection and expansion."""
        session = self._workspace.session
        report = session.report if session else None
        findings, wanted = self._findings(), self._wanted()
        self._count(report)
        self._view.setRootIsDecorated(wanted.grouping != "none")
        self._show(arrange(findings, wanted, self._listed))
        self._explain_emptiness(session is not None, report is not None, bool(findings))

    def _findings(self) -> tuple[Finding, ...]:
        """Return all findings of the current ladder, and the texts that were not taken."""
        session = self._workspace.session
        report = session.report if session else None
        refused_texts = as_findings(self._workspace.refused_texts.of(session))
        return (*refused_texts, *(report.findings if report else ()))

    def _wanted(self) -> FindingFilter:
        """Return what the buttons, the filter and the grouping ask for."""
        severities = frozenset(s for s, button in self._switches.items() if button.isChecked())
        grouping: Grouping = self._grouping.currentData()
        return FindingFilter(severities, self._filter.text(), grouping)

    def _list_more(self) -> None:
        """List more findings than now."""
        self._listed += LISTED
        self._draw()

    def _show(self, rows: tuple[FindingRow, ...]) -> None:
        """Show rows; when the current one goes, the next that is still there takes its place."""
        current = self._model.row_at(self._view.currentIndex())
        before = [key for key, _ in self._model.findings_in_order()] if current else []
        self._model.show_rows(rows)
        if current is None:
            return
        if self._model.index_of(current.key).isValid():
            self._make_current(current.key)
            return
        after = before[before.index(current.key) :] if current.key in before else []
        there = {key for key, _ in self._model.findings_in_order()}
        following = next((key for key in after if key in there), None)
        self._moved_to_next = following is not None
        if following is not None:
            self._make_current(following)

    def _make_current(self, key: str) -> None:
        """Make a row the current one; for a row in a closed group, the group."""
        index = self._model.index_of(key)
        if index.parent().isValid() and not self._view.isExpanded(index.parent()):
            index = index.parent()
        if index != self._view.currentIndex():
            self._view.setCurrentIndex(index)

    def _open_groups(self, parent: QModelIndex, first: int, last: int) -> None:
        if not parent.isValid():
            for place in range(first, last + 1):
                self._view.expand(self._model.index(place, 0))

    def _count(self, report: CheckReport | None) -> None:
        refused_texts = as_findings(self._workspace.refused_texts.of(self._workspace.session))
        for severity, button in self._switches.items():
            count = report.counts[severity] if report else 0
            count += sum(one.severity is severity for one in refused_texts)
            button.setText(f"{_WORDS[severity]} {count}")
            button.setIcon(icon(severity.value, severity.value))

    def _explain_emptiness(self, ladder: bool, checked: bool, found: bool) -> None:
        if self._model.rowCount():
            self._show_in_stack(self._view)
            return
        if not ladder:
            text = "No ladder is open."
        elif not checked:
            text = "Checking the ladder…"
        elif found:
            text = "No problem fits the filter."
        else:
            text = "No problems found. They appear here while you type."
        self._empty.setText(text)
        self._show_in_stack(self._empty)

    def _show_in_stack(self, widget: QWidget) -> None:
        """Show the list or why it is empty; it takes over the focus that the other one had."""
        before = self._stack.currentWidget()
        had_focus = before is not None and before is self.window().focusWidget()
        self._stack.setCurrentWidget(widget)
        self._focus.target = widget
        if had_focus:
            widget.setFocus()

    # -- going --------------------------------------------------------------------------------

    def _go(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        self._moved_to_next = False
        if row and row.is_more:
            self._list_more()
        if row and row.finding and not row.children:
            self._workspace.go_to(row.finding.address, row.finding.field)

    def step(self, by: int) -> None:
        """Go to the next (+1) or previous (-1) finding, wrapping around at the end."""
        self._drawing.catch_up()
        keys = [key for key, _ in self._model.findings_in_order()]
        if not keys:
            self._workspace.notice.emit("There are no problems to go to.")
            return
        place = self._next_place(keys, by)
        if by > 0 and place == 0 and self._has_more(keys):
            self._list_more()
            keys = [key for key, _ in self._model.findings_in_order()]
            place = self._next_place(keys, by)
        index = self._model.index_of(keys[place])
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index)
        self._go(index)

    def _has_more(self, keys: list[str]) -> bool:
        """Whether the current row is the last that is listed, and more could be."""
        row = self._model.row_at(self._view.currentIndex())
        is_last = row is not None and row.key == keys[-1]
        return is_last and self._model.has_more()

    def _next_place(self, keys: list[str], by: int) -> int:
        row = self._model.row_at(self._view.currentIndex())
        key = row.children[0].key if row is not None and row.children else row.key if row else ""
        if row is None or key not in keys:
            return 0 if by > 0 else len(keys) - 1
        # A row that came in place of one that is gone, or by the focus alone, was not gone to.
        chosen = self._view.selectionModel().isSelected(self._view.currentIndex())
        stay = by > 0 and (self._moved_to_next or not chosen or bool(row.children))
        return (keys.index(key) + (0 if stay else by)) % len(keys)

    # -- acting -------------------------------------------------------------------------------

    def _selected(self) -> Finding | None:
        row = self._model.row_at(self._view.currentIndex())
        return row.finding if row and not row.children else None

    def _show_menu(self, point: QPoint) -> None:
        finding = self._selected()
        if finding is None:
            return
        menu = self.menu_for(finding)
        menu.exec(self._view.viewport().mapToGlobal(point))
        menu.deleteLater()

    def menu_for(self, finding: Finding) -> QMenu:
        """Return the menu of what can be done about a finding."""
        return finding_menu(finding, self._workspace, self._dialogs, self)

    def revoke_acceptance(self) -> None:
        """Ask which accepted finding is to be checked again."""
        ask_and_revoke(self._workspace, self._dialogs)

    def change_severity(self) -> None:
        """Ask for a rule and its severity in this ladder."""
        ask_and_set_severity(self._workspace, self._dialogs)

    def _copy(self) -> None:
        finding = self._selected()
        if finding is not None:
            copy_finding(finding, self._workspace)
