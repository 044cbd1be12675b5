"""The style sheet: what a palette cannot express, in the theme's colours and sizes."""

from collections.abc import Callable, Mapping

_TEMPLATE = """
QMainWindow::separator {{ background: {border}; width: 1px; height: 1px; }}
QToolTip {{ background: {tooltip_bg}; color: {tooltip_text}; border: 1px solid {border};
    padding: {xs}px; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit {{
    background: {base}; color: {text}; border: 1px solid {border_strong};
    border-radius: {radius}px; padding: {xs}px {xs}px; selection-background-color: {selection};
    selection-color: {selection_text}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus,
QDoubleSpinBox:focus, QDateEdit:focus {{ border: 1px solid {focus_ring}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QLineEdit:read-only,
QPlainTextEdit:read-only {{ background: {window}; color: {text_inherited};
    border-color: {border}; }}
QLineEdit:read-only:focus, QPlainTextEdit:read-only:focus {{ border-color: {focus_ring}; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
#printPreview QComboBox QLineEdit {{ border: none; padding: 0; background: transparent; }}
QTreeView, QListView, QTableView {{ background: {base}; alternate-background-color: {alternate};
    border: none; outline: none; }}
QAbstractItemView:disabled {{ color: {text_disabled}; selection-background-color: {border};
    selection-color: {text_disabled}; }}
QDockWidget {{ titlebar-close-icon: none; }}
QDockWidget::title {{ background: {panel}; padding: {xs}px {s}px;
    border-bottom: 1px solid {border}; }}
QScrollArea {{ border: none; background: {base}; }}
QScrollArea[look="words"], QScrollArea[look="words"] > QWidget > QWidget {{
    background: transparent; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QTabBar::tab {{ background: {window}; color: {text_muted}; padding: {xs}px {m}px;
    border: none; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {text}; border-bottom: 2px solid {accent}; background: {base}; }}
QTabBar::tab:disabled {{ color: {text_disabled}; }}
QTabBar::tab:selected:disabled {{ border-bottom-color: {border}; }}
QTabBar::tab:hover:!selected {{ color: {text}; background: {hover}; }}
QToolBar {{ background: {panel}; border: none; border-bottom: 1px solid {border};
    spacing: {xs}px; padding: {xs}px; }}
QStatusBar {{ background: {panel}; border-top: 1px solid {border}; }}
QMenuBar {{ background: {panel}; }}
QToolButton {{ border: 1px solid transparent; border-radius: {radius}px; padding: {xs}px; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:checked {{ background: {selection}; color: {selection_text}; }}
QToolButton:focus {{ border-color: {focus_ring}; }}
QToolButton:disabled {{ color: {text_disabled}; }}
QToolButton:checked:disabled {{ background: {border}; color: {text_disabled}; }}
QToolButton[popupMode="2"] {{ padding-right: {l}px; }}
QToolButton::menu-indicator {{ subcontrol-origin: padding; subcontrol-position: center right;
    right: {xs}px; }}
QToolButton[look="push"] {{ background: {base}; border-color: {border_strong}; }}
QToolButton[look="push"]:hover {{ background: {hover}; }}
QToolButton[look="push"]:checked {{ background: {selection}; border-color: {accent}; }}
QToolButton[look="push"]:focus {{ border-color: {focus_ring}; }}
QToolButton[look="push"]:disabled {{ background: {window}; border-color: {border}; }}
QToolButton[look="slim"] {{ padding: 0 {xs}px; }}
QPushButton {{ background: {base}; border: 1px solid {border_strong}; border-radius: {radius}px;
    padding: {xs}px {m}px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:focus {{ border-color: {focus_ring}; }}
QPushButton:default {{ background: {accent}; color: {accent_text}; border-color: {accent}; }}
QPushButton:disabled, QPushButton:default:disabled {{ background: {window};
    color: {text_disabled}; border-color: {border}; }}
QPushButton[look="tile"] {{ border-color: transparent; outline: none; }}
QPushButton[look="tile"]:hover {{ border-color: {border}; }}
QPushButton[look="tile"]:focus {{ border-color: {focus_ring}; }}
QLabel[look="muted"] {{ color: {text_muted}; }}
QLabel[look="empty"] {{ border: 1px solid transparent; }}
QLabel[look="empty"]:focus {{ border-color: {focus_ring}; }}
QPlainTextEdit[look="report"] {{ background: {base}; color: {text};
    border-color: {border_strong}; }}
QPlainTextEdit[look="report"]:focus {{ border-color: {focus_ring}; }}
QPlainTextEdit[look="view"], QTextBrowser[look="view"] {{ background: {base}; color: {text};
    border-color: {base}; border-radius: 0; padding: 0; }}
QPlainTextEdit[look="view"]:focus, QTextBrowser[look="view"]:focus {{
    border-color: {focus_ring}; }}
QSplitter::handle {{ background: {border}; }}
QListView[look="field"] {{ border: 1px solid {border_strong}; border-radius: {radius}px; }}
QListView[look="field"]:focus, QListView[look="field"][active="true"] {{
    border-color: {focus_ring}; }}
QPlainTextEdit[look="inplace"] {{ border: none; padding: 0; background: {base}; }}
QLineEdit[inherited="true"], QPlainTextEdit[inherited="true"] {{ color: {text_inherited};
    background: {window}; border-color: {border}; }}
QLineEdit[inherited="true"]:focus, QPlainTextEdit[inherited="true"]:focus {{
    border-color: {focus_ring}; }}
QToolButton[look="link"] {{ color: {link}; border: 1px solid transparent; padding: 0; }}
QToolButton[look="link"]:hover {{ text-decoration: underline; background: transparent; }}
QToolButton[look="link"]:focus {{ border-color: {focus_ring}; }}
QToolButton[look="link"]:disabled {{ color: {text_disabled}; }}
QTableView[look="field"] {{ border: 1px solid {border_strong}; gridline-color: {border}; }}
QTableView[look="field"]:focus {{ border-color: {focus_ring}; }}
QTableView[look="field"] QHeaderView::section {{ background: {panel}; color: {text_muted};
    border: none; border-bottom: 1px solid {border}; padding: {xs}px; }}
QLineEdit[refused="true"] {{ border: 1px solid {error}; color: {error}; }}
QLineEdit[look="cell"] {{ border-radius: 0; padding: 0; }}
QListView[look="popup"] {{ border: 1px solid {border_strong}; background: {panel}; }}
QListView[look="popup"]::item:selected {{ background: {selection}; color: {selection_text}; }}
QFrame[look="line"] {{ background: {border}; border: none; }}
QTreeView[look="field"] {{ border: 1px solid {border_strong}; border-radius: {radius}px; }}
QTreeView[look="field"]:focus {{ border-color: {focus_ring}; }}
QTextBrowser[look="sheet"] {{ background: #ffffff; color: #1c1f23; border: 1px solid {border}; }}
QTreeView[look="field"]::item {{ padding: {xs}px {s}px; }}
QTreeView[look="field"]::item:selected {{ background: {selection}; color: {selection_text}; }}
QTreeView[look="field"] QHeaderView::section {{ background: {panel}; color: {text_muted};
    border: none; border-bottom: 1px solid {border}; padding: {xs}px {s}px; }}
QFrame[look="notice"] {{ border: none; border-bottom: 1px solid {border}; }}
QFrame[look="notice"][tone="info"] {{ background: {info_bg}; }}
QFrame[look="notice"][tone="warning"] {{ background: {warning_bg}; }}
QFrame[look="notice"] QLabel {{ color: {text}; background: transparent; }}
QWidget[look="paper"] {{ background: {window}; }}
"""


def style_sheet(
    colors: Mapping[str, str], space: Callable[[str], int], metrics: Mapping[str, object]
) -> str:
    """Return the style sheet of the application.

    Args:
        colors: The colour of each role, as CSS writes it.
        space: Returns the pixels of a step from `xs` to `xxl`.
        metrics: Other measures in pixels; `radius` is that of corners.
    """
    spaces = {step: space(step) for step in ("xs", "s", "m", "l", "xl", "xxl")}
    return _TEMPLATE.format(**colors, **spaces, radius=metrics["radius"])
