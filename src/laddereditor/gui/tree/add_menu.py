"""The menu of the toolbar's Add button: what can be added at the selection in the tree."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QToolButton, QWidget


def give_add_menu(button: QWidget | None, choices: Callable[[], QMenu]) -> None:
    """Give a button a menu that has the entries of `choices` whenever it is opened."""
    if isinstance(button, QToolButton):
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: _fill(menu, choices()))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.style().unpolish(button)  # the style sheet leaves room for the arrow
        button.style().polish(button)


def _fill(menu: QMenu, choices: QMenu) -> None:
    menu.clear()
    menu.addActions(choices.actions())
