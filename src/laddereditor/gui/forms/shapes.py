"""Which field widget a shape is edited with."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from laddereditor.gui.forms.block import Field
from laddereditor.gui.forms.group_fields import GroupField
from laddereditor.gui.forms.hub import Hub
from laddereditor.gui.forms.list_fields import ListField
from laddereditor.gui.forms.simple_fields import ChoiceField, IdField, ParsedField, TextField
from laddereditor.model.fields import FieldSpec

Make = Callable[[Hub, FieldSpec, QWidget], Field]

BY_SHAPE: dict[str, Make] = {
    "id": IdField,
    "line": TextField,
    "text": TextField,
    "lines": ListField,
    "statements": ListField,
    "choice": ChoiceField,
    "reference": ChoiceField,
    "texts": GroupField,
    "expectations": GroupField,
    "date": ParsedField,
    "number": ParsedField,
}
BY_NAME: dict[str, Make] = {}  # a field that deserves an editor of its own


def make_field(hub: Hub, spec: FieldSpec, parent: QWidget) -> Field | None:
    """Return the widget of a field, or None if its shape is not for a form."""
    make = BY_NAME.get(spec.name) or BY_SHAPE.get(spec.shape)
    return make(hub, spec, parent) if make else None
