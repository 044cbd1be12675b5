"""The order of Tab is the order on the screen: down, and in a line from left to right.

Qt's own order is that in which widgets were made. What is made later, such as a row or a button
that a value brings, would come after everything else.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

_WHOLE = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)  # Qt leads through their parts


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at in a widget, in the order of its layouts; what is hidden is not."""
    if widget.isHidden():
        return
    stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    if stops:
        yield widget
    if not isinstance(widget, _WHOLE) and (not stops or isinstance(widget, QAbstractItemView)):
        for part in _parts(widget):
            yield from tab_stops(part)


def _parts(widget: QWidget) -> Iterable[QWidget]:
    """Return the children of a widget: those in its layout, in that order, then the others."""
    layout = widget.layout()
    laid_out = dict.fromkeys(_in_layout(layout)) if layout is not None else {}
    others = (child for child in widget.children() if isinstance(child, QWidget))
    return (*laid_out, *(child for child in others if child not in laid_out))


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _in_layout(inner)


def chain(stops: Sequence[QWidget]) -> None:
    """Let Tab go from each of these to the next."""
    for before, after in pairwise(stops):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)
