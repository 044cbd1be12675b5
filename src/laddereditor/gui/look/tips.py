"""Shows every tooltip of the window as plain text, wherever its text comes from.

Qt takes a tooltip that looks like HTML for HTML, and reads the files that it names as soon as the
mouse rests on it. What was escaped by `escaping.tip` is let through; any other text that Qt would
take for HTML is shown escaped in its place.
"""

from html import escape, unescape

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtGui import Qt as QtOfGui
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTabBar,
    QToolTip,
    QWidget,
)

from laddereditor.gui.look.escaping import TIP_END, TIP_START, tip

_ROLE = Qt.ItemDataRole.ToolTipRole


def shown_plainly(watched: QObject, event: QEvent) -> bool:
    """Show the tooltip of an event if Qt would treat it as HTML; return whether it was shown."""
    if not isinstance(event, QHelpEvent) or not isinstance(watched, QWidget):
        return False
    text = _text_at(watched, event)
    if is_plain(text):
        return False
    QToolTip.showText(event.globalPos(), tip(text), watched)
    return True


def is_plain(text: str) -> bool:
    """Whether Qt shows a tooltip as plain text, without interpreting markup."""
    if not QtOfGui.mightBeRichText(text):
        return True
    inner = text.removeprefix(TIP_START).removesuffix(TIP_END)
    # It may only contain what escaping produces.
    return text == f"{TIP_START}{inner}{TIP_END}" and escape(unescape(inner)) == inner


def _text_at(widget: QWidget, event: QHelpEvent) -> str:
    view = widget.parent()
    if isinstance(view, QHeaderView) and view.viewport() is widget:
        section, model = view.logicalIndexAt(event.pos()), view.model()
        found = model.headerData(section, view.orientation(), _ROLE) if model else None
    elif isinstance(view, QAbstractItemView) and view.viewport() is widget:
        found = view.indexAt(event.pos()).data(_ROLE)
    elif isinstance(widget, QTabBar) and (tab := widget.tabAt(event.pos())) >= 0:
        found = widget.tabToolTip(tab)
    elif isinstance(widget, QMenu) and widget.toolTipsVisible():
        action = widget.actionAt(event.pos())
        found = action.toolTip() if action else ""
    else:
        found = ""
    return str(found or widget.toolTip())
