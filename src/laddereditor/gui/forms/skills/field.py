"""The field of a profile's skills."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from laddereditor.edits.skill_names import add_skill_uses
from laddereditor.edits.skills import create_skill_use
from laddereditor.gui.focus.scrolling import keep_in_sight
from laddereditor.gui.forms.block import Field
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.skills.adder import SkillLine
from laddereditor.gui.forms.skills.model import rows_from
from laddereditor.gui.forms.skills.view import SkillView
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import Entity
from laddereditor.model.fields import FieldSpec
from laddereditor.model.kinds import by_id, label_of
from laddereditor.model.naming import NEW_ITEM
from laddereditor.model.statement import SkillUses, skill_of
from laddereditor.presentation.comments.comment_rows import sign_of
from laddereditor.presentation.forms.form_values import EntityForm, shown_at
from laddereditor.presentation.forms.skill_matching import SkillSuggestion
from laddereditor.rules.finding import Finding

_NOT_YET = "It is not added yet: press Enter behind it to add it, or Escape to drop it."


class SkillsField(Field):
    """The skills in use, and a line to add more."""

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec.name, spec.title, big=True, parent=parent)
        self.explain(spec.help)
        self.view = SkillView(form_editor, spec.name, self)
        self.line = SkillLine(lambda: form_editor.shown.ladder.skills, self)
        self.line.setObjectName(f"field.{spec.name}.add")
        self.line.setAccessibleName("Add a skill")
        self.add_body(self.view)
        self.add_body(self.line)
        self.name_editor(self.view, spec.name, spec.title, spec.help)
        self._adding = FieldPath(spec.name).at(NEW_ITEM)  # of a name that is not added yet
        self._shown: tuple[object, ...] = ()
        self._filled, self._record = -1, (0, "")
        self._names: dict[tuple[int, str], str] = {}
        self._library: tuple[object, dict[str, Entity]] = (None, {})
        self.overridden.connect(self.view.setFocus)
        self.line.taken.connect(self._on_taken)
        self.line.pasted.connect(self.view.paste_text)
        self.line.textChanged.connect(lambda _text: form_editor.accept(self._adding))

    def bind(self, place: EntityForm) -> None:
        """Show the uses of skills, and the name that was being typed for this record."""
        if self._filled != self.form_editor.filled:
            self._keep_names_apart(place.address)
        shown = shown_at(place, self.path)
        self.show_origin(shown, read_only=place.read_only)
        uses: SkillUses = shown.value or ()
        ladder = place.ladder
        state = (
            uses,
            ladder.skills,
            ladder.proficiencies,
            place.read_only,
            shown.inherited,
            shown.added,
            place.address,
        )
        if len(self._shown) == len(state) and all(map(_same, state, self._shown)):
            return
        self._shown = state
        if self._library[0] is not ladder.skills:
            self._library = (ladder.skills, by_id(ladder, "skill"))
        scale = by_id(ladder, "proficiency")
        steps = tuple((key, label_of(step)) for key, step in scale.items())
        rows = rows_from(self._library[1], scale, uses)
        own = 0 if shown.inherited else len(uses) - shown.added
        self.view.show_uses(uses, rows, steps, own=own, read_only=place.read_only)
        self.line.used = frozenset(map(skill_of, uses))
        self.line.setVisible(not place.read_only)

    def _keep_names_apart(self, address: Address) -> None:
        """What is typed and not added yet stays with its record, and never goes to another."""
        session = id(self.form_editor.session)
        if self._filled >= 0:
            self._names[self._record] = self.line.text()
        self._filled, self._record = self.form_editor.filled, (session, address)
        self.line.close_suggestions()
        self.line.put(self._names.pop(self._record, ""))

    def flush(self) -> None:
        """Let Problems, saving and closing say of a name that was typed that it is not added."""
        if text := self.line.text().strip():
            self.form_editor.refuse(self._adding, text, _NOT_YET)

    def _on_taken(self, suggestion: SkillSuggestion) -> None:
        self.form_editor.end_typing()
        if suggestion.names:
            self.form_editor.run(
                add_skill_uses, self.form_editor.address, suggestion.name, name=self.path
            )
        elif suggestion.skill is None:
            self.form_editor.run(
                create_skill_use, self.form_editor.address, suggestion.name, field=self.path
            )
        else:
            uses = (*self.view.uses, suggestion.skill.id)
            self.form_editor.change_list(self.path, uses)
        self.form_editor.end_typing()
        keep_in_sight(self.line, self.line.rect)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is wrong below the list, and mark its rows."""
        super().show_findings(findings)
        marks: dict[int, str] = {}
        for finding in sorted(findings, key=lambda one: one.severity.rank):
            rest = finding.field.below(self.path).name
            if rest.isdigit():
                marks[int(rest)] = sign_of(finding)
        self.view.skills.mark(marks)

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Go to the list or one row of it; if it is empty, to the line that adds a skill."""
        if rest and rest[0] == NEW_ITEM:
            self.line.setFocus()
            return self.line
        if rest and rest[0].isdigit():
            self.view.go_to_row(int(rest[0]))
        if not self.view.skills.rowCount() and not self.view.read_only:
            self.line.setFocus()
            return self.line
        self.view.setFocus()
        return self.view


def _same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, str | int) and one == other)
