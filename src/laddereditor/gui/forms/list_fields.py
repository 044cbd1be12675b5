"""Fields that are lists of statements or of lines."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from laddereditor.gui.forms.block import Field
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.statements.model import ListWords
from laddereditor.gui.forms.statements.view import StatementView
from laddereditor.model.address import FieldPath
from laddereditor.model.fields import FieldSpec
from laddereditor.presentation.comments.comment_rows import sign_of
from laddereditor.presentation.forms.form_values import EntityForm, shown_at
from laddereditor.presentation.forms.statement_edits import StatementPosition
from laddereditor.rules.finding import Finding


def list_words(spec: FieldSpec) -> ListWords:
    """Return the words of a list field."""
    bullets = spec.shape != "lines"
    return ListWords(
        one=spec.entry_title,
        add=f"Add {spec.entry}",
        empty=f"No {spec.entries} yet. Type here to add {spec.entry}, or paste a list.",
        bullets=bullets,
        examples=bullets,
    )


class ListField(Field):
    """A list of statements, or of lines, with an editor in each row."""

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        big = spec.starts_section
        super().__init__(form_editor, spec.name, spec.title, big=big, parent=parent)
        self.explain(spec.help)
        self.view = StatementView(form_editor, spec.name, list_words(spec), self)
        self.add_body(self.view)
        self.name_editor(self.view, spec.name, spec.title, spec.help)
        self.overridden.connect(self.view.setFocus)

    def bind(self, place: EntityForm) -> None:
        """Show the list, perhaps the inherited one."""
        shown = shown_at(place, self.path)
        self.show_origin(shown, read_only=place.read_only)
        self.view.show_items(
            shown.value,
            inherited=shown.inherited,
            added=shown.added,
            read_only=place.read_only,
        )

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is wrong below the list, and mark its rows."""
        super().show_findings(findings)
        self.view.mark(row_marks(findings, self.path))

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Go to the list, or to one row of it."""
        return focus_row(self.view, rest)

    def flush(self) -> None:
        """Remove an emptied row from the list."""
        self.view.editing.flush()

    def leave(self) -> None:
        """End the typing in a row."""
        self.view.editing.end()


def focus_row(view: StatementView, rest: Sequence[str]) -> QWidget:
    """Go to a list, or to the row that the rest of a path names: `2`, `2/examples/0`."""
    numbers = [int(part) for part in rest if part.isdigit()]
    if numbers:
        view.focus_position(StatementPosition(*numbers[:2]))
    else:
        view.setFocus()
    return view


def row_marks(findings: Sequence[Finding], path: FieldPath) -> dict[StatementPosition, str]:
    """Return the highest severity of each row that findings name."""
    marks: dict[StatementPosition, str] = {}
    for finding in sorted(findings, key=lambda one: one.severity.rank):
        numbers = [int(part) for part in finding.field.below(path).parts if part.isdigit()]
        if numbers:
            marks[StatementPosition(*numbers[:2])] = sign_of(finding)
    return marks
