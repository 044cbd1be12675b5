"""The editor that fits a cell of the matrix: a text, a choice, the name of a skill."""

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from laddereditor.compare.sheet.table import Cell, Row
from laddereditor.edits.cells.places import CellPlace
from laddereditor.gui.matrix.editors import ChoiceEditor, SkillEditor
from laddereditor.gui.matrix.model import MatrixModel
from laddereditor.gui.sheet.editing import EditingDelegate, EditingHost
from laddereditor.gui.sheet.model import Index
from laddereditor.gui.sheet.pen import Pen
from laddereditor.gui.text.keys import TAKEN
from laddereditor.model.terms import Skill

Options = tuple[tuple[str, str], ...]


class MatrixHost(EditingHost, Protocol):
    """What else the delegate needs to know about the cells."""

    def options(self, row: Row, cell: Cell) -> Options | None:
        """Return what can be chosen in a cell, None where text is typed."""

    def library(self) -> tuple[Skill, ...]:
        """Return the skills that can be added."""


class MatrixDelegate(EditingDelegate):
    """The editors of the matrix."""

    editor_name = "matrixEditor"

    def __init__(self, model: MatrixModel, host: MatrixHost, pen: Pen, parent: QObject) -> None:
        super().__init__(model, host, pen, parent)
        self._model, self._matrix = model, host
        self.begun: tuple[CellPlace | None, str] = (None, "")  # the cell as it was then

    def make_editor(self, index: Index, parent: QWidget) -> QWidget:
        """Return the editor of a cell."""
        row, cell = self._model.row(index.row()), self._model.cell(index)
        assert cell is not None
        self.begun = (cell.spot, cell.full_text)
        options = self._matrix.options(row, cell)
        if options is not None:
            choice = ChoiceEditor(options, parent)
            choice.picked.connect(lambda: self.finish(choice, TAKEN))
            return choice
        if row.section == "skills" and row.kind == "adder":
            line = SkillEditor(self._matrix.library, parent)
            line.picked.connect(lambda: self.finish(line, TAKEN))
            return line
        return super().make_editor(index, parent)

    def begin(self, editor: QWidget, text: str) -> None:
        """Let an editor start from the cell's text."""
        if isinstance(editor, ChoiceEditor):
            editor.put(text)
            if not self.replaces:
                editor.show_list_soon()
        else:
            super().begin(editor, text)

    def typed_in(self, editor: QWidget) -> str:
        """Return the text that an editor holds."""
        if isinstance(editor, SkillEditor):
            return editor.text_taken()
        return editor.text() if isinstance(editor, ChoiceEditor) else super().typed_in(editor)
