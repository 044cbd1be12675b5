"""The bar above a list of titles: which answers are shown, and what can be done with all."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from laddereditor.gui.forms.inputs import ChoiceInput
from laddereditor.gui.forms.labels import LinkButton
from laddereditor.gui.look.labels import ElidedLabel
from laddereditor.gui.look.theme import current_theme
from laddereditor.presentation.titles.work import (
    FILTERS,
    AnswerFilter,
    TitleWork,
    filter_words,
    summary,
)

_PROGRESS = 120  # pixels


class TitlesBar(QWidget):
    """Opens and saves a list, filters it by answer, confirms."""

    open_wanted = Signal()
    save_wanted = Signal()
    confirm_all_wanted = Signal()
    learn_wanted = Signal()
    again_wanted = Signal()
    cancel_wanted = Signal()
    filter_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_choices()
        self._make_actions()
        self._make_progress()
        self._lay_out()
        self._connect()
        self.show_work(None, is_current=True, can_edit=False)
        self.show_progress(None)

    def _make_choices(self) -> None:
        """Make what says which answers are shown, and how many there are."""
        self.shown = ChoiceInput(self)
        self.shown.setObjectName("titlesFilter")
        self.shown.setAccessibleName("Answers that are shown")
        self.words = ElidedLabel(self)
        self.words.setObjectName("titlesSummary")

    def _make_actions(self) -> None:
        """Make the buttons."""
        self.open_button = self._button("Open &list…", "Open a list of job titles (CSV)", "open")
        self.confirm_all = self._button(
            "Confirm all &matches",
            "Confirm every match of the list that nobody decided about yet",
            "confirmAll",
        )
        self.learn = self._button(
            "Add to the la&dder…",
            "Add confirmed titles that the ladder does not know to its other names and titles",
            "learn",
        )
        self.save = self._button(
            "Save lis&t…", "Save the list with its answers as a new file", "save"
        )
        self.again = LinkButton("The ladder has changed: match again", self)
        self.again.setObjectName("titlesAgain")

    def _make_progress(self) -> None:
        """Make what is seen while profiles are found."""
        self.progress = QProgressBar(self)
        self.progress.setObjectName("titlesProgress")
        self.progress.setAccessibleName("Finding profiles")
        self.progress.setRange(0, 100)
        self.progress.setFixedWidth(_PROGRESS)
        self.progress.setTextVisible(False)
        self.cancel = self._button("Cancel", "Stop finding profiles", "cancel")

    def _lay_out(self) -> None:
        theme = current_theme()
        column, row, below = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(
            theme.space("s"), theme.space("xs"), theme.space("s"), theme.space("xs")
        )
        column.setSpacing(theme.space("xs"))
        for line in (row, below):
            line.setSpacing(theme.space("s"))
            column.addLayout(line)
        for widget in (self.open_button, self.shown, self.confirm_all, self.learn, self.save):
            row.addWidget(widget)
        row.addStretch(1)
        below.addWidget(self.words, 1)
        below.addStretch(0)  # takes the room while there are no words
        for other in (self.again, self.progress, self.cancel):
            below.addWidget(other)

    def _connect(self) -> None:
        self.open_button.clicked.connect(self.open_wanted)
        self.shown.chosen.connect(lambda _: self.filter_chosen.emit())
        self.confirm_all.clicked.connect(self.confirm_all_wanted)
        self.learn.clicked.connect(self.learn_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.again.clicked.connect(self.again_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)

    def _button(self, words: str, explanation: str, name: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(f"titles.{name}")
        button.setAccessibleName(words.replace("&", ""))
        button.setToolTip(explanation)
        button.setAccessibleDescription(explanation)
        return button

    @property
    def filter(self) -> AnswerFilter:
        """The answers that are shown."""
        value = self.shown.value()
        return next((one for one in FILTERS if one == value), "all")

    def show_work(self, work: TitleWork | None, *, is_current: bool, can_edit: bool) -> None:
        """Show what there is to do.

        Args:
            work: The list, None without one.
            is_current: Whether the answers are those of the ladder as it is now.
            can_edit: Whether the ladder can be changed.
        """
        now = self.filter
        self.shown.offer(tuple((one, filter_words(one, work)) for one in FILTERS))
        self.shown.put(now)
        has_list = work is not None
        for widget in (self.shown, self.confirm_all, self.learn, self.save):
            widget.setVisible(has_list)
        self.again.setVisible(has_list and not is_current)
        self.learn.setEnabled(can_edit and bool(work and work.decisions))
        matches = work.matched if work else ()
        self.confirm_all.setEnabled(
            any(one.answer == "match" and one.decision is None for one in matches)
        )
        self.words.show_text(summary(work, now) if work else "")
        self.words.setVisible(has_list)

    def show_progress(self, share: float | None) -> None:
        """Show how much is done, 0 to 1; None when nothing is being done."""
        is_busy = share is not None
        self.progress.setVisible(is_busy)
        self.cancel.setVisible(is_busy)
        if share is not None:
            self.progress.setValue(round(100 * share))
