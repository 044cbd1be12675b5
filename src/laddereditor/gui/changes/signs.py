"""How effects and kinds of change are told: by a sign, a word, and a colour role."""

from dataclasses import dataclass

from laddereditor.compare.change import ChangeKind, Effect


@dataclass(frozen=True, slots=True)
class Sign:
    """The icon, the words and the colour role of an effect or a kind."""

    icon: str
    word: str  # of one change: "Raises the bar"
    short: str  # of many: "raise the bar"
    role: str


EFFECTS: dict[Effect, Sign] = {
    "raises": Sign("effect-raises", "Raises the bar", "Raise", "warning"),
    "lowers": Sign("effect-lowers", "Lowers the bar", "Lower", "info"),
    "clarifies": Sign("effect-clarifies", "Clarifies", "Clarify", "accepted"),
    "neutral": Sign("effect-neutral", "No effect", "No effect", "text_muted"),
    "unclear": Sign("effect-unclear", "Cannot tell", "Cannot tell", "moved"),
}
KINDS: dict[ChangeKind, Sign] = {
    "added": Sign("change-added", "Added", "Added", "added"),
    "removed": Sign("change-removed", "Removed", "Removed", "removed"),
    "changed": Sign("change-changed", "Changed", "Changed", "changed"),
    "moved": Sign("change-moved", "Moved", "Moved", "moved"),
    "renamed": Sign("change-renamed", "Renamed", "Renamed", "moved"),
    "reordered": Sign("change-reordered", "Reordered", "Reordered", "moved"),
}
