"""The account of an import as it is exported and printed."""

from laddereditor.exchange.tables.building.result import CellAccount
from laddereditor.presentation.export.listing_offer import listing_offer
from laddereditor.presentation.export.offers import ExportOffer
from laddereditor.presentation.mapping.account_list import OUTCOMES
from laddereditor.presentation.mapping.work import MappingWork
from laddereditor.reports.listing import Listing


def mapping_offer(work: MappingWork) -> ExportOffer:
    """Return the account of a file that is being imported: where each cell goes, or why not."""
    found = work.now.result
    grids = work.now.workbook.grids
    rows = tuple(_account(grids[one.position.sheet].name, one) for one in found.cells)
    heads = ("Sheet", "Cell", "Text", "Outcome", "Where, or why not")
    listing = Listing(f"Import of {work.source}", (found.summary, *found.notes), heads, rows)
    return listing_offer("the import", listing, ())


def _account(sheet: str, one: CellAccount) -> tuple[str, ...]:
    return (sheet, one.cell, one.text, OUTCOMES[one.outcome], one.address or one.reason)
