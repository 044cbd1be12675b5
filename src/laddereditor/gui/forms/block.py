"""The frame of every field: title, origin of the value, editor and findings."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from laddereditor.edits.words import LABEL_LENGTH, shortened
from laddereditor.gui.forms.findings import FindingsStrip
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.labels import ElidedFormLabel, LinkButton, PlainLabel, tip
from laddereditor.gui.look.theme import current_theme
from laddereditor.model.address import FieldPath
from laddereditor.presentation.forms.form_values import PATTERN, EntityForm, FormValue
from laddereditor.rules.finding import Finding

_KINDS_OF_BASE = ("level", "family")  # the first word of an origin that is one of these
_TITLE = 12  # characters of a field's title that are always shown


class FormBlock(QWidget):
    """A titled part of the page, with the findings about `path`, such as `factors/scope`."""

    overridden = Signal()
    given_back = Signal()

    def __init__(
        self,
        form_editor: FormEditor,
        path: FieldPath,
        title: str = "",
        *,
        big: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Create the heading; subclasses add what is below it.

        Args:
            form_editor: Shows and edits the entity.
            path: The field, or a part of one such as `factors/scope`.
            title: The heading.
            big: Whether it is a heading of a part of the page, and not of one field.
            parent: The parent widget.
        """
        super().__init__(parent)
        self.form_editor, self.path = form_editor, path
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(current_theme().space("xs"))
        self._help: PlainLabel | None = None
        self._origin: PlainLabel | None = None
        self._switch: LinkButton | None = None
        # Most blocks never have anything wrong: these are made when something is.
        self.strip: FindingsStrip | None = None
        self.message: PlainLabel | None = None
        self._add_heading(title, big)

    # -- building -----------------------------------------------------------------------------

    def _add_heading(self, title: str, big: bool) -> None:
        theme = current_theme()
        self._line = QHBoxLayout()
        self._line.setSpacing(theme.space("s"))
        # The same height with and without a switch, so that editors side by side are aligned.
        self._line.addStrut(QFontMetrics(theme.font("body")).height() + theme.space("xs"))
        self.label = (
            ElidedFormLabel(title, step="heading", bold=True, parent=self)
            if big
            else ElidedFormLabel(title, role="text_muted", parent=self)
        )
        self.label.least = _TITLE  # a long name of a factor does not widen the form
        self._line.addWidget(self.label)
        self._line.addStretch(1)
        self.column.addLayout(self._line)

    def explain(self, text: str, *, shown: bool = True) -> None:
        """Set the help: as a line below the title, or only as a tooltip."""
        self.label.setToolTip(tip(text))
        if shown and text:
            self._help = PlainLabel(text, "text_muted", "small", wrap=True, parent=self)
            self.column.insertWidget(1, self._help)

    def add_body(self, body: QWidget) -> None:
        """Put an editor above the findings."""
        below = int(self.strip is not None) + int(self.message is not None)
        self.column.insertWidget(self.column.count() - below, body)

    def name_editor(self, editor: QWidget, name: str, title: str, description: str = "") -> None:
        """Give an editor its object name and its accessible name.

        Args:
            editor: The editor.
            name: The object name.
            title: The title of the field, for screen readers.
            description: What they say in addition.
        """
        editor.setObjectName(f"field.{name}")
        editor.setAccessibleName(title)
        editor.setAccessibleDescription(description)
        text = self.label.text()
        self.label.setBuddy(editor)
        self.label.setText("")
        self.label.show_text(text)

    def set_path(self, path: FieldPath) -> None:
        """Show another path from now on."""
        self.path = path
        if self.strip is not None:
            self.strip.set_path(path)
        if self._switch is not None:
            self._switch.setObjectName(switch_name(path))

    def retitle(self, title: str, help_text: str = "") -> None:
        """Show another title; the tip has one that is cut, else the help."""
        self.label.show_text(shortened(title))
        self.label.setToolTip(tip(help_text if len(title) <= LABEL_LENGTH else title))
        if buddy := self.label.buddy():
            buddy.setAccessibleName(title)

    # -- where the value comes from -----------------------------------------------------------

    def show_origin(self, shown: FormValue, *, read_only: bool = False) -> None:
        """Say where the value comes from, and offer to override it or give it back."""
        if self._switch is None:
            if not shown.origin:
                return
            self._make_switch()
        assert self._switch is not None
        assert self._origin is not None
        takes = shown.inherited or shown.added > 0
        self._origin.setVisible(takes)
        number = f"{shown.added} " if shown.added and not shown.inherited else ""
        self._origin.show_text(f"{number}from {shown.origin}")
        self._switch.setVisible(bool(shown.origin) and not read_only)
        source = shown.origin.partition(" ")[0]  # the level or the family
        to = source if source in _KINDS_OF_BASE else shown.origin
        back = "Use the title pattern" if shown.origin == PATTERN else f"Give back to {to}"
        self._switch.show_text("Override" if takes else back)
        what = self.label.text().replace("&&", "&")
        self._switch.setToolTip(
            tip(
                f"Start from this text and make it this profile’s own ({what})"
                if takes
                else f"Drop this profile’s own value and take it from {shown.origin} again ({what})"
            )
        )

    def _make_switch(self) -> None:
        self._origin = ElidedFormLabel(role="text_inherited", step="small", parent=self)
        self._switch = LinkButton(parent=self, step="small")
        self._switch.setObjectName(switch_name(self.path))
        self._switch.clicked.connect(self._on_switch)
        self._line.addWidget(self._origin)
        self._line.addWidget(self._switch)

    def _on_switch(self) -> None:
        assert self._origin is not None
        if self._origin.isVisibleTo(self):
            if self.form_editor.override(self.path):
                self.overridden.emit()
        elif self.form_editor.give_back(self.path):
            self.given_back.emit()

    # -- what is wrong ------------------------------------------------------------------------

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is wrong here."""
        if self.strip is None:
            if not findings:
                return
            self.strip = FindingsStrip(self.form_editor, self.path, self)
            self.column.addWidget(self.strip)
        self.strip.show_findings(findings)

    def show_text(self, message: str) -> None:
        """Show why the typed text is refused; "" removes the message."""
        if self.message is None:
            if not message:
                return
            self.message = PlainLabel(role="error", step="small", wrap=True, parent=self)
            self.column.addWidget(self.message)
        self.message.show_text(message)
        self.message.setVisible(bool(message))


def focus_text(editor: QLineEdit | QPlainTextEdit) -> QWidget:
    """Give an editor the focus and select its text; returns the editor."""
    editor.setFocus()
    editor.selectAll()
    return editor


def switch_name(path: FieldPath) -> str:
    """Return the name of the button that overrides a value or gives it back."""
    return f"switch.{path.replace('/', '.')}"


class Field(FormBlock):
    """One field of an entity: a block, or several inside it."""

    # Whether it shows more than its value, and what that inherits and refers to. The form shows
    # such a field again after every change, and other fields only if one of these has changed.
    shows_more = False

    def bind(self, place: EntityForm) -> None:
        """Show the field of a place's entity."""
        raise NotImplementedError

    def blocks(self) -> Iterator[FormBlock]:
        """Yield the blocks that can show findings, this one first."""
        yield self

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Give the focus to the editor, or to the row named by the rest of a path."""
        raise NotImplementedError

    def flush(self) -> None:
        """Apply what was typed but not applied yet; the focus stays where it is."""

    def leave(self) -> None:
        """Apply what was typed and end the typing, because another record is shown next."""
        self.flush()

    def forget(self) -> None:
        """Discard what was typed, so that the next update shows the value."""
