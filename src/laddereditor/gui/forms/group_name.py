"""The field for a group: a job function, a category of skills, a group of competencies."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from laddereditor.gui.forms.block import Field, focus_text
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.suggesting import SuggestingLine, SuggestionOffer
from laddereditor.model.fields import FieldSpec
from laddereditor.model.kinds import kind_of
from laddereditor.presentation.forms.form_values import EntityForm, own_value
from laddereditor.presentation.forms.group_matching import (
    GroupSuggestion,
    group_names,
    group_suggestions,
    known_group,
)

_HALF = "It is the beginning of another name. Press Enter to choose that or make a new one."
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class _GroupLine(SuggestingLine):
    """Completes the existing groups; Tab takes the selected one, as Enter does."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the marked suggestion when Tab leaves the line."""
        if self.isModified() and event.reason() in _BY_TAB:
            self.take()
        super().focusOutEvent(event)


class GroupNameField(Field):
    """A group's name, completed from the existing ones.

    It is taken when the person is done, not at each letter, so that half a name makes no group and
    the entry stays where it is in the tree meanwhile.
    """

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec.name, spec.title, parent=parent)
        self._title = spec.title
        self.editor = _GroupLine(
            self._offers, "groupSuggestions", f"{spec.title}: existing ones", self
        )
        self.explain(spec.help, shown=False)
        self.add_body(self.editor)
        self.name_editor(self.editor, spec.name, spec.title, spec.help)
        self._value, self._filled = "", -1
        self.editor.taken.connect(self._choose)
        self.editor.returnPressed.connect(self._take_typed)
        self.editor.left.connect(self.leave)
        self.editor.given_up.connect(self.forget)

    def _names(self, *, of_others: bool = False) -> tuple[str, ...]:
        place = self.form_editor.place
        kind = kind_of(place.entity) if place else None
        if place is None or kind is None:
            return ()
        beside = place.entity if of_others else None
        return group_names(place.ladder, kind.name, self.path, beside=beside)

    def _offers(self, text: str) -> list[SuggestionOffer]:
        return [self._offer(one) for one in group_suggestions(self._names(), text)]

    def _offer(self, suggestion: GroupSuggestion) -> SuggestionOffer:
        if suggestion.is_new:
            words = f"New {self._title.lower()} “{suggestion.name}”"
            return SuggestionOffer(suggestion, words, "add", "accent")
        return SuggestionOffer(suggestion, suggestion.name, self.path)

    def bind(self, place: EntityForm) -> None:
        """Show the group; a name that is being typed is left alone."""
        self.editor.setReadOnly(place.read_only)
        value = str(own_value(place.entity, self.path) or "")
        same = value == self._value and self._filled == self.form_editor.filled
        if not same or not self.editor.isModified():
            self._value, self._filled = value, self.form_editor.filled
            self.forget()

    def flush(self) -> None:
        """Take the typed name before a save; the beginning of a group's name is only reported."""
        typed = self.editor.text().strip()
        if self.editor.isModified() and self._is_half(typed):
            self.form_editor.refuse(self.path, typed, _HALF)
        else:
            self._take_typed()

    def _is_half(self, typed: str) -> bool:
        """Whether a text is the beginning of a group's name, and not itself the name of one."""
        names = self._names()
        begun = any(name.casefold().startswith(typed.casefold()) for name in names)
        return bool(typed) and begun and known_group(names, typed) is None

    def _choose(self, chosen: GroupSuggestion) -> None:
        """Take a suggestion; what is typed next comes behind it."""
        self._take(chosen.name)
        if self.editor.hasFocus():
            self.editor.put_caret(len(chosen.name))

    def _take_typed(self) -> None:
        """Take the typed name; a name that differs only in case means the existing group."""
        if self.editor.isModified() and not self.editor.isReadOnly():
            typed = self.editor.text().strip()
            self._take(known_group(self._names(of_others=True), typed) or typed)

    def leave(self) -> None:
        """Take what is typed, and close the suggestions."""
        self.editor.close_suggestions()
        self._take_typed()

    def _take(self, name: str) -> None:
        is_new = bool(name) and known_group(self._names(), name) is None
        self.editor.put(name)
        self.editor.setModified(False)
        self.form_editor.accept(self.path)
        if name != self._value and self.form_editor.put(self.path, name):
            self._value = name
            if is_new:
                self.form_editor.notify(f"“{name}” is a new {self._title.lower()}.")

    def forget(self) -> None:
        """Discard what was typed and show the group."""
        self.editor.close_suggestions()
        self.editor.put(self._value)
        self.editor.setModified(False)
        self.form_editor.accept(self.path)

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Give the name the focus and select it."""
        return focus_text(self.editor)
