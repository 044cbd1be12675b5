"""Tables of other programs: what their sheets hold, and which ladder that is.

Three calls lead from a file to a ladder, all pure but the first:

1. `read_workbook(path)` gives a `Workbook` (`grid`): the cells of all sheets as people see them.
   `read_workbooks(paths)` reads files that belong together to one.
2. `recognised(workbook, pins)` gives a `Mapping` (`mapping`): for each sheet its ranked readings
   and the roles of its columns and rows, and at most three doubts with default answers. `pins` are
   what a person decided; everything else is worked out again around them, so a click on the mapping
   page is one more `Pin` and another call.
3. `applied(workbook, mapping)` gives an `AppliedMapping` (`building/result`): the ladder, and for
   each cell whether it was taken (with its address), left out or not understood (with the reason).

A `SheetMemory` (`memory`) that is given to both calls keeps what was found in each sheet, so that a
decision about one sheet costs one sheet.

`mapping_json` writes pins to a file and reads them again; `Mapping.signature` is the same for files
of the same shape.
"""

from laddereditor.exchange.tables.building.apply import applied
from laddereditor.exchange.tables.building.result import AppliedMapping, CellAccount, StatementCell
from laddereditor.exchange.tables.files.workbook_file import (
    read_workbook,
    read_workbooks,
    workbook_of,
)
from laddereditor.exchange.tables.grid import Grid, GridCell, Span, Workbook
from laddereditor.exchange.tables.mapping import (
    READINGS,
    Choice,
    Doubt,
    GridMapping,
    LineRole,
    Mapping,
    Pin,
    RankedReading,
)
from laddereditor.exchange.tables.memory import SheetMemory
from laddereditor.exchange.tables.recognition.recognise import recognised
from laddereditor.exchange.tables.roles import COLUMN_ROLES, ROLES, ROW_ROLES, TableRole

__all__ = [
    "COLUMN_ROLES",
    "READINGS",
    "ROLES",
    "ROW_ROLES",
    "AppliedMapping",
    "CellAccount",
    "Choice",
    "Doubt",
    "Grid",
    "GridCell",
    "GridMapping",
    "LineRole",
    "Mapping",
    "Pin",
    "RankedReading",
    "SheetMemory",
    "Span",
    "StatementCell",
    "TableRole",
    "Workbook",
    "applied",
    "read_workbook",
    "read_workbooks",
    "recognised",
    "workbook_of",
]
