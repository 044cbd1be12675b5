"""The header of the form: the name, the breadcrumb, and the neighbouring levels."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.labels import (
    FewLinesLabel,
    LinkButton,
    PlainLabel,
    Separator,
    ThemeIcon,
    tip,
)
from laddereditor.gui.look.icons import set_icon
from laddereditor.gui.look.theme import current_theme
from laddereditor.model.address import Address, listed_at
from laddereditor.model.family import Profile
from laddereditor.model.kinds import kind_of, label_of
from laddereditor.model.level import Level
from laddereditor.model.positions import codes_above, position_in_track, profile_key
from laddereditor.model.resolve import profile_title
from laddereditor.presentation.forms.form_values import EntityForm

_PREVIOUS, _NEXT = "Previous level", "Next level"
_ROOMY = 84  # characters that make a form wide
_MINIMUM = 56  # characters that a form has room for at least
_TITLE_LINES = 3
_LONGEST_CRUMB = 22  # characters; three of them fit into a narrow form


class ElidedLink(LinkButton):
    """A link whose words are cut off where there is no room: it never widens the form."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent, step="small")
        self._words = words
        self.setMinimumWidth(1)

    def _advance(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words) + 1  # Qt rounds the width down

    def _padding(self) -> int:
        """Return the width of what is around the words."""
        return super().sizeHint().width() - self._advance(self.text()) + 1

    def sizeHint(self) -> QSize:
        """Return the size for all of the words."""
        width = self._padding() + self._advance(self._words)
        return QSize(width, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the words that fit."""
        super().resizeEvent(event)
        room = max(0, self.width() - self._padding())
        fitting = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(fitting.replace("&", "&&"))


class Header(QWidget):
    """Kind icon, name, breadcrumb; for a profile the buttons to the levels beside it."""

    def __init__(self, form_editor: FormEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self._form_editor = form_editor
        space = current_theme().space
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        body = QWidget(self)
        row = QHBoxLayout(body)
        row.setContentsMargins(space("l"), space("m"), space("l"), space("m"))
        row.setSpacing(space("m"))
        column.addWidget(body)
        column.addWidget(Separator(self))
        self._sign = ThemeIcon(24, self)
        self._title = FewLinesLabel(_TITLE_LINES, "title", self)
        self._title.setObjectName("formTitle")
        self._title.setIndent(5)  # the links above have room around their words
        self._crumbs = QHBoxLayout()
        self._crumbs.setSpacing(2)
        self._trail: tuple[tuple[str, Address], ...] = ()
        self._position = PlainLabel("", "text_muted", "small", parent=self)
        self._position.setObjectName("formPosition")
        self._crumb_widgets: list[QWidget] = []
        words = QVBoxLayout()
        words.setSpacing(2)
        above = QHBoxLayout()
        above.setSpacing(space("m"))
        above.addLayout(self._crumbs, 1)
        above.addWidget(self._position)
        words.addLayout(above)
        words.addWidget(self._title)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.previous = self._step_button(_PREVIOUS, "previous", -1)
        self.next = self._step_button(_NEXT, "next", 1)
        row.addWidget(self.previous, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.next, 0, Qt.AlignmentFlag.AlignTop)
        self._neighbours = {-1: "", 1: ""}
        self.is_stepping = False  # the address changes by these buttons: the page stays in place

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the form's head, below which its fields have no room either.

        The least height is the one at the present width: a name that has room in one line there
        does not ask for three.
        """
        least = self.fontMetrics().averageCharWidth() * _MINIMUM
        return QSize(least, self.heightForWidth(max(least, self.width())))

    def _step_button(self, text: str, picture: str, step: int) -> QPushButton:
        button = QPushButton(text, self)
        set_icon(button, picture)
        button.setObjectName(f"form.{picture}Level")
        button.setAccessibleName(text)
        button.clicked.connect(partial(self._step, step))
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the labels of the buttons, and the position, if there is no room for them."""
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _ROOMY
        for button, words in ((self.previous, _PREVIOUS), (self.next, _NEXT)):
            button.setText("" if narrow else words)
        self._show_position()
        self.updateGeometry()

    def _show_position(self) -> None:
        """Show the position where the links beside it keep their words; the page says it too."""
        space = current_theme().space
        beside = [one for one in (self._sign, self.previous, self.next) if not one.isHidden()]
        parts = [one.sizeHint().width() + space("m") for one in (*beside, self._position)]
        # The layout does not count links that were made just now and are not shown yet.
        links = sum(one.sizeHint().width() + self._crumbs.spacing() for one in self._crumb_widgets)
        needed = sum(parts) + links + 2 * space("l")
        self._position.setVisible(bool(self._position.text()) and needed <= self.width())

    def _step(self, step: int, _checked: bool = False) -> None:
        if self._neighbours[step]:
            self.is_stepping = True
            self._form_editor.go_to(self._neighbours[step])
            self.is_stepping = False

    # -- showing ------------------------------------------------------------------------------

    def bind(self, place: EntityForm) -> None:
        """Show the entity of the form."""
        kind = kind_of(place.entity)
        name = kind.name if kind else "ladder"
        self._sign.draw(name, "accent")
        self._sign.setAccessibleName(kind.title if kind else "Ladder")
        self._title.show_text(heading_of(place) or "Without a name")
        self._show_trail(_trail(place))
        self._position.show_text(position_words(place))
        self._show_neighbours(place)
        self._show_position()

    def _show_trail(self, trail: tuple[tuple[str, Address], ...]) -> None:
        if trail == self._trail:
            return
        self._trail = trail
        for widget in self._crumb_widgets:
            self._crumbs.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._crumb_widgets = []
        while self._crumbs.count():
            self._crumbs.takeAt(0)
        for number, (words, address) in enumerate(trail):
            if number:
                self._add_part(PlainLabel("›", "text_muted", "small", parent=self))
            link = ElidedLink(_short(words), self)
            link.setToolTip(tip(words))
            link.setAccessibleName(words)
            link.clicked.connect(partial(self._go, address))
            self._add_part(link)
        self._crumbs.addStretch(1)

    def _add_part(self, widget: QWidget) -> None:
        self._crumbs.addWidget(widget)
        self._crumb_widgets.append(widget)

    def _go(self, address: Address, _checked: bool = False) -> None:
        self._form_editor.go_to(address)

    def _show_neighbours(self, place: EntityForm) -> None:
        shown = isinstance(place.entity, Profile)
        self.previous.setVisible(shown)
        self.next.setVisible(shown)
        if not shown or place.family is None:
            return
        listed = listed_at(place.address.entity_list, place.family.profiles)
        addresses = [address for address, _ in listed]
        here = addresses.index(place.address)
        for step, button in ((-1, self.previous), (1, self.next)):
            beside = here + step
            there = 0 <= beside < len(addresses)
            self._neighbours[step] = addresses[beside] if there else Address()
            button.setEnabled(there)
            words = button.accessibleName()
            label = f"{words}: {place.family.profiles[beside].level}" if there else words
            button.setToolTip(tip(label))
            button.setAccessibleDescription(label)


def heading_of(place: EntityForm) -> str:
    """Return the name of an entity, including a profile's derived title."""
    entity = place.entity
    if isinstance(entity, Profile) and place.family is not None:
        return f"{entity.level}  {profile_title(place.ladder, place.family, entity)}".strip()
    return label_of(entity)


def position_words(place: EntityForm) -> str:
    """Return the key of a profile, and where its level is in the track: "AIML.P3 · 2 of 7 …"."""
    entity = place.entity
    level = entity if isinstance(entity, Level) else place.level
    position = position_in_track(place.ladder, level)
    codes = codes_above(place.ladder, place.family)
    key = profile_key(place.family, entity, codes) if isinstance(entity, Profile) else ""
    return "  ·  ".join(part for part in (key, position.words if position else "") if part)


def _short(words: str) -> str:
    most = _LONGEST_CRUMB
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _trail(place: EntityForm) -> tuple[tuple[str, Address], ...]:
    """Return (words, address) of each step from the ladder to the place."""
    entity = place.entity
    if not place.address:
        return ()
    ladder = (place.ladder.name or "Ladder", Address())
    if isinstance(entity, Profile) and place.family is not None:
        family = (label_of(place.family), place.address.parent)
        level = (
            (label_of(place.level), Address("levels").entry(place.level.id))
            if place.level
            else None
        )
        return (ladder, family, level) if level else (ladder, family)
    kind = kind_of(entity)
    assert kind is not None
    if owner := place.address.parent:
        owner_words = label_of(owner.entity(place.ladder))
        return (ladder, (owner_words, owner), (kind.plural, owner.list_of(kind.collection)))
    return (ladder, (kind.plural, Address()))
