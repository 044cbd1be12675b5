"""The button beside the filter of the tree that chooses what is shown alone."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from laddereditor.gui.look.icons import set_icon
from laddereditor.presentation.review.states import DUE
from laddereditor.presentation.tree.showing import EVERYTHING, tree_choices

_NAME = "Show only some entries"
_LINES_BEFORE = ("published", DUE)


class ShowButton(QToolButton):
    """A button with a menu of what the tree can show alone; the words of its choice are its tip."""

    chosen = Signal(str)  # one of `tree_choices`

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("treeShow")
        self.value = EVERYTHING
        self._actions: dict[str, QAction] = {}
        self.setMenu(self._make_menu())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.put(EVERYTHING)

    def _make_menu(self) -> QMenu:
        menu, group = QMenu(_NAME, self), QActionGroup(self)
        for key, words in tree_choices():
            if key in _LINES_BEFORE:
                menu.addSeparator()
            action = menu.addAction(words)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, key=key: self._choose(key))
            group.addAction(action)
            self._actions[key] = action
        return menu

    def _choose(self, key: str) -> None:
        self.put(key)
        self.chosen.emit(key)

    def open_menu(self) -> None:
        """Open the menu below the button."""
        self.menu().popup(self.mapToGlobal(self.rect().bottomLeft()))

    @property
    def words(self) -> str:
        """What is shown alone: `In review`."""
        return dict(tree_choices())[self.value]

    def put(self, key: str) -> None:
        """Show a choice without a signal."""
        self.value = key
        self._actions[key].setChecked(True)
        set_icon(self, "filter", "text" if key == EVERYTHING else "accent")
        self.setToolTip(_NAME if key == EVERYTHING else f"{_NAME}; now: {self.words}")
        self.setAccessibleName(_NAME)
        self.setAccessibleDescription("" if key == EVERYTHING else f"Now: {self.words}")
