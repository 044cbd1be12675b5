"""The Qt binding itself: a release that mishandles Python's constants is seen here."""

import sys

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

CALLS = 3000


def test_that_qt_keeps_the_reference_counts_of_none_and_booleans(qtbot: QtBot) -> None:
    """PySide6 6.12.0 gave one reference too many back at each call on Python 3.11."""
    field, thing = QLineEdit(), QObject()
    qtbot.addWidget(field)
    field.setText("warm")
    counts = [sys.getrefcount(constant) for constant in (None, True, False)]
    for number in range(CALLS):
        field.setText(str(number))
        field.isVisible()
        thing.signalsBlocked()
    after = [sys.getrefcount(constant) for constant in (None, True, False)]
    drift = [abs(new - old) for new, old in zip(after, counts, strict=True)]
    assert max(drift) < CALLS / 10, f"references drifted by {drift} over {CALLS} calls"
