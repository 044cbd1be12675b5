"""The field of typical experience: from so many years to so many, either end open."""

import re
from collections.abc import Sequence
from functools import partial
from typing import Literal

from PySide6.QtWidgets import QHBoxLayout, QWidget

from laddereditor.edits.reading.conventions import Conventions
from laddereditor.edits.reading.numbers import read_number
from laddereditor.edits.reading.years import YEARLY, how_to_write, read_years
from laddereditor.gui.focus.passing import FocusPassing
from laddereditor.gui.forms.block import Field, focus_text
from laddereditor.gui.forms.cells import ParsedCell, Parsing
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.labels import PlainLabel, tip
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.line import LineInput
from laddereditor.model.base import evolve
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.level import Experience
from laddereditor.model.number_text import number_text
from laddereditor.presentation.forms.form_values import EntityForm, shown_at

End = Literal["min", "max"]
_TOO_MANY = 100


def read_limit(unit: str, text: str, conventions: Conventions) -> int | float | Experience | None:
    """Return what a text means: a number, or a whole range such as `3–5 yrs` or `10+`.

    Args:
        unit: What the numbers count.
        text: What was typed.
        conventions: How the person writes numbers.

    Returns:
        The number or the range; None for an empty text.

    Raises:
        ValueError: It is neither; the message is a sentence for people.
    """
    if not text.strip():
        return None
    try:
        return _limited(read_number(text, conventions), unit)
    except ValueError as error:
        if not re.search(r"\d.*[^\d.,\s]|[^\d.,\s].*\d", text):
            raise  # nothing but marks, or no digit at all
        try:
            found = read_years(text, conventions, unit)
        except ValueError:
            raise error from None
        return found.min if found.min == found.max else found


def _limited(number: int | float, unit: str) -> int | float:
    """Return a number of a unit. Raises ValueError for one that cells do not read in a range."""
    if unit == YEARLY and number >= _TOO_MANY:
        raise ValueError(f"That is too many {unit}: {how_to_write(unit)}.")
    return number


class ExperienceField(Field):
    """Two numbers of years, perhaps inherited."""

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec.name, spec.title, parent=parent)
        self.explain(spec.help, shown=False)
        body = QWidget(self)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space("s"))
        self._cells: dict[End, ParsedCell] = {}
        self._messages: dict[End, str] = {}
        self._add_end(row, spec, "min", "0")
        row.addWidget(PlainLabel("to", "text_muted", parent=body))
        self._add_end(row, spec, "max", "open")
        row.addWidget(PlainLabel(spec.unit, "text_muted", parent=body))
        row.addStretch(1)
        self.add_body(body)
        self.name_editor(body, spec.name, spec.title, spec.help)
        FocusPassing(body, self._cells["min"].editor)
        self.overridden.connect(lambda: self.focus(()))

    def _add_end(self, row: QHBoxLayout, spec: FieldSpec, end: End, hint: str) -> None:
        editor = LineInput(self)
        title = field_specs(Experience)[end].title
        editor.setObjectName(f"field.{spec.name}.{end}")
        editor.setAccessibleName(f"{spec.title}: {title.lower()}, in {spec.unit}")
        editor.setAccessibleDescription(field_specs(Experience)[end].help)
        editor.setToolTip(tip(field_specs(Experience)[end].help))
        editor.setPlaceholderText(hint)
        editor.setMaximumWidth(96)
        self._cells[end] = ParsedCell(
            self.form_editor,
            self.path.at(end),
            editor,
            Parsing(
                parse=partial(read_limit, spec.unit),
                write=number_text,
                take=lambda value: self._take(end, value),
                show_reason=lambda message: self._show_message_at(end, message),
                typing=self.path,
                part=lambda value: getattr(value, end) if isinstance(value, Experience) else value,
            ),
        )
        row.addWidget(editor)

    def _show_message_at(self, end: End, message: str) -> None:
        self._messages[end] = message
        self.show_text(next((one for one in self._messages.values() if one), ""))

    def _take(self, end: End, value: object) -> bool:
        if self.form_editor.place is None:
            return False
        now = shown_at(self.form_editor.shown, self.path).value or Experience()
        if isinstance(value, Experience):
            new = evolve(now, min=value.min, max=value.max)
        else:
            new = evolve(now, **{end: value})
        empty = new.min is None and new.max is None and not new.model_extra
        return self.form_editor.type_in(self.path, None if empty else new)

    def bind(self, place: EntityForm) -> None:
        """Show the years."""
        shown = shown_at(place, self.path)
        self.show_origin(shown, read_only=place.read_only)
        years = shown.value or Experience()
        for end, cell in self._cells.items():
            cell.show(getattr(years, end), inherited=shown.inherited, read_only=place.read_only)

    def forget(self) -> None:
        """Discard what was typed and show the years."""
        for cell in self._cells.values():
            cell.forget()

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Give one end the focus and select it."""
        end: End = "max" if rest and rest[0] == "max" else "min"
        return focus_text(self._cells[end].editor)
