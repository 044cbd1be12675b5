"""What was found about the cells of a matrix, and the comments on them."""

from collections.abc import Iterable, Iterator

from laddereditor.compare.sheet.table import Matrix
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.comments.comment_rows import as_form_findings, open_comments
from laddereditor.presentation.matrix.page import FindingsByPlace
from laddereditor.rules.check import CheckReport
from laddereditor.rules.finding import Finding


def findings_of(report: CheckReport | None, table: Matrix) -> FindingsByPlace:
    """Return findings and comments by address and field path of the cell that shows them."""
    known = {
        (column.address, row.cells[place].field)
        for place, column in enumerate(table.columns)
        for row in table.rows
        if row.cells
    }
    found: dict[tuple[Address, FieldPath], list[Finding]] = {}
    addresses = {column.address for column in table.columns if column.address}
    for finding in (*_about(report, addresses), *_comments(table.ladder, addresses)):
        field = finding.field
        while field and (finding.address, field) not in known:
            field = field.above
        if field:
            found.setdefault((finding.address, field), []).append(finding)
    return found


def _comments(ladder: Ladder | None, addresses: set[Address]) -> Iterator[Finding]:
    """Yield the open comments of some entities."""
    having = open_comments(ladder) if ladder else {}
    for address in addresses & having.keys():
        assert ladder is not None
        yield from as_form_findings(ladder, address)


def _about(report: CheckReport | None, addresses: set[Address]) -> Iterable[Finding]:
    found = report.findings if report else ()
    return (finding for finding in found if finding.address in addresses)
