"""A comparison as it leaves the window: exported, printed, or copied as a table to paste."""

from dataclasses import dataclass

from laddereditor.compare.sheet.counting import differences_only
from laddereditor.compare.sheet.table import Comparison
from laddereditor.gui.clipboard.clipboard import put, text_data
from laddereditor.gui.compare.columns import MIN_COLUMNS
from laddereditor.gui.compare.compare_columns import CompareColumns
from laddereditor.gui.compare.model import CompareModel
from laddereditor.gui.compare.presenter import Presenter
from laddereditor.gui.compare.table import CompareTable
from laddereditor.gui.export.paper import show_preview
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.export.offers import (
    READERS,
    WITH_PAY,
    ExportOffer,
    comparison_offer,
    summary_offers,
    talk_offer,
)
from laddereditor.reports.comparison.table import to_html_table, to_tsv

NOTHING_TO_SUM_UP = "There is nothing to sum up yet: compare at least two columns."


@dataclass(frozen=True, slots=True)
class CompareExport:
    """Exports, prints and copies what Compare shows."""

    workspace: Workspace
    dialogs: Dialogs
    compare_columns: CompareColumns
    table: CompareTable
    model: CompareModel
    presenter: Presenter

    def copy(self) -> None:
        """Put the comparison on the clipboard, as a table for Word and Excel."""
        comparison = self._shown()
        if comparison is None:
            self.workspace.notice.emit("There is nothing to take away yet: choose columns first.")
            return
        offer = comparison_offer(comparison, ())
        reader = self._ask_who_reads() if offer.has_pay else WITH_PAY
        if reader is None:
            return
        copy_table(offer.report(reader == WITH_PAY))
        what = "" if reader == WITH_PAY else ", without pay"
        self.workspace.notice.emit(f"Copied as a table{what}. Paste it into Word or Excel.")

    def _ask_who_reads(self) -> str | None:
        return self.dialogs.choose(
            "Copy as a table",
            "The comparison says what people are paid. Who will read the table?",
            list(READERS.items()),
            "Copy",
        )

    def offers(self) -> tuple[ExportOffer, ...]:
        """Return the comparison, if there is one."""
        comparison = self._shown()
        if comparison is None or self.model.comparison is None:
            return ()
        files = self.compare_columns.files
        return comparison_offer(comparison, files), *summary_offers(self.model.comparison, files)

    def summed_up(self) -> tuple[Comparison | None, int]:
        """Return what the summary is about: the comparison, and the current column."""
        return self.model.comparison, self.table.currentIndex().column()

    def print_talk(self) -> None:
        """Show the print preview of the sheet for a talk about the step to the current column."""
        self.table.apply_typed()
        comparison, column = self.summed_up()
        if comparison is None or len(comparison.columns) < MIN_COLUMNS:
            self.workspace.notice.emit(NOTHING_TO_SUM_UP)
            return
        offer = talk_offer(comparison, column, self.compare_columns.files)
        show_preview([offer], self.dialogs, self.table.window())

    def _shown(self) -> Comparison | None:
        self.table.apply_typed()
        comparison = self.model.comparison
        if comparison is None or not self.presenter.differences:
            return comparison
        return differences_only(comparison)


def copy_table(comparison: Comparison) -> None:
    """Put the comparison on the clipboard as a table, for Word and for Excel."""
    written, marked = to_tsv(comparison, marked=False), to_tsv(comparison)
    put(text_data(written, marked, to_html_table(comparison)))
