"""The field of links: a table of addresses and titles."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from laddereditor.gui.forms.block import Field
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.tables.fields import TableTexts, focus_cell
from laddereditor.gui.forms.tables.model import Records, RecordSpec
from laddereditor.gui.forms.tables.view import RecordTable
from laddereditor.model.fields import FieldSpec
from laddereditor.model.web_link import WebLink
from laddereditor.presentation.forms.form_values import EntityForm, shown_at


class WebLinksField(Field):
    """The links of an entity; nothing is opened here."""

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec.name, spec.title, big=True, parent=parent)
        self.explain(spec.help)
        self.table = RecordTable(
            RecordSpec(
                WebLink,
                adding="Add a link: type or paste an address here",
                take=self._take,
                texts=TableTexts(form_editor, spec.name),
                conventions=lambda: form_editor.conventions,
            ),
            self,
            show_text=self.show_text,
            end_typing=form_editor.end_typing,
        )
        self.add_body(self.table)
        self.name_editor(self.table, spec.name, spec.title, spec.help)

    def _take(self, records: Records, key: str) -> bool:
        merge = f"type:{self.form_editor.address}/{self.path}/{key}" if key else ""
        return self.form_editor.change_list(self.path, records, merge=merge)

    def bind(self, place: EntityForm) -> None:
        """Show the links."""
        shown = shown_at(place, self.path)
        self.show_origin(shown, read_only=place.read_only)
        self.table.show_records(shown.value or (), read_only=place.read_only)

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Go to the table or a cell of it."""
        return focus_cell(self.table, rest)
