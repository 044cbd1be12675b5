"""Reports on paper: laid out dark on light, shown before they are printed, or written as PDF."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import (
    QAction,
    QFont,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPaintEngine,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from laddereditor.gui.export.row_breaks import keep_rows_whole
from laddereditor.gui.look.icons import icon
from laddereditor.gui.look.theme import current_theme
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.export.offers import ExportOffer
from laddereditor.reports.common.text_layout import Terminal
from laddereditor.reports.formats import Format, formats_of
from laddereditor.storage.files.atomic import make_like

_PAGE_POINTS, _TABLE_POINTS = 10, 8
_MARGIN = 12  # millimetres
_POINTS_PER_INCH = 72
_PAY = "With pay: for those who may see it"
_LONGEST_ZOOM = "1000.00%"
# The program's own pictures for what Qt's dialog shows with pictures of its own.
PICTURES = {
    "First page": "first",
    "Previous page": "previous",
    "Next page": "next",
    "Last page": "last",
    "Fit width": "fit-width",
    "Fit page": "page",
    "Zoom in": "zoom-in",
    "Zoom out": "zoom-out",
    "Portrait": "paper-upright",
    "Landscape": "paper-turned",
    "Show single page": "paper-one",
    "Show facing pages": "paper-two",
    "Show overview of all pages": "paper-all",
    "Page setup": "settings",
    "Print": "print",
}


def paper_format(offer: ExportOffer) -> Format[Any]:
    """Return the format in which an offer is laid out on paper."""
    return next(one for one in formats_of(offer.shows) if one.is_paper)


def paper_font(offer: ExportOffer) -> QFont:
    """Return the font in which an offer is laid out; only the window's thread may ask for it."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(_TABLE_POINTS if offer.is_wide else _PAGE_POINTS)
    return font


def paper_document(offer: ExportOffer, *, pay: bool, font: QFont | None = None) -> QTextDocument:
    """Return an offer laid out for paper, whose tables repeat their heads on every page.

    Args:
        offer: What is printed.
        pay: Whether pay is printed too.
        font: The font, by default that of the offer.
    """
    document = QTextDocument()
    document.setDefaultFont(font or paper_font(offer))
    document.setHtml(paper_format(offer).write(offer.report(pay), Terminal()))
    return document


def pdf_bytes(offer: ExportOffer, *, pay: bool, font: QFont | None = None) -> bytes:
    """Return an offer as a PDF.

    A large matrix takes more than a second.

    Args:
        offer: What is printed.
        pay: Whether pay is in it.
        font: The window's font. With it, this can be called in any thread; without it, in the
            window's only.
    """
    timers = QEventLoop()  # without one the layout of a document has no timers in a thread
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(offer.title)
    writer.setPageLayout(_page_layout(offer))
    _print(paper_document(offer, pay=pay, font=font), writer, offer)
    buffer.close()
    del timers
    return bytes(data.data())


def _page_layout(offer: ExportOffer) -> QPageLayout:
    turned = (
        QPageLayout.Orientation.Landscape if offer.is_wide else QPageLayout.Orientation.Portrait
    )
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, turned, margins, QPageLayout.Unit.Millimeter)


def _print(document: QTextDocument, device: QPagedPaintDevice, offer: ExportOffer) -> None:
    layout = document.documentLayout()
    layout.setPaintDevice(device)
    page = device.pageLayout().paintRectPixels(device.logicalDpiX())
    keep_rows_whole(document, QSizeF(page.size()), _scale(device))
    document.print_(device)


def _scale(device: QPagedPaintDevice) -> float:
    """Return how many pixels of a device are one of the screen, in which formats are given."""
    screen = QGuiApplication.primaryScreen()
    return device.logicalDpiY() / (screen.logicalDotsPerInchY() if screen else 96)


class PrintPreview(QPrintPreviewDialog):
    """Shows how an offer is printed, and prints it."""

    def __init__(
        self, offer: ExportOffer, dialogs: Dialogs, parent: QWidget, *, pay: bool = False
    ) -> None:
        """Show an offer; a file printed from it gets no wider permissions than its sources.

        Args:
            offer: What is printed.
            dialogs: Asks for the file when it is printed into one.
            parent: The window.
            pay: Whether pay is printed at first.
        """
        # Qt does not keep the printer that it is given.
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageLayout(_page_layout(offer))
        self._printer.setDocName(offer.title)
        super().__init__(self._printer, parent)
        self.setObjectName("printPreview")
        self.setWindowTitle(f"Print {offer.kind}: {offer.title}")
        self.resize(1000, 700)
        self._offer, self._dialogs = offer, dialogs
        self._document = paper_document(offer, pay=pay)
        _apply_style(self)
        self._offer_pay(pay)
        self.paintRequested.connect(self._paint)
        self.finished.connect(self.deleteLater)

    def _offer_pay(self, pay: bool) -> None:
        """Ask in the dialog whether what people are paid is printed too, as Export asks."""
        layout = self.layout()
        if not self._offer.has_pay or not isinstance(layout, QVBoxLayout):
            return
        choice = QCheckBox(_PAY, self)
        choice.setObjectName("print.pay")
        choice.setToolTip("Without pay it is for everybody.")
        choice.setChecked(pay)
        choice.toggled.connect(self._print_pay)
        box = QHBoxLayout()
        box.setContentsMargins(*(current_theme().space("s"),) * 4)
        box.addWidget(choice)
        box.addStretch(1)
        layout.addLayout(box)

    def _print_pay(self, pay: bool) -> None:
        self._document = paper_document(self._offer, pay=pay)
        for preview in self.findChildren(QPrintPreviewWidget):
            preview.updatePreview()

    def _paint(self, printer: QPrinter) -> None:
        file = printer.outputFileName()
        if not file or printer.paintEngine().type() == QPaintEngine.Type.Picture:
            _print(self._document, printer, self._offer)  # on paper, or for the preview
            return
        make_like(Path(file), self._offer.files)  # Qt would make it as open as any
        _print(self._document, printer, self._offer)
        if printer.printerState() == QPrinter.PrinterState.Error:
            self._dialogs.show_message(
                f"{self._offer.words} was not printed",
                f"{file} could not be written. Print into another folder or under another name.",
            )


def _apply_style(dialog: QPrintPreviewDialog) -> None:
    """Give Qt's dialog the program's icons, and its zoom box enough width for its text."""
    for action in dialog.findChildren(QAction):
        if picture := PICTURES.get(action.text().replace("&", "")):
            action.setIcon(icon(picture))
    for box in dialog.findChildren(QComboBox):
        box.setAccessibleName("Zoom")
        arrow_and_edges = 3 * box.fontMetrics().height()
        box.setMinimumWidth(box.fontMetrics().horizontalAdvance(_LONGEST_ZOOM) + arrow_and_edges)


def show_preview(
    offers: Sequence[ExportOffer], dialogs: Dialogs, parent: QWidget, *, pay: bool = False
) -> PrintPreview | None:
    """Show how the first offer is printed; it is printed from there.

    Args:
        offers: What can be printed.
        dialogs: Reports problems.
        parent: The window.
        pay: Whether pay is in it at first.
    """
    if not offers:
        return None
    preview = PrintPreview(offers[0], dialogs, parent, pay=pay)
    preview.open()
    return preview
