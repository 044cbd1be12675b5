"""The review of an import: which family and level each page is about, and where it goes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from laddereditor.edits.words import shortened
from laddereditor.gui.dialogs.questions import LongText
from laddereditor.gui.focus.row_focus import RowFocusDelegate
from laddereditor.gui.look.escaping import shown
from laddereditor.gui.look.icons import icon
from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.line import LineEditor
from laddereditor.model.counting import plural
from laddereditor.presentation.dialogs.protocol import (
    ImportAnswer,
    ImportDecision,
    ImportJudgement,
    ImportReview,
    PageChoice,
    PageReview,
)

_Button = QDialogButtonBox.StandardButton
_GO: dict[ImportAnswer, str] = {"new": "Open", "into": "Add", "join": "Show the changes"}
_ANSWERS: tuple[ImportAnswer, ...] = ("join", "into", "new")
_LONGEST_NAME = 48
# Heights in lines of text: the least and the most of the rows, the least of the report, and of the
# list of what differs.
_MIN_ROWS, _MAX_ROWS, _MIN_REPORT, _MAX_LIST = 5, 12, 4, 6
_WIDTH = 90  # letters


class ImportReviewDialog(QDialog):
    """Shows what was found and what was not understood, and asks what the pages are about."""

    def __init__(self, review: ImportReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._judgement = ImportJudgement()
        self._offered: tuple[ImportAnswer, ...] = ()
        self.setObjectName("importReviewDialog")
        self.setWindowTitle(f"Import {review.source}")
        theme = current_theme()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.space("l"),) * 4)
        layout.setSpacing(theme.space("m"))
        self._rows = [_PageRow(page, self._judge, self) for page in review.pages]
        self._area = _scrolled(self._rows, self)
        layout.addWidget(self._area)
        layout.addWidget(_report(review, self), 1)
        self._here = LongText("", self)
        self._here.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._differing_label = plain_label(
            "Tick what a page says that is to replace the ladder's words:", self
        )
        self._differing = _differing_list(self)
        for each in (self._here, self._differing_label, self._differing):
            layout.addWidget(each)
        buttons = QDialogButtonBox(_Button.Ok | _Button.Cancel, self)
        self._go, self._leave = buttons.button(_Button.Ok), buttons.button(_Button.Cancel)
        self._options = {answer: self._option(answer) for answer in _ANSWERS}
        for option in self._options.values():
            layout.addWidget(option)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._judge()
        self._first_focus()
        self.resize(_WIDTH * self.fontMetrics().averageCharWidth(), self.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the row that is to be filled in into view, once rows have their heights."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._show_focus)

    def _show_focus(self) -> None:
        focused = self.focusWidget()
        if focused is not None and self._area.isAncestorOf(focused):
            self._area.ensureWidgetVisible(focused)

    def _first_focus(self) -> None:
        """Begin at the first family that is not known, else at where the pages go."""
        missing = [row.family for row in self._rows if not row.family.text().strip()]
        options = [option for option in self._options.values() if option.isVisibleTo(self)]
        first: QWidget = next(iter([*missing, *options]))
        first.setFocus()

    def _option(self, answer: ImportAnswer) -> QRadioButton:
        option = QRadioButton(self)
        option.setObjectName(f"import.{answer}")
        option.toggled.connect(lambda on: self._judge() if on else None)
        return option

    # -- what will come of it -----------------------------------------------------------------

    def choices(self) -> tuple[PageChoice, ...]:
        """Return the family and the level of each page, as they are chosen."""
        return tuple(row.choice() for row in self._rows)

    def _judge(self) -> None:
        """Say what will come of the choices."""
        self._judgement = found = self._review.judge(self.choices(), self._answer() == "new")
        for row, outcome in zip(self._rows, found.outcomes, strict=False):
            row.outcome.setText(outcome)
        self._offer(found)
        answer = self._answer()
        self._go.setText(_GO[answer])
        self._go.setEnabled(found.is_complete)
        self._leave.setText("&Leave it out" if found.here else "Cancel")
        self._here.show_text(_here_words(self._review.into, found.here) if found.here else "")
        self._here.setVisible(bool(found.here))
        _fill(self._differing, found.differing)
        for each in (self._differing_label, self._differing):
            each.setVisible(bool(found.differing))

    def _offer(self, found: ImportJudgement) -> None:
        """Offer where the pages can go, and check the first one if the present one cannot be."""
        words = dict(_places(self._review.into, found.here))
        for answer, option in self._options.items():
            option.setVisible(answer in words)
            option.setText(words.get(answer, ""))
        checked = [one for one in words if self._options[one].isChecked()]
        if not checked or (tuple(words) != self._offered and checked != ["new"]):
            option = self._options[next(iter(words))]
            was = option.blockSignals(True)
            option.setChecked(True)
            option.blockSignals(was)
        self._offered = tuple(words)

    def _answer(self) -> ImportAnswer:
        checked = [answer for answer, option in self._options.items() if option.isChecked()]
        return checked[0] if checked else "into" if self._review.into else "new"

    def _take(self) -> None:
        """Take the answer, unless what was typed last changed what will come of it."""
        before = self._judgement
        self._judge()
        if self._judgement.here == before.here and self._judgement.is_complete:
            self.accept()

    def answer(self) -> ImportDecision:
        """Return where the pages go, and as what."""
        items = map(self._differing.item, range(self._differing.count()))
        taken = [at for at, item in enumerate(items) if item.checkState() == Qt.CheckState.Checked]
        return ImportDecision(self._answer(), self.choices(), tuple(taken))


class _PageRow:
    """One page: its name, its family, its level, and what will come of it."""

    def __init__(self, page: PageReview, changed: Callable[[], None], parent: QWidget) -> None:
        self.name = plain_label(shortened(page.name, _LONGEST_NAME), parent)
        self.family = _chooser(page.choice.family, page.families, changed, parent)
        self.level = _chooser(page.choice.level, page.levels, changed, parent)
        self.family.setPlaceholderText("Family")
        self.level.setPlaceholderText("Level")
        self.family.setAccessibleName(f"Family of {page.name}")
        self.level.setAccessibleName(f"Level of {page.name}")
        self.level.setMaximumWidth(90)
        for line in (self.family, self.level):
            line.setEnabled(not page.is_fixed)
        self.outcome = plain_label("", parent)
        self.outcome.setWordWrap(True)

    def choice(self) -> PageChoice:
        """Return the family and the level, as they are chosen."""
        return PageChoice(self.family.text().strip(), self.level.text().strip())

    def widgets(self) -> tuple[QWidget, ...]:
        """Return the widgets of the row, from left to right."""
        return self.name, self.family, self.level, self.outcome


def _chooser(
    text: str, options: Sequence[str], changed: Callable[[], None], parent: QWidget
) -> LineEditor:
    """Return a line to type or choose one of some names in; the arrow key down shows them."""
    line = LineEditor(text, parent)
    completer = QCompleter(list(options), line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    line.setCompleter(completer)
    show = QAction(icon("chevron-down"), "Choose", line)
    show.triggered.connect(lambda: _show_all(completer, line))
    line.addAction(show, LineEditor.ActionPosition.TrailingPosition)
    line.editingFinished.connect(changed)
    completer.activated.connect(lambda _: changed())
    return line


def _show_all(completer: QCompleter, line: LineEditor) -> None:
    line.setFocus()
    completer.setCompletionPrefix("")
    completer.complete()


def _scrolled(rows: Sequence[_PageRow], parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    inner = QWidget(area)
    grid = QGridLayout(inner)
    grid.setContentsMargins(0, 0, 0, 0)
    for column, head in enumerate(("Page", "Family", "Level", "What happens")):
        grid.addWidget(plain_label(head, inner), 0, column)
    for at, row in enumerate(rows, start=1):
        for column, widget in enumerate(row.widgets()):
            widget.setParent(inner)
            grid.addWidget(widget, at, column)
    for column, stretch in enumerate((2, 3, 0, 4)):
        grid.setColumnStretch(column, stretch)
    area.setWidget(inner)
    line, height = area.fontMetrics().height(), inner.sizeHint().height()
    area.setMinimumHeight(min(_MIN_ROWS * line, height + 2))
    area.setMaximumHeight(max(_MIN_ROWS * line, min(_MAX_ROWS * line, height + 8)))
    area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return area


def _report(review: ImportReview, parent: QWidget) -> QPlainTextEdit:
    text = QPlainTextEdit("\n\n".join(map(_page_words, review.pages)), parent)
    text.setReadOnly(True)
    text.setProperty("look", "report")
    text.setAccessibleName("What was found, and the lines not understood")
    text.setMinimumHeight(_MIN_REPORT * text.fontMetrics().height())
    return text


def _page_words(page: PageReview) -> str:
    found = [f"Found in {page.name}:", *(f"•  {line}" for line in page.found)]
    if page.notes:
        found += ["How it was read:", *(f"•  {line}" for line in page.notes)]
    count = len(page.not_understood)
    if not count:
        return "\n".join([*found, "Every line was understood."])
    lines = plural(count, "line was", "lines were")
    return "\n".join(
        [f"{lines} not understood and will be left out:", *page.not_understood, "", *found]
    )


def _differing_list(parent: QWidget) -> QListWidget:
    found = QListWidget(parent)
    found.setAccessibleName("What a page says otherwise than the ladder")
    found.setMinimumHeight(found.fontMetrics().height() * 2)
    found.setMaximumHeight(_MAX_LIST * found.fontMetrics().height())
    found.setItemDelegate(RowFocusDelegate(found))
    found.setWordWrap(True)
    return found


def _fill(view: QListWidget, texts: Sequence[str]) -> None:
    """Show what differs; what was ticked stays ticked."""
    items = [view.item(at) for at in range(view.count())]
    ticked = {item.text() for item in items if item.checkState() == Qt.CheckState.Checked}
    if [item.text() for item in items] == list(texts):
        return
    view.clear()
    for text in texts:
        item = QListWidgetItem(text, view)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        state = Qt.CheckState.Checked if text in ticked else Qt.CheckState.Unchecked
        item.setCheckState(state)


def _here_words(into: str, here: Sequence[str]) -> str:
    return (
        f"{into} has {_several(here)} already, with other words. What the page does not say "
        "stays as it is, whatever you choose."
    )


def _several(names: Sequence[str]) -> str:
    """Return the first of some names, and how many more there are."""
    more = len(names) - 1
    return f"{names[0]} and {plural(more, 'other')}" if more else names[0]


def _places(into: str, here: Sequence[str]) -> list[tuple[ImportAnswer, str]]:
    """Return where the pages can go, most likely first."""
    new: tuple[ImportAnswer, str] = ("new", "Open as a &new ladder")
    if not into:
        return [new]
    if not here:
        return [("into", f"&Add to {_shortened_name(into)}"), new]
    return [
        ("join", f"&Bring into {_shortened_name(_several(here))}, change by change"),
        ("into", "&Add beside, as a family of its own"),
        new,
    ]


def _shortened_name(name: str) -> str:
    """Return a name short enough for a button; the full name is shown above."""
    return shown(shortened(name, _LONGEST_NAME))
