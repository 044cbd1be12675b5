"""What the changes of a note mean for the people concerned, and the words for each meaning."""

from collections.abc import Mapping
from typing import Literal

from laddereditor.compare.diff.changes.change import Concern, Effect

# An effect, or what a change is about that asks nothing of people; most important first.
Sense = Literal[
    "raises",
    "unclear",
    "lowers",
    "pay lowered",
    "pay raised",
    "pay",
    "terms",
    "clarifies",
    "neutral",
]
_OF_CONCERN: Mapping[Concern, Sense] = {
    "pay lowered": "pay lowered",
    "pay raised": "pay raised",
    "pay": "pay",
    "title": "terms",
    "level code": "terms",
    "terms": "terms",
}
# In the column of what a change means. An unknown effect has no words of its own: the note then
# has the texts before and now, and claims nothing.
MEANINGS: Mapping[Sense, str] = {
    "raises": "More is asked for",
    "unclear": "",
    "lowers": "Less is asked for",
    "pay lowered": "Lower pay",
    "pay raised": "Higher pay",
    "pay": "Other pay",
    "terms": "For your information",
    "clarifies": "Said more clearly",
    "neutral": "For your information",
}
# Of a whole version, before the places concerned.
SUMMARIES: Mapping[Sense, str] = {
    **MEANINGS,
    "unclear": "Reads differently",
    "terms": "Another title, code or grade",
    "neutral": "Other changes",
}
# With their number, in the lead: for one change, and for several.
SUMS: Mapping[Sense, tuple[str, str]] = {
    "raises": ("asks for more", "ask for more"),
    "unclear": ("reads differently", "read differently"),
    "lowers": ("asks for less", "ask for less"),
    "pay lowered": ("lowers pay", "lower pay"),
    "pay raised": ("raises pay", "raise pay"),
    "pay": ("changes pay", "change pay"),
    "terms": ("is about a title, code or grade", "are about titles, codes or grades"),
    "clarifies": ("says the same more clearly", "say the same more clearly"),
    "neutral": ("is for your information", "are for your information"),
}
SENSES: tuple[Sense, ...] = tuple(MEANINGS)
# Whose entries say by themselves what they are about.
SELF_EVIDENT: frozenset[Sense] = frozenset(("pay lowered", "pay raised", "pay", "terms"))


def sense_of(effect: Effect, concern: Concern = "") -> Sense:
    """Return what a change means.

    Args:
        effect: Its effect.
        concern: What it is about, if that asks nothing of people.
    """
    return _OF_CONCERN.get(concern, effect)
