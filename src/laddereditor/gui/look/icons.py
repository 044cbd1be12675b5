"""Icons that follow the colour scheme: SVG drawings tinted with a role of the theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from laddereditor.assets import resource
from laddereditor.gui.look.theme import current_theme

_SIZES = (16, 20)
_WORN = "wornIcon"


def icon(name: str, role: str = "text", sizes: tuple[int, ...] = _SIZES) -> QIcon:
    """Return an icon in a colour of the theme.

    Args:
        name: The name of the file in `resources/icons`, without `.svg`.
        role: The colour, as the theme names it.
        sizes: The widths in device-independent pixels that it is drawn in.
    """
    theme = current_theme()
    return _tinted(name, theme.colors[role], theme.colors["text_disabled"], sizes)


def pixmap(name: str, role: str = "text", size: int = 16) -> QPixmap:
    """Return an icon as a pixmap.

    Args:
        name: The name of the file in `resources/icons`, without `.svg`.
        role: The colour, as the theme names it.
        size: The width in device-independent pixels.
    """
    return icon(name, role).pixmap(QSize(size, size))


def set_icon(button: QAbstractButton, name: str, role: str = "text") -> None:
    """Give a button an icon that `refresh_icons` draws again when the colours change.

    Args:
        button: The button.
        name: The name of the file in `resources/icons`, without `.svg`.
        role: The colour, as the theme names it.
    """
    button.setProperty(_WORN, [name, role])
    button.setIcon(icon(name, role))


def refresh_icons(window: QWidget) -> None:
    """Draw the icons of all buttons of a window in the current colours."""
    for button in window.findChildren(QAbstractButton):
        worn = button.property(_WORN)
        if worn:
            button.setIcon(icon(*worn))


@cache
def _tinted(name: str, color: str, disabled: str, sizes: tuple[int, ...]) -> QIcon:
    drawing = resource("icons", f"{name}.svg").read_text("utf-8")
    found = QIcon()
    ratio = _screen_ratio()
    for mode, tint in ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, disabled)):
        data = QByteArray(drawing.replace("currentColor", tint).encode())
        for size in sizes:
            found.addPixmap(_render(data, size, ratio), mode)
    return found


def _screen_ratio() -> float:
    """Return the highest device pixel ratio of all screens, at least 1."""
    return max([1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())])


def _render(data: QByteArray, size: int, ratio: float) -> QPixmap:
    image = QPixmap(round(size * ratio), round(size * ratio))
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    QSvgRenderer(data).render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def app_icon() -> QIcon:
    """Return the program's own icon."""
    found = QIcon()
    for size in (16, 32, 48, 64, 128, 256):
        image = QPixmap()
        image.loadFromData(resource("icons", f"app-{size}.png").read_bytes())
        found.addPixmap(image)
    QGuiApplication.setWindowIcon(found)
    return found
