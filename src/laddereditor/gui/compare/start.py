"""What the view shows while nothing is compared: instructions, and suggested comparisons."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from laddereditor.edits.words import shortened
from laddereditor.gui.focus.passing import FocusPassing
from laddereditor.gui.forms.labels import PlainLabel
from laddereditor.gui.look.escaping import shown
from laddereditor.gui.look.icons import icon
from laddereditor.gui.look.theme import current_theme
from laddereditor.model.address import Address, NoSuchPlace
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.presentation.compare.column_places import level_below, next_level, track_of

_LONGEST_NAME = 40  # characters of a family's name on a button


@dataclass(frozen=True, slots=True)
class Pick:
    """A suggested comparison."""

    words: str
    addresses: tuple[Address, ...]
    icon: str
    is_track: bool = False  # read from left to right


def picks_for(ladder: Ladder, address: Address) -> list[Pick]:
    """Return suggested comparisons for the selected entity."""
    place = _subject(ladder, address)
    picks = _steps(ladder, place) if place else []
    for generic in ladder.levels[:1]:
        track = track_of(ladder, Address("levels").entry(generic.id))
        picks.append(_track(ladder, track, "The generic levels"))
    return [pick for pick in dict.fromkeys(picks) if len(pick.addresses) > 1]


def _subject(ladder: Ladder, address: Address) -> Address:
    """Return the profile or level at an address; of a family, its first profile."""
    try:
        entity = address.entity(ladder)
    except NoSuchPlace:
        return Address()
    if isinstance(entity, Profile | Level):
        return address
    if isinstance(entity, Family) and entity.profiles:
        return address.entry(entity.profiles[0].level)
    owners = (family for family in ladder.families if family.profiles)
    return next(
        (Address("families").entry(one.id).entry(one.profiles[0].level) for one in owners),
        Address(),
    )


def _steps(ladder: Ladder, address: Address) -> list[Pick]:
    owner = _owner_words(ladder, address)
    picks = []
    following, below = next_level(ladder, address), level_below(ladder, address)
    if following:
        codes = f"{address.key} and {following.key}"
        picks.append(Pick(f"{codes} of {owner}", (address, following), "next"))
    if below:
        codes = f"{below.key} and {address.key}"
        picks.append(Pick(f"{codes} of {owner}", (below, address), "previous"))
    if address.family:
        level, words = Address("levels").entry(address.key), f"{address.key} of {owner}"
        picks.append(Pick(f"{words} and the generic level", (address, level), "level"))
    picks.append(_track(ladder, track_of(ladder, address), f"The whole track of {owner}"))
    return picks


def _track(ladder: Ladder, track: list[Address], words: str) -> Pick:
    ends = f": {track[0].key} to {track[-1].key}" if track else ""
    return Pick(f"{words}{ends}", tuple(track), "track", is_track=True)


def _owner_words(ladder: Ladder, address: Address) -> str:
    if not address.family:
        return "the generic levels"
    return shortened(label_of(address.family.value(ladder)), _LONGEST_NAME)


class StartPage(QScrollArea):
    """Instructions, and a button for each suggested comparison."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareStart")
        self.setAccessibleName("Choose what to compare")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its buttons have the keyboard
        self._focus = FocusPassing(self, self)

    def offer(
        self, picks: list[Pick], take: Callable[[Pick], object], choose: Callable[[], object]
    ) -> None:
        """Show the suggestions, and a button for choosing a column by typing.

        Args:
            picks: The suggestions, the best one on top.
            take: Called with the suggestion that was chosen.
            choose: Called by the button.
        """
        theme = current_theme()
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(*(theme.space("xl"),) * 4)
        column.setSpacing(theme.space("s"))
        column.addWidget(PlainLabel("Levels side by side", step="title", bold=True))
        hint = (
            "Choose two to six profiles or generic levels, of one ladder or of several. "
            "What only one level has, what is raised or lowered and what is said in other words is "
            "marked, and a sentence sums it up."
        )
        column.addWidget(PlainLabel(hint, "text_muted", wrap=True))
        column.addSpacing(theme.space("m"))
        for pick in picks:
            column.addWidget(_button(pick.words, pick.icon, partial(take, pick)), 0, _LEFT)
        column.addWidget(_button("Choose by typing…", "find", choose, "compareChoose"), 0, _LEFT)
        column.addSpacing(theme.space("m"))
        hint = "Or drag profiles and levels here from the tree at the left."
        column.addWidget(PlainLabel(hint, "text_muted", wrap=True))
        column.addStretch(1)
        sheet.setMaximumWidth(720)
        holder = QWidget()
        around = QVBoxLayout(holder)
        around.addWidget(sheet)
        around.addStretch(1)
        self.setWidget(holder)
        self._focus.target = self.buttons()[0]

    def buttons(self) -> list[QPushButton]:
        """Return the buttons that are offered."""
        return self.findChildren(QPushButton)


_LEFT = Qt.AlignmentFlag.AlignLeft


def _button(words: str, name: str, act: Callable[[], object], object_name: str = "") -> QPushButton:
    button = QPushButton(icon(name, "accent"), shown(words))
    button.setObjectName(object_name)
    button.setAccessibleName(words)
    button.setIconSize(QSize(20, 20))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(lambda _checked=False: act())
    return button
