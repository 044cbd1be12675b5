"""What a command is: its words, its keys, when it can be used, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from laddereditor.presentation.commands.enablement import Enablement, has_ladder
from laddereditor.presentation.commands.situation import Situation
from laddereditor.presentation.commands.targets import Act


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `scope` says where its shortcut works: the whole window, or one view only."""

    id: str  # "file.save"; its action's objectName is "action.file.save"
    text: str  # with & before the menu letter
    menu: str  # "File"
    shortcut: str = ""  # Qt's portable text; several separated by "; "
    icon: str = ""
    tip: str = ""
    act: Act = field(kw_only=True)
    enabled: Enablement = field(default=has_ladder, kw_only=True)
    words: Callable[[Situation], str] | None = None  # its text now, where that changes
    checked: Callable[[Situation], bool] | None = None  # of a command that is on or off
    why_not: Callable[[Situation], str] | None = None  # the reason while it cannot be used
    scope: Literal["window", "tree", "compare", "matrix"] = "window"
    toolbar: bool = False
    label: str = ""  # its word on the toolbar, "" for the icon alone
    separator: bool = False  # a line above it in the menu
    submenu: str = ""  # of the menu, "" for the menu itself

    def tip_in(self, now: Situation) -> str:
        """Return what it does, or why it cannot be used now."""
        reason = self.why_not(now) if self.why_not and not self.enabled(now) else ""
        return reason or self.tip
