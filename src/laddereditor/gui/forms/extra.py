"""Keys that the format does not know; they are shown as written and cannot be edited."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from laddereditor.gui.forms.labels import PlainLabel
from laddereditor.gui.look.theme import current_theme
from laddereditor.model.base import Entity
from laddereditor.model.spacing import single_spaced


class UnknownKeys(QWidget):
    """The unknown keys of an entity and their values, muted; hidden when there are none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().space("xs"))
        column.addWidget(PlainLabel("Kept as written", step="heading", bold=True, parent=self))
        help_text = (
            "The program does not know these entries of the file. They are saved back unchanged."
        )
        column.addWidget(PlainLabel(help_text, "text_muted", "small", wrap=True, parent=self))
        self._list = PlainLabel(role="text_muted", wrap=True, parent=self)
        self._list.setObjectName("keptAsWritten")
        self._list.setAccessibleName("Entries kept as written")
        column.addWidget(self._list)
        self.hide()

    def bind(self, entity: Entity) -> None:
        """Show the unknown keys of an entity."""
        extra = entity.model_extra or {}
        self._list.show_text("\n".join(f"{key}: {_short(value)}" for key, value in extra.items()))
        self.setVisible(bool(extra))


def _short(value: object, most: int = 160) -> str:
    text = single_spaced(str(value))
    return text if len(text) <= most else f"{text[: most - 1]}…"
