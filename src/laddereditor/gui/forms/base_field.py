"""The field of the ladder that another one was built from, to be read."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from laddereditor.gui.forms.block import Field
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.text.line import LineInput
from laddereditor.model.fields import FieldSpec
from laddereditor.presentation.forms.form_values import EntityForm, own_value


class BaseField(Field):
    """The base of a ladder and its version; taking a newer version changes it."""

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec.name, spec.title, parent=parent)
        self.editor = LineInput(self)
        self.editor.setReadOnly(True)
        self.editor.setPlaceholderText("No other ladder")
        self.explain(spec.help, shown=False)
        self.add_body(self.editor)
        self.name_editor(self.editor, spec.name, spec.title, spec.help)

    def bind(self, place: EntityForm) -> None:
        """Show the base."""
        base = own_value(place.entity, self.path)
        version = f", version {base.version}" if base and base.version else ""
        self.editor.put(f"{base.ladder}{version}" if base else "")

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Give the line the focus."""
        self.editor.setFocus()
        return self.editor
