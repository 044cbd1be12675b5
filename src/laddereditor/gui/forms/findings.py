"""What is wrong with a field, as lines below it: a sign, a sentence, and links that fix it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.labels import LinkButton, PlainLabel, ThemeIcon
from laddereditor.gui.look.theme import current_theme
from laddereditor.model.address import FieldPath
from laddereditor.presentation.comments.comment_rows import sign_of
from laddereditor.rules.finding import Finding

_MAXIMUM = 5  # more than these are counted; the Problems view lists them all


class _FindingLine(QWidget):
    """One finding: sign, sentence, fixes."""

    def __init__(self, form_editor: FormEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self._form_editor = form_editor
        theme = current_theme()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space("xs"))
        self._sign = ThemeIcon(16, self)
        self._words = PlainLabel(wrap=True, step="small", parent=self)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._words, 1)
        self._fixes: list[LinkButton] = []

    def show_finding(self, finding: Finding, path: FieldPath) -> None:
        """Show another finding; `path` is that of the strip."""
        severity = sign_of(finding)
        self._sign.draw(severity, severity)
        self._sign.setAccessibleName(severity)
        self._words.show_text(finding.message)
        self._words.setAccessibleName(f"{severity}: {finding.message}")
        for link in self._fixes:
            self._row.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._fixes = []
        if (
            path and finding.field != path and finding.field.is_in(path)
        ):  # about one row of the field
            self._add_link("Show", partial(self._go, finding))
        for fix in finding.fixes:
            self._add_link(fix.label, partial(self._apply_fix, fix.edit))

    def _add_link(self, words: str, run: Callable[..., None]) -> None:
        link = LinkButton(words, self, step="small")
        link.clicked.connect(run)
        self._row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        self._fixes.append(link)

    def _go(self, finding: Finding, _checked: bool = False) -> None:
        self._form_editor.go_to(finding.address, finding.field)

    def _apply_fix(self, edit: object, _checked: bool = False) -> None:
        self._form_editor.end_typing()
        self._form_editor.run(edit)  # type: ignore[arg-type]
        self._form_editor.end_typing()


class FindingsStrip(QWidget):
    """The findings of one field; it takes no space while there are none."""

    def __init__(
        self, form_editor: FormEditor, path: FieldPath, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._form_editor, self._path = form_editor, path
        self._shown: tuple[Finding, ...] = ()
        self._lines: list[_FindingLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._more: PlainLabel | None = None
        self.hide()

    def set_path(self, path: FieldPath) -> None:
        """Show the findings of another path from now on."""
        if path != self._path:
            self.show_findings(())
            self._path = path

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show findings, most severe first."""
        shown = tuple(sorted(findings, key=lambda one: -one.severity.rank))
        if shown == self._shown:
            return
        self._shown = shown
        lines = shown[:_MAXIMUM]
        while len(self._lines) < len(lines):
            line = _FindingLine(self._form_editor, self)
            self._column.insertWidget(len(self._lines), line)
            self._lines.append(line)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(lines))
            if place < len(lines):
                line.show_finding(lines[place], self._path)
        rest = len(shown) - len(lines)
        if rest > 0 and self._more is None:
            self._more = PlainLabel(role="text_muted", step="small", parent=self)
            self._column.addWidget(self._more)
        if self._more is not None:
            self._more.setVisible(rest > 0)
            self._more.show_text(f"and {rest} more, listed under Problems")
        self.setVisible(bool(shown))

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings shown."""
        return self._shown
