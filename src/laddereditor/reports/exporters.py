"""The registry of exporters: the formats in which ladders leave the program."""

from laddereditor.reports.assessment.form import FORM_EXPORT
from laddereditor.reports.assessment.word_form import WORD_FORM_EXPORT
from laddereditor.reports.data.case_export import CASE_EXPORT
from laddereditor.reports.data.csv_export import CSV_EXPORT
from laddereditor.reports.data.json_export import JSON_EXPORT
from laddereditor.reports.documents.exporters import DOCUMENT_EXPORTERS
from laddereditor.reports.exporter import Exporter
from laddereditor.reports.report_exporters import PAGE_EXPORTERS, REPORT_EXPORTERS
from laddereditor.reports.site.exporter import SITE
from laddereditor.reports.workbook.xlsx import XLSX_EXPORT

EXPORTERS: tuple[Exporter, ...] = (
    *DOCUMENT_EXPORTERS,
    *PAGE_EXPORTERS,
    SITE,
    XLSX_EXPORT,
    CSV_EXPORT,
    JSON_EXPORT,
    CASE_EXPORT,
    FORM_EXPORT,
    WORD_FORM_EXPORT,
    *REPORT_EXPORTERS,
)


def exporter_named(name: str) -> Exporter:
    """Return an exporter by its name on the command line.

    Raises:
        KeyError: No exporter has this name.
    """
    return {one.name: one for one in EXPORTERS}[name]
