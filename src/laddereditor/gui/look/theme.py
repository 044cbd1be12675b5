"""The theme of all widgets: colours by role, a spacing scale, and the platform's type scale.

The colours are chosen so that text has a contrast of at least 4.5:1 (WCAG 2.1, 1.4.3), and outlines
of controls, focus rings and disabled text at least 3:1 (1.4.11; it asks nothing of disabled text).
"""

import json
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from laddereditor.assets import resource
from laddereditor.gui.look.style import style_sheet
from laddereditor.presentation.settings.color_scheme import ColorScheme, SchemeChoice

_WITH_INDICATORS = ("QCheckBox", "QRadioButton")
# Percent by which Fusion draws the outline darker than the window; in dark colours some more,
# as the thin circle of a radio button is blended with its ground.
_DARKER_OUTLINE = {"light": 127, "dark": 160}
_THEMED = "themed"  # property of the application: its palette is one of ours
_STYLED = "styledFont"  # property of the application: its font when it got its style sheet


@dataclass(frozen=True)
class Theme:
    """One colour scheme: `theme.color("error")`; and the sizes both schemes share."""

    scheme: ColorScheme
    colors: dict[str, str]
    metrics: dict[str, object]

    def color(self, role: str) -> QColor:
        """Return the colour of a role, such as "text_muted" or "added_bg"."""
        return QColor(self.colors[role])

    @property
    def toolbar_icon(self) -> int:
        """The size of the toolbar's icons in pixels."""
        return int(str(self.metrics.get("toolbar_icon", 20)))

    def space(self, step: str) -> int:
        """Return a step of the spacing scale ("xs" … "xxl") in pixels."""
        spaces = self.metrics["space"]
        assert isinstance(spaces, dict)
        return int(spaces[step])

    def font(self, step: str, *, bold: bool = False) -> QFont:
        """Return the platform's font at a step of the type scale ("title", "heading", …)."""
        scale = self.metrics["type"]
        assert isinstance(scale, dict)
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * float(scale[step]))
        font.setBold(bold)
        return font


@cache
def load_theme(scheme: ColorScheme) -> Theme:
    """Return the theme of a colour scheme."""
    folder = resource("themes")
    colors = json.loads(folder.joinpath(f"{scheme}.json").read_text("utf-8"))
    metrics = json.loads(folder.joinpath("metrics.json").read_text("utf-8"))
    return Theme(scheme, colors, metrics)


def system_scheme(app: QApplication) -> ColorScheme:
    """Return the colour scheme the desktop asks for."""
    if not app.property(_THEMED):  # the palette is still the desktop's own, and quick to ask
        return "dark" if _is_dark(app.palette()) else "light"
    from PySide6.QtCore import Qt

    hints = QGuiApplication.styleHints()
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def current_theme() -> Theme:
    """Return the current theme, which the application's palette reveals."""
    return load_theme("dark" if _is_dark(QApplication.palette()) else "light")


def _is_dark(palette: QPalette) -> bool:
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def apply_theme(app: QApplication, choice: SchemeChoice) -> Theme:
    """Give the application the colours of `choice`; returns the theme."""
    theme = load_theme(system_scheme(app) if choice == "system" else choice)
    app.setProperty(_THEMED, True)
    app.setPalette(make_palette(theme))
    for name in _WITH_INDICATORS:  # the stub asks for bytes, the call for a text
        app.setPalette(outlining(make_palette(theme), theme), name)  # type: ignore[arg-type]
    sheet = style_sheet(theme.colors, theme.space, theme.metrics)
    # To set it again would restyle every widget; widgets take a new font of the application then.
    if app.styleSheet() != sheet or app.property(_STYLED) != app.font():
        app.setStyleSheet(sheet)
        app.setProperty(_STYLED, app.font())
    return theme


def outlining(palette: QPalette, theme: Theme) -> QPalette:
    """Make the outline of check boxes and radio buttons visible in a palette, and return it.

    The style draws it in the window's colour made darker, which is invisible on a dark ground. The
    palette is not copied, because that makes all of Qt's enums known to Python, which takes longer
    than all else that the theme needs.
    """
    outline = theme.color("border_strong").lighter(_DARKER_OUTLINE[theme.scheme])
    palette.setColor(QPalette.ColorRole.Window, outline)
    return palette


def make_palette(theme: Theme) -> QPalette:
    """Return Qt's palette for a theme."""
    role = QPalette.ColorRole
    palette = QPalette()
    pairs = {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "base",
        role.AlternateBase: "alternate",
        role.Text: "text",
        role.Button: "panel",
        role.ButtonText: "text",
        role.Highlight: "selection",
        role.HighlightedText: "selection_text",
        role.Link: "link",
        role.PlaceholderText: "text_muted",
        role.ToolTipBase: "tooltip_bg",
        role.ToolTipText: "tooltip_text",
        role.Mid: "border",
        role.Accent: "accent",
    }
    for target, name in pairs.items():
        palette.setColor(target, theme.color(name))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, theme.color("text_disabled"))
    return palette
