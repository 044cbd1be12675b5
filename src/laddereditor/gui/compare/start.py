"""What the view shows while nothing is compared: what to do, and picks that suggest themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from laddereditor.gui.forms.looks import PlainLabel
from laddereditor.gui.icons import icon
from laddereditor.gui.theme import current_theme
from laddereditor.gui.words import shown
from laddereditor.model.address import NoSuchPlace, entity_at, find
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.presentation.compare.column_places import next_level, track_of


@dataclass(frozen=True, slots=True)
class Pick:
    """A comparison that suggests itself."""

    words: str
    addresses: tuple[str, ...]
    icon: str


def picks_for(ladder: Ladder, address: str) -> list[Pick]:
    """Return what one may want to compare, given what is selected."""
    place = _subject(ladder, address)
    picks = _steps(ladder, place) if place else []
    for generic in ladder.levels[:1]:
        track = track_of(ladder, f"levels/{generic.id}")
        picks.append(_track(ladder, track, "The generic levels"))
    return [pick for pick in dict.fromkeys(picks) if len(pick.addresses) > 1]


def _subject(ladder: Ladder, address: str) -> str:
    """Return the profile or level that an address stands for; of a family, its first profile."""
    try:
        entity = entity_at(ladder, address)
    except NoSuchPlace:
        return ""
    if isinstance(entity, Profile | Level):
        return address
    if isinstance(entity, Family) and entity.profiles:
        return f"{address}/{entity.profiles[0].level}"
    families = [f"families/{f.id}/{f.profiles[0].level}" for f in ladder.families if f.profiles]
    return families[0] if families else ""


def _steps(ladder: Ladder, address: str) -> list[Pick]:
    owner = _owner_words(ladder, address)
    picks = []
    following = next_level(ladder, address)
    if following:
        codes = f"{_code(address)} and {_code(following)}"
        picks.append(Pick(f"{codes} of {owner}", (address, following), "next"))
    if address.startswith("families/"):
        level = f"levels/{_code(address)}"
        picks.append(
            Pick(f"{_code(address)} of {owner} and the generic level", (address, level), "level")
        )
    picks.append(_track(ladder, track_of(ladder, address), f"The whole track of {owner}"))
    return picks


def _track(ladder: Ladder, track: list[str], words: str) -> Pick:
    ends = f": {_code(track[0])} to {_code(track[-1])}" if track else ""
    return Pick(f"{words}{ends}", tuple(track), "track")


def _owner_words(ladder: Ladder, address: str) -> str:
    if address.startswith("levels/"):
        return "the generic levels"
    return label_of(find(ladder, address.rpartition("/")[0]))


def _code(address: str) -> str:
    return address.rpartition("/")[2]


class StartPage(QScrollArea):
    """A sentence of what to do, and buttons for what can be compared at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareStart")
        self.setAccessibleName("Choose what to compare")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)

    def offer(
        self, picks: list[Pick], take: Callable[[Pick], object], choose: Callable[[], object]
    ) -> None:
        """Show picks, and the button that chooses a column by typing."""
        theme = current_theme()
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(*(theme.space("xl"),) * 4)
        column.setSpacing(theme.space("s"))
        column.addWidget(PlainLabel("Levels side by side", step="title", bold=True))
        told = (
            "Choose two to six profiles or generic levels, of one ladder or of several. "
            "What is new, gone or reworded against the first one is marked."
        )
        column.addWidget(PlainLabel(told, "text_muted", wrap=True))
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
