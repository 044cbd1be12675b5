"""Labels that follow the theme: plain text in a colour role and a step of the type scale."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QToolButton, QWidget

from laddereditor.gui.look.escaping import tip
from laddereditor.gui.look.icons import pixmap
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.layout import first_lines, text_height

__all__ = [
    "ElidedFormLabel",
    "FewLinesLabel",
    "LinkButton",
    "PlainLabel",
    "Separator",
    "ThemeIcon",
    "set_style_property",
    "tip",
]

_WORDS = QPalette.ColorRole.WindowText
_RESTYLE = (
    QEvent.Type.PaletteChange,
    QEvent.Type.StyleChange,
    QEvent.Type.ApplicationFontChange,
)


class PlainLabel(QLabel):
    """A label of plain text; text from a file is never taken for markup."""

    def __init__(  # noqa: PLR0913 - what a label may say of its looks
        self,
        text: str = "",
        role: str = "text",
        step: str = "body",
        *,
        bold: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show a text.

        Args:
            text: The text.
            role: Its colour, as the theme names it.
            step: Its size, as the theme names it: `small`, `body`, `heading`, `title`.
            bold: Whether it is bold.
            wrap: Whether it is broken into lines where it is too long.
            parent: The parent widget.
        """
        super().__init__(parent)
        self._role, self._step, self._bold = role, step, bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.apply_role()
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show a text; with a buddy, `&` would be read as a mnemonic and is doubled."""
        shown = text.replace("&", "&&") if self.buddy() else text
        if shown != self.text():
            self.setText(shown)

    def apply_role(self) -> None:
        """Apply the colour and font of the current theme."""
        theme = current_theme()
        font, color = theme.font(self._step, bold=self._bold), theme.color(self._role)
        # Compared with the present ones: setting a style sheet again would remove both.
        if font.pointSizeF() != self.font().pointSizeF() or font.bold() != self.font().bold():
            self.setFont(font)
        if self.palette().color(QPalette.ColorRole.WindowText) != color:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.WindowText, color)
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the theme or of the text size."""
        super().changeEvent(event)
        if event.type() in _RESTYLE and hasattr(self, "_bold"):
            self.apply_role()


class ElidedFormLabel(PlainLabel):
    """A label of the form that is cut off with “…” where there is no room for it."""

    least = 0  # characters that are shown in any case

    def minimumSizeHint(self) -> QSize:
        """Return the size of the words that are shown in any case."""
        whole = super().minimumSizeHint()
        least = max(1, self.fontMetrics().averageCharWidth() * self.least)
        return QSize(min(whole.width(), least), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words that fit."""
        words = self.text().replace("&&", "&") if self.buddy() else self.text()
        room = self.contentsRect()
        fitting = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        self.style().drawItemText(
            painter, room, self.alignment(), self.palette(), self.isEnabled(), fitting, _WORDS
        )
        painter.end()


class FewLinesLabel(PlainLabel):
    """A label of a few lines; what has no room in them ends with “…”, and a tip has all of it."""

    def __init__(self, lines: int, step: str, parent: QWidget) -> None:
        """Show no text yet.

        Args:
            lines: How many lines there may be.
            step: Its size, as the theme names it.
            parent: The parent widget.
        """
        self._words, self._lines = "", lines
        super().__init__(step=step, bold=True, wrap=True, parent=parent)
        self.setMinimumWidth(1)  # a word of any length must not widen the window
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_text(self, text: str) -> None:
        """Show a text, as much of it as there is room for."""
        self._words = text
        self.setAccessibleName(text)
        self._shorten()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at a width in pixels."""
        # With some fonts, lines that are laid out are higher than the spacing that Qt counts here.
        most = text_height("\n".join("x" * self._lines), width, self.font(), hyphens=False)
        needed = text_height(self.text(), width, self.font(), hyphens=False)
        return min(max(super().heightForWidth(width), needed), most)

    def _shorten(self) -> None:
        room = self.contentsRect().width() - 2 * max(self.indent(), 0)
        shown = first_lines(self._words, room, self.font(), self._lines)
        super().show_text(shown)
        self.setToolTip(tip(self._words) if shown != self._words else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for now."""
        super().resizeEvent(event)
        self._shorten()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._shorten()


class ThemeIcon(QLabel):
    """An icon that follows the theme."""

    def __init__(self, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._size = size
        self._name, self._role = "", "text"
        self._drawn: tuple[str, str, str] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def draw(self, name: str, role: str = "text") -> None:
        """Show the icon `name` in the colour of `role`."""
        self._name, self._role = name, role
        scheme = current_theme().scheme
        if self._drawn != (name, role, scheme):
            self._drawn = (name, role, scheme)
            self.setPixmap(pixmap(name, role, self._size))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the theme."""
        super().changeEvent(event)
        if event.type() in _RESTYLE and hasattr(self, "_name") and self._name:
            self.draw(self._name, self._role)


class LinkButton(QToolButton):
    """A button that looks like a link, and that Tab reaches."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, step: str = "body"
    ) -> None:
        """Show a text as a link.

        Args:
            text: The text.
            parent: The parent widget.
            step: Its size, as the theme names it.
        """
        super().__init__(parent)
        self._step = step
        self.setProperty("look", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoRaise(True)
        self.setFont(current_theme().font(step))
        self.show_text(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the text size."""
        super().changeEvent(event)
        if event.type() in _RESTYLE and hasattr(self, "_step"):
            font = current_theme().font(self._step)
            if font.pointSizeF() != self.font().pointSizeF():
                self.setFont(font)

    def show_text(self, text: str) -> None:
        """Show a text; `&` is not a mnemonic here."""
        if text != self.accessibleName():
            self.setText(text.replace("&", "&&"))
            self.setAccessibleName(text)


class Separator(QFrame):
    """A thin line between sections."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "line")
        self.setFixedHeight(1)


def set_style_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for, and restyle the widget if it changed.

    Args:
        widget: The widget.
        name: The name of the property.
        value: Its value.
    """
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
