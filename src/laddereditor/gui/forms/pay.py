"""The field of pay: its status, the note for readers, the ranges."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from laddereditor.gui.focus.passing import FocusPassing
from laddereditor.gui.forms.block import Field, FormBlock
from laddereditor.gui.forms.cells import TextCell
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.inputs import ChoiceInput
from laddereditor.gui.forms.tables.fields import TableTexts, focus_cell
from laddereditor.gui.forms.tables.model import Records, RecordSpec
from laddereditor.gui.forms.tables.view import RecordTable
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.growing import TextInput
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.pay import Pay, PayRange
from laddereditor.presentation.forms.form_values import EntityForm, FormValue, shown_at
from laddereditor.presentation.forms.value_labels import choice_options


class PayField(Field):
    """Pay of a level or a profile, perhaps inherited. An empty pay is not stored."""

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec.name, spec.title, big=True, parent=parent)
        self.explain(spec.help)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().space("m"))
        specs = field_specs(Pay)
        self.status = ChoiceInput(body)
        self.status.offer(choice_options(specs["status"]))
        self.status.chosen.connect(self._on_status)
        self.note = TextInput(body, least_lines=1)
        self.cell = TextCell(form_editor, spec.name.at("note"), self.note)
        self.table = RecordTable(
            RecordSpec(
                PayRange,
                adding="Add a range: type a market",
                take=self._take,
                texts=TableTexts(form_editor, spec.name.at("ranges")),
                conventions=lambda: form_editor.conventions,
            ),
            body,
            show_text=self._show_message_at_ranges,
            end_typing=form_editor.end_typing,
        )
        row = QHBoxLayout()
        row.setSpacing(current_theme().space("m"))
        status, note = self._block("status", self.status), self._block("note", self.note)
        self._ranges = self._block("ranges", self.table)
        self._parts = (status, note, self._ranges)
        row.addWidget(status, 1)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(note)
        column.addWidget(self._ranges)
        self.add_body(body)
        self.name_editor(body, spec.name, spec.title, spec.help)
        FocusPassing(body, self.status)
        self.overridden.connect(lambda: self.focus(()))

    def _block(self, name: str, editor: QWidget) -> FormBlock:
        spec = field_specs(Pay)[name]
        block = FormBlock(self.form_editor, self.path.at(name), spec.title)
        block.explain(spec.help, shown=False)
        block.add_body(editor)
        block.name_editor(editor, f"{self.path}.{name}", f"Pay: {spec.title.lower()}", spec.help)
        return block

    # -- taking -------------------------------------------------------------------------------

    def _on_status(self, status: str) -> None:
        self.form_editor.put(self.path.at("status"), status)

    def _show_message_at_ranges(self, message: str) -> None:
        self._ranges.show_text(message)

    def _take(self, records: Records, key: str) -> bool:
        path = self.path.at("ranges")
        merge = f"type:{self.form_editor.address}/{path}/{key}" if key else ""
        return self.form_editor.change_list(path, records, merge=merge)

    # -- showing ------------------------------------------------------------------------------

    def bind(self, place: EntityForm) -> None:
        """Show the pay."""
        shown = shown_at(place, self.path)
        self.show_origin(shown, read_only=place.read_only)
        pay = shown.value or Pay()
        self.status.setEnabled(not place.read_only)
        self.status.put(pay.status)
        note = FormValue(pay.note, inherited=shown.inherited and bool(pay.note))
        self.cell.show(note, read_only=place.read_only)
        self.table.show_records(pay.ranges, read_only=place.read_only)

    def forget(self) -> None:
        """Discard what was typed and show the note."""
        self.cell.forget()

    def blocks(self) -> Iterator[FormBlock]:
        """Yield this block and its parts."""
        yield self
        yield from self._parts

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Go to one part."""
        name = rest[0] if rest else "status"
        if name == "ranges":
            return focus_cell(self.table, rest[1:])
        editor: QWidget = self.note if name == "note" else self.status
        editor.setFocus()
        return editor
