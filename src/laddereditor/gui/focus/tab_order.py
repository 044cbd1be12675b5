"""The order of Tab is the order on the screen: down, and in a line from left to right.

Qt's own order is that in which widgets were made. What is made later, such as a row or a button
that a value brings, would come after everything else.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QWidget,
)

_WITH_PARTS = (QAbstractItemView, QScrollArea)  # at which Tab stops, and at what is in them
_COMPOUND = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)  # Qt leads through their parts


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at in a widget, in the order of its layouts; what is hidden is not."""
    if widget.isHidden():
        return
    stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    if stops:
        yield widget
    if not isinstance(widget, _COMPOUND) and (not stops or isinstance(widget, _WITH_PARTS)):
        for part in _parts(widget):
            yield from tab_stops(part)


def _parts(widget: QWidget) -> Iterable[QWidget]:
    """Return the children of a widget: those in its layout, in that order, then the others."""
    layout = widget.layout()
    children = [child for child in widget.children() if isinstance(child, QWidget)]
    laid_out: dict[QWidget, None] = {}
    if isinstance(widget, QSplitter):  # which lowers its parts, so that they are in another order
        children.sort(key=widget.indexOf)
    elif isinstance(layout, QLayout):  # see below: it may be taken for a spacer
        laid_out = dict.fromkeys(_in_layout(layout, children))
    return (*laid_out, *(child for child in children if child not in laid_out))


def _in_layout(layout: QLayout, children: Sequence[QWidget]) -> Iterator[QWidget]:
    """Yield those of a widget's children that are in a layout or in one inside it.

    Items of the layout are not asked for: PySide6 does not notice when Qt deletes a spacer that
    Python has seen, and takes what Qt makes in its place later for that spacer.
    """
    inner = [child for child in layout.children() if isinstance(child, QLayout)]
    places: list[tuple[int, QWidget | QLayout]] = [
        *((layout.indexOf(child), child) for child in children),
        *((layout.indexOf(part), part) for part in inner),
    ]
    for place, each in sorted(places, key=itemgetter(0)):
        if place < 0:
            continue
        if isinstance(each, QWidget):
            yield each
        else:
            yield from _in_layout(each, children)


def chain(stops: Sequence[QWidget]) -> None:
    """Let Tab go from each of these to the next."""
    for before, after in pairwise(stops):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def chain_parts(parts: Iterable[QWidget]) -> None:
    """Let Tab go through the visible ones of these parts of a window, from one to the next."""
    chain([stop for part in parts if part.isVisible() for stop in tab_stops(part)])
