"""A dock whose title has the size of all other text."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QStyle,
    QStyleOptionDockWidget,
    QStyleOptionFrame,
    QStylePainter,
)


class PaneDock(QDockWidget):
    """Draws its own title, because Qt keeps the font that titles had when the dock was made."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the title in the font of the dock, and a frame while it is dragged."""
        painter = QStylePainter(self)
        if self.isFloating():
            frame = QStyleOptionFrame()
            frame.initFrom(self)
            painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameDockWidget, frame)
        option = QStyleOptionDockWidget()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_DockWidgetTitle, option)
