"""How far an export is, with a button to cancel it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from laddereditor.gui.dialogs.questions import Question

_MOMENT_MS = 300  # an export that ends sooner shows no progress


class ExportCancelled(Exception):
    """The person cancelled the export; nothing was written."""


class ExportProgress(Question):
    """How far an export is, with a button to cancel it; it is shown if that takes a while."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("Exporting", f"{name} is being written.", parent)
        self.setModal(True)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("export.progress")
        self._bar.setAccessibleName(f"Progress of {name}")
        self._bar.setRange(0, 100)
        self.add(self._bar)
        self.offer_cancel()
        self._ended = False
        self._moment = QTimer(self, singleShot=True, interval=_MOMENT_MS)
        self._moment.timeout.connect(self.show)

    def watch(self, cancel: Callable[[], None]) -> None:
        """Show the progress after a moment, unless the export has ended; call `cancel` for it."""
        if not self._ended:
            self.rejected.connect(cancel)
            self._moment.start()

    def report(self, share: float) -> None:
        """Show the progress, from 0 to 1."""
        self._bar.setValue(round(100 * share))

    def end(self) -> None:
        """Close it: the export has ended."""
        self._ended = True
        self._moment.stop()
        self.accept()
        self.deleteLater()
