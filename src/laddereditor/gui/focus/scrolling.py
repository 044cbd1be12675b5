"""Keep the part that a person edits visible while rows are added and grow."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from laddereditor.gui.look.theme import current_theme


def keep_in_sight(widget: QWidget, rect: Callable[[], QRect]) -> None:
    """Scroll the page so that a part of a widget is seen, once the layout has settled.

    Args:
        widget: The widget.
        rect: Returns where the part is, in pixels of the widget; called after the layout.
    """
    QTimer.singleShot(0, widget, lambda: show_now(widget, rect()))


def page_around(widget: QWidget) -> QScrollArea | None:
    """Return the page that a widget is scrolled with, None for none."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    return area


def show_now(widget: QWidget, rect: QRect) -> None:
    """Scroll the page so that a part of a widget is seen."""
    area = page_around(widget)
    holder = area.widget() if area is not None else None
    if area is None or holder is None or not widget.isVisible():
        return
    place = QRect(widget.mapTo(holder, rect.topLeft()), rect.size())
    room = current_theme().space("xxl")
    area.ensureVisible(0, place.bottom(), 0, room)
    area.ensureVisible(0, place.top(), 0, room)
