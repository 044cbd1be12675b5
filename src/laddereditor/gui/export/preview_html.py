"""Reports as they are seen before they leave the program."""

from laddereditor.gui.export.paper import paper_format
from laddereditor.presentation.export.offers import ExportOffer
from laddereditor.reports.common.text_layout import Terminal

_MOST = 300_000  # characters: Qt lays out more of a table in seconds only
_ROW = "</tr>"
_CUT = "</tbody></table><p>… and so on</p>"


def offer_html(offer: ExportOffer, *, pay: bool) -> str:
    """Return an offer as on paper, as HTML; of a very long table the first rows.

    Args:
        offer: What is shown.
        pay: Whether pay is in it.
    """
    html = paper_format(offer).write(offer.report(pay), Terminal())
    if len(html) <= _MOST:
        return html
    end = html.rfind(_ROW, 0, _MOST)
    return html[: end + len(_ROW)] + _CUT if end > 0 else html
