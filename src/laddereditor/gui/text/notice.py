"""Reports what was left out of a typed or pasted text."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QStatusBar, QToolTip, QWidget

from laddereditor.edits.reading.controls import left_out

_FOR_MS = 8000


def show_left_out(widget: QWidget, text: str) -> None:
    """Say which control characters of a text are left out, if any are."""
    if words := left_out(text):
        show_at(widget, words)


def show_at(widget: QWidget, words: str) -> None:
    """Show a message about a widget: in the status bar or, in a dialog, beside the widget."""
    bar = widget.window().findChild(QStatusBar)
    if isinstance(bar, QStatusBar) and bar.isVisible():
        bar.showMessage(words, _FOR_MS)
    else:
        QToolTip.showText(widget.mapToGlobal(QPoint(0, widget.height())), words, widget)
