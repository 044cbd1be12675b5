"""Taking a comparison away: onto the clipboard, onto paper, into a web page."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPaintEngine,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from laddereditor.compare.reports.comparison_html import comparison_html
from laddereditor.compare.reports.comparison_table import (
    comparison_paper,
    to_html_table,
    to_tsv,
)
from laddereditor.compare.reports.report_words import title_words
from laddereditor.compare.sheet.counting import differences_only
from laddereditor.compare.sheet.table import Comparison
from laddereditor.gui.clipboard import put, text_data
from laddereditor.gui.exports import Export, export_text
from laddereditor.gui.workspace import Workspace
from laddereditor.presentation.asking import Asker
from laddereditor.presentation.home import home_folder
from laddereditor.storage.files.atomic import make_like

_PRINT_POINTS = 8
_MARGIN = 12  # millimetres


def to_take(comparison: Comparison, names: Sequence[str], *, differences: bool) -> Comparison:
    """Return what leaves the window: what is shown, with the ladders' names if they are several."""
    if len(set(names)) > 1:
        columns = tuple(
            replace(subject, origin=name)
            for subject, name in zip(comparison.columns, names, strict=True)
        )
        comparison = replace(comparison, columns=columns)
    return differences_only(comparison) if differences else comparison


def copy_table(comparison: Comparison) -> None:
    """Put the comparison on the clipboard as a table, for Word and for Excel."""
    written, marked = to_tsv(comparison, marked=False), to_tsv(comparison)
    put(text_data(written, marked, to_html_table(comparison)))


def page_name(comparison: Comparison) -> str:
    """Return a file name for the page, such as `AI ML Engineer P2, P3.html`."""
    words = re.sub(r"[^\w ,.-]+", " ", title_words(comparison))
    return f"{' '.join(words.split())[:100].strip(' .,')}.html"


class TakeAway:
    """Copies, prints and saves what a view shows."""

    def __init__(
        self,
        workspace: Workspace,
        asker: Asker,
        compared: Callable[[], Comparison | None],
        files: Callable[[], Sequence[Path]],
    ) -> None:
        """Take away what `compared` returns, which is from `files`; None means nothing yet."""
        self._workspace, self._asker, self._compared = workspace, asker, compared
        self._files = files

    def _now(self) -> Comparison | None:
        comparison = self._compared()
        if comparison is None:
            self._workspace.notice.emit("There is nothing to take away yet: choose columns first.")
        return comparison

    def copy(self) -> None:
        """Put the comparison on the clipboard."""
        comparison = self._now()
        if comparison is not None:
            copy_table(comparison)
            self._workspace.notice.emit("Copied as a table. Paste it into Word or Excel.")

    def print(self, parent: QWidget) -> None:
        """Show the comparison as it is printed; it is printed from there."""
        comparison = self._now()
        if comparison is not None:
            Preview(comparison, self._files(), self._asker, parent).open()

    def save(self) -> None:
        """Save the comparison as a web page where the person says."""
        comparison, session = self._now(), self._workspace.session
        if comparison is None:
            return
        folder = session.path.parent if session and session.path else home_folder()
        path = self._asker.page_to_save(folder / page_name(comparison))
        if path is None:
            return
        page = Export("The page", comparison_html(comparison), self._files())
        export_text(self._workspace, self._asker, path, page)


class Preview(QPrintPreviewDialog):
    """Shows how a comparison is printed, and prints it."""

    def __init__(
        self, comparison: Comparison, files: Sequence[Path], asker: Asker, parent: QWidget
    ) -> None:
        """Show a comparison; what is printed into a file is no more open than `files`."""
        # Qt does not keep the printer that it is given.
        self._printer = _printer(comparison)
        super().__init__(self._printer, parent)
        self.setObjectName("comparePreview")
        self.setWindowTitle("Print the comparison")
        self.resize(1000, 700)
        self._document = printed(comparison)
        self._files, self._asker = files, asker
        self.paintRequested.connect(self._print)
        self.finished.connect(self.deleteLater)

    def _print(self, printer: QPrinter) -> None:
        file = printer.outputFileName()
        if not file or printer.paintEngine().type() == QPaintEngine.Type.Picture:
            _print(self._document, printer)  # on paper, or for the preview
            return
        make_like(Path(file), self._files)  # Qt would make it as open as any
        _print(self._document, printer)
        if printer.printerState() == QPrinter.PrinterState.Error:
            self._asker.tell(
                "The comparison was not printed",
                f"{file} could not be written. Print into another folder or under another name.",
            )


def _printer(comparison: Comparison) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    wide = len(comparison.columns) > 2
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    size = QPageSize(QPageSize.PageSizeId.A4)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    printer.setPageLayout(QPageLayout(size, turned, margins, QPageLayout.Unit.Millimeter))
    printer.setDocName(title_words(comparison))
    return printer


def _print(document: QTextDocument, printer: QPrinter) -> None:
    layout: QAbstractTextDocumentLayout = document.documentLayout()
    layout.setPaintDevice(printer)
    document.setPageSize(printer.pageRect(QPrinter.Unit.DevicePixel).size())
    document.print_(printer)


def printed(comparison: Comparison) -> QTextDocument:
    """Return the comparison as a document whose heads stand on every page."""
    document = QTextDocument()
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(_PRINT_POINTS)
    document.setDefaultFont(font)
    document.setHtml(comparison_paper(comparison))
    return document
