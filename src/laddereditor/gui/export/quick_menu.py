"""The menu of the toolbar's Export button: the dialog, and what needs no further question."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

AT_ONCE = (  # commands
    "file.shown_word",
    "file.shown_pdf",
    "file.ladder_word",
    "file.ladder_pdf",
    "file.export",
)
_PAIR = 2  # entries between lines


def give_menu(button: QWidget | None, actions: Sequence[QAction]) -> None:
    """Give a button a menu with actions, a line after each pair."""
    if isinstance(button, QToolButton):
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        for place, action in enumerate(actions):
            if place and place % _PAIR == 0:
                menu.addSeparator()
            menu.addAction(action)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.style().unpolish(button)  # the style sheet leaves room for the arrow
        button.style().polish(button)
