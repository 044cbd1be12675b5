"""Reports that the program cannot start: on the screen, at the terminal, and in the log."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from laddereditor.presentation.unexpected.terminal import EXIT_CODE

if TYPE_CHECKING:
    from laddereditor.gui.unexpected.errors import UnexpectedErrors


def report_no_start(errors: "UnexpectedErrors", error: BaseException) -> int:
    """Log an error that leaves no window to work in, and say so; returns the exit code."""
    errors.take(error, quietly=True)
    if QApplication.instance() is not None:
        box = no_start_box(errors)
        box.exec()
        box.deleteLater()
    return EXIT_CODE


def no_start_box(errors: "UnexpectedErrors") -> QMessageBox:
    """Return the dialog that reports it."""
    box = QMessageBox()
    box.setObjectName("noStart")
    box.setWindowTitle("Ladder Editor")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(
        "Ladder Editor cannot start: it made a mistake while its window was being set up.\n\n"
        f"None of your files was touched. {errors.log_text()} No text of your ladders is in it."
    )
    box.setDetailedText(errors.report())
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.setDefaultButton(QMessageBox.StandardButton.Close)
    return box
