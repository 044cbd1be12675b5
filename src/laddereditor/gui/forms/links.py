"""Entities that have a page of their own, listed as links to it; and the ladder's overview."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from laddereditor.gui.forms.block import Field
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.labels import LinkButton, PlainLabel, ThemeIcon
from laddereditor.gui.look.theme import current_theme
from laddereditor.model.address import Address, listed_at
from laddereditor.model.base import Entity
from laddereditor.model.counting import plural
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec
from laddereditor.model.kinds import KINDS, all_profiles, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.resolve import profile_title
from laddereditor.presentation.forms.form_values import EntityForm, own_value
from laddereditor.rules.check import CheckReport
from laddereditor.rules.finding import Severity


class LinksField(Field):
    """A list of entities, each a link to its page."""

    shows_more = True  # titles of profiles, which levels and families give

    def __init__(
        self, form_editor: FormEditor, spec: FieldSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(form_editor, spec.name, spec.title, parent=parent)
        self._spec = spec
        self.explain(spec.help, shown=False)
        self._body = QWidget(self)
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        words = f"No {spec.title.lower()} yet. Add one in the tree with Edit › Add."
        self._empty = PlainLabel(words, "text_muted", wrap=True, parent=self._body)
        self._column.addWidget(self._empty)
        self._links: list[LinkButton] = []
        self._targets: list[Address] = []
        self.add_body(self._body)
        self.name_editor(self._body, spec.name, spec.title, spec.help)

    def bind(self, place: EntityForm) -> None:
        """Show a link for each entity."""
        entities: tuple[Entity, ...] = own_value(place.entity, self.path)
        kind = KINDS[self._spec.refers_to]
        listed = listed_at(place.address.list_of(kind.collection), entities)
        self._targets = [address for address, _ in listed]
        while len(self._links) < len(entities):
            link = LinkButton(parent=self._body)
            link.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            link.clicked.connect(partial(self._go, len(self._links)))
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self._links.append(link)
        for link, entity in zip(self._links, entities, strict=False):
            link.show_text(_words(place, entity))
        for number, link in enumerate(self._links):
            link.setVisible(number < len(entities))
        self._empty.setVisible(not entities)

    def _go(self, number: int, _checked: bool = False) -> None:
        self.form_editor.go_to(self._targets[number])

    def focus(self, rest: Sequence[str]) -> QWidget:
        """Go to the first link, or to one of them."""
        number = int(rest[0]) if rest and rest[0].isdigit() else 0
        shown = [link for link in self._links if link.isVisibleTo(self._body)]
        target: QWidget = shown[min(number, len(shown) - 1)] if shown else self
        target.setFocus()
        return target


def _words(place: EntityForm, entity: Entity) -> str:
    if isinstance(entity, Profile) and isinstance(place.entity, Family):
        title = profile_title(place.ladder, place.entity, entity)
        return f"{entity.level}  {title}".strip()
    return label_of(entity)


class _Count(QWidget):
    """A number with what it counts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(current_theme().space("xs"))
        self._sign = ThemeIcon(20, self)
        self._number = PlainLabel(step="title", bold=True, parent=self)
        top.addWidget(self._sign)
        top.addWidget(self._number)
        top.addStretch(1)
        self._words = PlainLabel(role="text_muted", parent=self)
        column.addLayout(top)
        column.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int | None, one: str, many: str, picture: str, role: str) -> None:
        """Show a number; None while it is not known yet."""
        self._sign.draw(picture, role)
        self._number.show_text("…" if count is None else f"{count:,}")
        words = plural(count or 0, one, many).split(" ", 1)[1]
        self._words.show_text(words)
        self._number.setAccessibleName(f"{count} {words}")


class Overview(QWidget):
    """How much the ladder holds, and how much is wrong with it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("ladderOverview")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space("m"))
        self._counts = {
            name: _Count(self) for name in ("level", "family", "profile", "skill", "finding")
        }
        for count in self._counts.values():
            row.addWidget(count, 1)
        self._ladder: Ladder | None = None

    def bind(self, ladder: Ladder) -> None:
        """Count what the ladder holds."""
        if ladder is self._ladder:
            return
        self._ladder = ladder
        profiles = sum(1 for _ in all_profiles(ladder))
        numbers = {
            "level": len(ladder.levels),
            "family": len(ladder.families),
            "profile": profiles,
            "skill": len(ladder.skills),
        }
        for name, number in numbers.items():
            kind = KINDS[name]
            one, many = kind.title.lower(), kind.plural.lower()
            self._counts[name].show_count(number, one, many, name, "accent")

    def count_findings(self, report: CheckReport | None) -> None:
        """Count what is wrong, in the colour of the most severe."""
        counts = report.counts if report else {}
        most_severe = max(
            (one for one, count in counts.items() if count),
            key=lambda one: one.rank,
            default=None,
        )
        picture, role = (
            (most_severe.value, most_severe.value) if most_severe else ("check", "accepted")
        )
        if most_severe is None and report is None:
            picture, role = Severity.INFO.value, "text_muted"
        count = len(report.findings) if report else None
        self._counts["finding"].show_count(count, "finding", "findings", picture, role)
