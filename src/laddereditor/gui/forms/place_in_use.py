"""What of an entry has the keyboard in the form: a field, or a row of one of its lists."""

from PySide6.QtWidgets import QWidget

from laddereditor.gui.forms.rows_view import RowsView
from laddereditor.model.address import FieldPath

_PREFIX = "field."


def place_in_use(form: QWidget) -> FieldPath:
    """Return the path of the field or the row that has the keyboard, "" if none has it."""
    at: QWidget | None = form.window().focusWidget()
    if at is None or not form.isAncestorOf(at):
        return FieldPath()
    row = ""
    while at is not None and at is not form:
        if isinstance(at, RowsView):
            row = _current(at)
        if at.objectName().startswith(_PREFIX):
            name = at.objectName().removeprefix(_PREFIX).removesuffix(".add")
            return FieldPath(name.replace(".", "/")).at(row)
        at = at.parentWidget()
    return FieldPath()


def _current(rows: RowsView) -> str:
    """Return the number of the current item of a list, "" if there is none."""
    numbers = range(rows.model().rowCount())
    return next((str(number) for number in numbers if rows.is_current(number)), "")
