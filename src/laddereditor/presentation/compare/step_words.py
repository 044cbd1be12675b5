"""The words for the size of a step: in the strip, in heads and in tooltips, the same everywhere."""

from collections.abc import Sequence

from laddereditor.compare.sheet.counting import counts_text
from laddereditor.compare.sheet.track import UNKNOWN, Remark, TrackStep

HOW_COUNTED = (
    "The size is a share of what is asked of people. What only one of the two asks counts whole; "
    "what both ask counts by how much it differs, half at the most. Titles, names, grade and pay "
    "do not count."
)
_REMARKS: dict[Remark, str] = {
    "": "",
    "small": "This step is at most half as large as those beside it.",
    "large": "This step is at least twice as large as those beside it.",
}


def share_words(share: float) -> str:
    """Return a size in words: `60% differs`."""
    return f"{share:.0%} differs"


def step_words(step: TrackStep, remark: Remark = "") -> str:
    """Return a step in one line: `P1 to P2: 60% differs; 12 only at P2, 3 only at P1`."""
    way = " to ".join(step.codes)
    if step.size == UNKNOWN:
        return way
    below, above = step.codes
    counts = counts_text(step.counts, f"only at {above}", f"only at {below}")
    words = f"{way}: {share_words(step.size)}; {counts}"
    return f"{words}. {_REMARKS[remark]}" if remark else words


def step_tip(step: TrackStep, remark: Remark = "") -> str:
    """Return what the tooltip of a step says: its size, what is counted, and how."""
    if step.size == UNKNOWN:
        return step_words(step)
    return "\n".join(filter(None, (step_words(step), _REMARKS[remark], HOW_COUNTED)))


def sizes_shown(step: TrackStep, remark: Remark) -> Sequence[str]:
    """Return the size as it is drawn, longest words first; only what fits is taken."""
    if step.size == UNKNOWN:
        return ("",)
    share = f"{step.size:.0%}"
    if not remark:
        return (share_words(step.size), share)
    return (f"{share_words(step.size)}, {remark} step", f"{share}, {remark}", share)
