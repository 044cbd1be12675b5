"""The dialog that exports a ladder or a part of it: what, as what, for whom, with a preview."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from laddereditor.gui.dialogs.questions import Question
from laddereditor.gui.export.choice_box import choice_box
from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.theme import current_theme
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.export.ladder_choice import (
    LadderExportAnswer,
    counts,
    part_lists,
    preview_html,
    subjects,
    with_ticked,
)
from laddereditor.reports.export_scope import AUDIENCES
from laddereditor.reports.exporter import ExportRefused, ExportScope
from laddereditor.reports.exporters import EXPORTERS

_LETTERS = 34  # of a box with choices
_SIZE = (980, 620)
_PAUSE_MS = 200  # after the last tick, before the preview is made again
_KEY = Qt.ItemDataRole.UserRole
_ON = Qt.CheckState.Checked
_TICKABLE = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled
_QUESTION = "What do you want to export, as what, and for whom?"


class PartsTree(QTreeWidget):
    """Families, levels, tracks and sections to tick; all are ticked at first."""

    def __init__(self, ladder: Ladder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export.parts")
        self.setAccessibleName("Parts to export")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        for listed in part_lists(ladder):
            top = _item(listed.title, listed.name)
            top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate)
            self.addTopLevelItem(top)
            for key, words in listed.parts:
                top.addChild(_item(words or key, key))

    def ticked(self) -> dict[str, Sequence[str]]:
        """Return the keys of what is ticked by list, without lists of which all are ticked."""
        found: dict[str, Sequence[str]] = {}
        for top in _children(self.invisibleRootItem()):
            if top.checkState(0) != _ON:
                keys = [c.data(0, _KEY) for c in _children(top) if c.checkState(0) == _ON]
                found[top.data(0, _KEY)] = keys
        return found


def _item(words: str, key: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([words])
    item.setData(0, _KEY, key)
    item.setFlags(item.flags() | _TICKABLE)
    item.setCheckState(0, _ON)
    return item


def _children(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    found = (item.child(number) for number in range(item.childCount()))
    return (one for one in found if one is not None)


class LadderExportChoice(QWidget):
    """The choices at the left, and the first pages of what goes out at the right."""

    usable = Signal(bool)  # whether anything is chosen

    def __init__(self, ladder: Ladder, address: Address, parent: QWidget | None = None) -> None:
        """Offer what can be exported.

        Args:
            ladder: The ladder.
            address: The entry that is shown, which is offered first.
            parent: The parent widget.
        """
        super().__init__(parent)
        self._ladder, self._subjects = ladder, subjects(ladder, address)
        self._what = choice_box("export.what", "What is exported", _LETTERS, self)
        self._what.addItems([one.words for one in self._subjects])
        self._formats = choice_box("export.format", "Kind of file", _LETTERS, self)
        self._formats.addItems([one.title for one in EXPORTERS])
        self._formats.setCurrentIndex([one.name for one in EXPORTERS].index("docx"))
        self._audience = choice_box("export.audience", "Who will read it", _LETTERS, self)
        self._audience.addItems(list(AUDIENCES.values()))
        self._parts = PartsTree(ladder, self)
        self._summary = plain_label("", self)
        self._summary.setObjectName("export.summary")
        self._summary.setWordWrap(True)
        self._text = QTextBrowser(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self._show)
        self._what.currentIndexChanged.connect(self._choose)
        self._audience.currentIndexChanged.connect(self._show)
        self._parts.itemChanged.connect(lambda *_: self._pause.start())
        self._choose()
        self.setFocusProxy(self._what)

    def _lay_out(self) -> None:
        self._text.setObjectName("export.preview")
        self._text.setAccessibleName("Preview of the first pages")
        self._text.setProperty("look", "sheet")
        self._text.setOpenLinks(False)
        self._text.setTabChangesFocus(True)
        rows, left, columns = QFormLayout(), QVBoxLayout(), QHBoxLayout(self)
        rows.addRow("&What", self._what)
        rows.addRow("&File", self._formats)
        rows.addRow("F&or", self._audience)
        left.addLayout(rows)
        left.addWidget(self._parts, 1)
        left.addWidget(self._summary)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(current_theme().space("m"))
        columns.addLayout(left, 2)
        columns.addWidget(self._text, 3)

    def _choose(self, *_: object) -> None:
        self._parts.setEnabled(self._subjects[self._what.currentIndex()].has_parts)
        self._show()

    def scope(self) -> ExportScope:
        """Return what was chosen, and for whom."""
        subject = self._subjects[self._what.currentIndex()]
        audience = list(AUDIENCES)[self._audience.currentIndex()]
        scope = ExportScope(audience, at=subject.at)
        return with_ticked(scope, self._parts.ticked()) if subject.has_parts else scope

    def answer(self) -> LadderExportAnswer:
        """Return what was chosen."""
        subject = self._subjects[self._what.currentIndex()]
        return LadderExportAnswer(
            EXPORTERS[self._formats.currentIndex()], self.scope(), subject.title
        )

    def _show(self, *_: object) -> None:
        """Show how much goes out and its first pages, or why nothing does."""
        self._pause.stop()
        ticked = self._parts.ticked() if self._parts.isEnabled() else {}
        empty = next((name for name, keys in ticked.items() if not keys), "")
        try:
            if empty:
                raise ExportRefused(f"Nothing is ticked below {empty.capitalize()}.")
            scope = self.scope()
            page = preview_html(self._ladder, scope)
            self._summary.setText(counts(self._ladder, scope))
        except ExportRefused as refused:
            page = ""
            self._summary.setText(str(refused))
        self._text.setHtml(page)
        self.usable.emit(bool(page))


def ask_ladder_export(
    ladder: Ladder, address: Address, window: QWidget
) -> LadderExportAnswer | None:
    """Ask in a dialog; return None if it is cancelled.

    Args:
        ladder: The ladder.
        address: The entry that is shown.
        window: The window.
    """
    question = Question("Export the ladder", _QUESTION, window)
    choice = LadderExportChoice(ladder, address, question)
    question.add(choice, 1)
    export = question.offer("Export…", "export")
    choice.usable.connect(export.setEnabled)
    question.offer_cancel()
    question.resize(*_SIZE)
    answers: list[LadderExportAnswer] = []
    question.accepted.connect(lambda: answers.append(choice.answer()))
    choice.setFocus()
    question.ask()
    return answers[0] if answers else None
