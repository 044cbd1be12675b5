"""The field of equivalents: a table of what other schemes have for a level or a family."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from laddereditor.gui.forms.block import Field
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.suggesting import SuggestionOffer
from laddereditor.gui.forms.tables.fields import TableTexts, focus_cell
from laddereditor.gui.forms.tables.model import Records, RecordSpec
from laddereditor.gui.forms.tables.view import RecordTable
from laddereditor.model.equivalent import Equivalent
from laddereditor.model.fields import FieldSpec
from laddereditor.presentation.forms.equivalent_schemes import schemes_for_text
from laddereditor.presentation.forms.form_values import EntityForm, own_value


class EquivalentsField(Field):
    """The equivalents of a level or a family; schemes of the ladder are suggested."""

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec.name, spec.title, big=True, parent=parent)
        self.explain(spec.help)
        self.table = RecordTable(
            RecordSpec(
                Equivalent,
                adding="Add an equivalent: type a scheme here",
                take=self._take,
                texts=TableTexts(form_editor, spec.name),
                conventions=lambda: form_editor.conventions,
                suggest=self._suggest,
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

    def _suggest(self, name: str, text: str) -> list[SuggestionOffer]:
        place = self.form_editor.place
        if place is None or name != "scheme":
            return []
        found = schemes_for_text(place.ladder, text)
        return [SuggestionOffer({"scheme": one}, one, "link") for one in found]

    def bind(self, place: EntityForm) -> None:
        """Show the equivalents."""
        records = own_value(place.entity, self.path)
        self.table.show_records(records, read_only=place.read_only)

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Go to the table or a cell of it."""
        return focus_cell(self.table, rest)
