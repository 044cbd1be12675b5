"""How effects and kinds of change are shown: by a sign, a word, and a colour role."""

from dataclasses import dataclass
from typing import Literal

from laddereditor.compare.diff.changes.change import ChangeKind, Effect, LadderChange
from laddereditor.compare.diff.changes.change_words import EFFECT_WORDS


@dataclass(frozen=True, slots=True)
class EffectSign:
    """The icon, the words and the colour role of an effect or a kind."""

    icon: str
    word: str  # of one change: "Raises the bar"
    short: str  # of many, with their number: "Raise"
    role: str


def _effect(effect: Effect, short: str, role: str) -> EffectSign:
    return EffectSign(f"effect-{effect}", EFFECT_WORDS[effect], short, role)


def _kind(kind: ChangeKind, role: str) -> EffectSign:
    return EffectSign(f"change-{kind}", kind.capitalize(), kind.capitalize(), role)


# An effect, or that a change concerns people although it asks nothing of them.
EffectGroup = Effect | Literal["concerns"]
EFFECTS: dict[EffectGroup, EffectSign] = {
    "raises": _effect("raises", "Raise", "warning"),
    "lowers": _effect("lowers", "Ask for less", "info"),
    "clarifies": _effect("clarifies", "Clarify", "accepted"),
    "concerns": EffectSign("effect-concerns", "Pay, titles, grades", "Pay, titles", "text"),
    "neutral": _effect("neutral", "No effect", "text_muted"),
    "unclear": _effect("unclear", "Effect unknown", "moved"),
}


def effect_group(change: LadderChange) -> EffectGroup:
    """Return what a change is counted and filtered by."""
    return "concerns" if change.concerns else change.effect


KINDS: dict[ChangeKind, EffectSign] = {
    "added": _kind("added", "added"),
    "removed": _kind("removed", "removed"),
    "changed": _kind("changed", "changed"),
    "moved": _kind("moved", "moved"),
    "renamed": _kind("renamed", "moved"),
    "reordered": _kind("reordered", "moved"),
}
