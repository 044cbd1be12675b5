"""The page of one kind of entity, built once and used for every entity of the kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from laddereditor.gui.focus.revealing import Revealer
from laddereditor.gui.focus.scrolling import show_now
from laddereditor.gui.forms.block import Field, FormBlock
from laddereditor.gui.forms.extra import UnknownKeys
from laddereditor.gui.forms.findings import FindingsStrip
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.labels import PlainLabel
from laddereditor.gui.forms.links import Overview
from laddereditor.gui.forms.rows_view import RowsView
from laddereditor.gui.forms.shapes import make_field
from laddereditor.gui.forms.simple_fields import ChoiceField
from laddereditor.gui.look.theme import current_theme
from laddereditor.model.address import FieldPath
from laddereditor.model.base import Entity
from laddereditor.model.fields import field_specs
from laddereditor.model.inputs import Inputs, are_same
from laddereditor.model.ladder import Ladder
from laddereditor.model.shapes import SHORT
from laddereditor.presentation.forms.form_values import EntityForm, field_inputs
from laddereditor.presentation.forms.layouts import FormSection, sections_for
from laddereditor.rules.finding import Finding

MAX_WIDTH = 860
_NARROW = SHORT | {"id"}  # these need no whole row


@dataclass(frozen=True, slots=True)
class SectionBox:
    """A section of a page."""

    title: str
    box: QWidget
    fields: tuple[str, ...]


class FormPage(QScrollArea):
    """The fields of one kind, in sections, one below the other."""

    def __init__(
        self, form_editor: FormEditor, kind: str, entity: type[Entity], parent: QWidget
    ) -> None:
        """Create the fields of a class of entities.

        Args:
            form_editor: Shows and edits the entity.
            kind: The kind, such as `profile`; the object name is `page.<kind>`.
            entity: The class that describes the fields.
            parent: The parent widget.
        """
        super().__init__(parent)
        self.form_editor = form_editor
        self.setObjectName(f"page.{kind}")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fields: dict[str, Field] = {}
        self._inputs: dict[str, Inputs] = {}  # what each field was filled from
        self.sections: list[SectionBox] = []
        self._sheet = self._paper()
        self._sheet.setMaximumWidth(MAX_WIDTH)
        self._column = QVBoxLayout(self._sheet)
        space = current_theme().space
        self._column.setContentsMargins(space("l"), space("m"), space("l"), space("xxl"))
        self._column.setSpacing(space("xl"))
        self.strip = FindingsStrip(form_editor, FieldPath(), self._sheet)
        self._column.addWidget(self.strip)
        self.overview = Overview(self._sheet) if entity is Ladder else None
        if self.overview:
            self._column.addWidget(self.overview)
        self._build(entity)
        self._extra = UnknownKeys(self._sheet)
        self._column.addWidget(self._extra)
        self._column.addStretch(1)
        self._revealer = Revealer(self, self._reveal_focused)

    # -- building -----------------------------------------------------------------------------

    def _paper(self) -> QWidget:
        """Return what the fields stand on, in its place before they come: Qt styles them once."""
        holder = QWidget(self)
        holder.setProperty("look", "paper")
        self.setWidget(holder)
        sheet = QWidget(holder)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(sheet, 1)
        row.addStretch(0)
        return sheet

    def _build(self, entity: type[Entity]) -> None:
        specs = field_specs(entity)
        for section in sections_for(specs):
            self._column.addWidget(self._section(section, entity))

    def _section(self, section: FormSection, entity: type[Entity]) -> QWidget:
        specs = field_specs(entity)
        box = QWidget(self._sheet)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().space("m"))
        if section.title:
            column.addWidget(PlainLabel(section.title, step="heading", bold=True, parent=box))
        for names in section.rows:
            row = QHBoxLayout()
            row.setSpacing(current_theme().space("m"))
            for name in names:
                field = make_field(self.form_editor, specs[name], box)
                if field is not None:
                    self.fields[name] = field
                    is_only_field = len(names) == 1
                    place = Qt.AlignmentFlag(0) if is_only_field else Qt.AlignmentFlag.AlignTop
                    row.addWidget(field, specs[name].form.width, place)
                    if is_only_field and specs[name].shape in _NARROW:
                        row.addStretch(2)
            column.addLayout(row)
        names = tuple(name for row in section.rows for name in row)
        title = section.title or (specs[names[0]].title if self.sections else "General")
        self.sections.append(SectionBox(title, box, names))
        return box

    # -- showing ------------------------------------------------------------------------------

    def bind(self, place: EntityForm) -> None:
        """Show an entity; fields whose values have not changed stay untouched."""
        specs = field_specs(type(place.entity))
        always = (self.form_editor.filled, self.form_editor.refused_texts)
        for name, field in self.fields.items():
            inputs = (*always, *field_inputs(place, specs[name]))
            if field.shows_more or not are_same(inputs, self._inputs.get(name, ())):
                self._inputs[name] = inputs
                field.bind(place)
        self._extra.bind(place.entity)
        if self.overview:
            self.overview.bind(place.ladder)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show each finding below its field, the others at the top."""
        blocks = {block.path: block for field in self.fields.values() for block in field.blocks()}
        found: dict[str, list[Finding]] = {}
        for finding in findings:
            found.setdefault(_nearest(finding.field, blocks), []).append(finding)
        for path, block in blocks.items():
            block.show_findings(found.get(path, ()))
        self.strip.show_findings(found.get("", ()))

    def flush(self) -> None:
        """Apply what was typed but not applied yet."""
        for field in self.fields.values():
            field.flush()

    def leave(self) -> None:
        """Apply what was typed and end the typing, because another record is shown next."""
        for field in self.fields.values():
            field.leave()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Scroll to where Tab leads, but not if an editor disappears with the focus."""
        focused = self.window().focusWidget()
        if focused is not None and focused.isVisible() and focused.isEnabled():
            return super().focusNextPrevChild(following)
        return QWidget.focusNextPrevChild(self, following)

    def forget(self) -> None:
        """Discard what was typed, so that the next update shows every value."""
        self._inputs.clear()
        for field in self.fields.values():
            field.forget()

    def focus_field(self, path: FieldPath) -> None:
        """Scroll to a field or a row of it, and give it the focus.

        A line is selected, as Tab does it; a large text is not, so that no key replaces it.
        """
        if path.name not in self.fields:
            return
        editor = self.fields[path.name].focus(path.rest.parts)
        if isinstance(editor, QPlainTextEdit):
            _deselect(editor)
        self._revealer.start()

    def return_to(self, path: FieldPath) -> None:
        """Go to what undo or redo changed, unless the focus is there; no text is selected.

        From a list in which a row is selected, it goes to the row and does not edit it, so that the
        next Delete deletes a row again and not a letter.
        """
        block, focused = self._block_with_focus(path)
        number = path.below(block.path).name if block else ""
        if isinstance(focused, RowsView) and number.isdigit():
            focused.go_to_item(int(number))
        elif not self._has_focus(path):
            _deselect(self.fields[path.name].focus(path.rest.parts))
        self._revealer.start()

    def _has_focus(self, path: FieldPath) -> bool:
        """Whether the focus is in the innermost block, and in the row, that a path names."""
        block, focused = self._block_with_focus(path)
        if block is None or focused is None:
            return False
        number = path.below(block.path).name
        rows = _rows_view_of(focused, block)
        return rows is None or not number.isdigit() or rows.is_current(int(number))

    def _block_with_focus(self, path: FieldPath) -> tuple[FormBlock | None, QWidget | None]:
        """Return the innermost block that a path names, and what has the focus in it, if any."""
        blocks = {block.path: block for block in self.fields[path.name].blocks()}
        block = blocks.get(FieldPath(_nearest(path, blocks)))
        focused = self.window().focusWidget()
        if block is None or focused is None or not block.isAncestorOf(focused):
            return None, None
        return block, focused

    def focus_first(self) -> None:
        """Go to the first text at the top; nothing is selected, so that no key replaces it."""
        first = next(field for field in self.fields.values() if not isinstance(field, ChoiceField))
        self._focus_field(first)

    def enter(self, section: SectionBox) -> None:
        """Go to the first field of a section; nothing is selected."""
        self._focus_field(self.fields[section.fields[0]])

    def _focus_field(self, field: Field) -> None:
        self._revealer.stop()
        _deselect(field.focus(()))
        self._reveal_focused()

    def _reveal_focused(self) -> None:
        holder, focused = self.widget(), self.window().focusWidget()
        if holder is None or focused is None or not holder.isAncestorOf(focused):
            return
        rect = focused.rect()
        if isinstance(focused, QAbstractItemView) and focused.currentIndex().isValid():
            rect = focused.visualRect(focused.currentIndex())
        show_now(focused, rect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by keys, but not by the arrows of a line, which has nothing above or below."""
        is_arrow = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if is_arrow and isinstance(self.window().focusWidget(), QLineEdit):
            event.accept()
        else:
            super().keyPressEvent(event)

    def scroll_to(self, top: int) -> None:
        """Scroll so that a height of the page, in pixels from its start, is at the top."""
        self._revealer.stop()
        self.verticalScrollBar().setValue(top)


def _deselect(editor: QWidget) -> None:
    """Select no text in an editor, so that no key replaces it."""
    if isinstance(editor, QLineEdit):
        editor.deselect()
    elif isinstance(editor, QPlainTextEdit):
        editor.moveCursor(QTextCursor.MoveOperation.End)


def _rows_view_of(widget: QWidget, block: QWidget) -> RowsView | None:
    """Return the list of rows in a block that a widget is, or is in."""
    above: QWidget | None = widget
    while above is not None and above is not block:
        if isinstance(above, RowsView):
            return above
        above = above.parentWidget()
    return None


def _nearest(path: FieldPath, blocks: Mapping[FieldPath, FormBlock]) -> str:
    """Return the path of the innermost block that a finding's field is in, "" for none."""
    return next((one for one, _ in path.upwards() if one in blocks), "")
