"""A diff for the terminal, place by place."""

from collections.abc import Iterator, Sequence

from laddereditor.compare.diff.changes.change import ChangeKind, LadderChange
from laddereditor.compare.diff.changes.change_words import effect_words, totals
from laddereditor.compare.diff.effects.bump import bump, bump_reasons
from laddereditor.model.counting import in_sentence
from laddereditor.model.ladder import Ladder
from laddereditor.model.terminal import ColoredText
from laddereditor.reports.changes.grouped_changes import ReportedChange, groups_of_levels
from laddereditor.reports.common.text_layout import (
    Line,
    Style,
    StyledRun,
    marked_run,
    painted,
    wrap,
)

NO_CHANGE = "Nothing changed."
_SIGNS: dict[ChangeKind, tuple[str, Style]] = {
    "added": ("+", "new"),
    "removed": ("−", "gone"),
    "changed": ("≈", "changed"),
    "moved": ("→", "changed"),
    "renamed": ("≡", "changed"),
    "reordered": ("↕", "changed"),
}
_INDENT = 4


def diff_text(
    changes: Sequence[LadderChange],
    old: Ladder,
    new: Ladder,
    width: int = 100,
    *,
    colour: bool = False,
) -> str:
    """Return the changes as lines for the terminal.

    Each kind has a sign; removed words are in `[-…-]`, added ones in `{+…+}`; colour
    only adds to it. Control characters in texts are left out.

    Args:
        changes: The changes of the diff.
        old: The old ladder.
        new: The new ladder.
        width: The most characters of a line; at least 20 are used.
        colour: Whether to add the colours of the terminal.
    """
    if not changes:
        return NO_CHANGE
    lines = _lines(changes, old, new, max(width, 20))
    return ColoredText("\n".join(painted(line, colour=colour) for line in lines))


def _lines(changes: Sequence[LadderChange], old: Ladder, new: Ladder, width: int) -> Iterator[Line]:
    for group in groups_of_levels(changes, old, new):
        yield from wrap([StyledRun(group.place, "bold")], width)
        for reported in group.changes:
            yield from _change(reported, width)
        yield []
    yield from wrap([StyledRun(f"{totals(changes)}.")], width)
    yield from wrap([StyledRun("Version step: "), StyledRun(bump(changes), "bold")], width)
    for reason in bump_reasons(changes):
        yield from _indented([StyledRun(reason, "muted")], 2, width)


def _change(reported: ReportedChange, width: int) -> Iterator[Line]:
    sign, style = _SIGNS[reported.change.kind]
    effect, reason = effect_words(reported.change)
    because = f" – {in_sentence(effect)}: {reason}" if reason else f" – {in_sentence(effect)}"
    head = [
        StyledRun(sign, style if style != "gone" else "muted"),
        StyledRun(" "),
        StyledRun(reported.headline),
    ]
    yield from _indented([*head, StyledRun(because, "muted")], 2, width)
    if not reported.is_in_headline:
        runs = [marked_run(mark, apart=True) for mark in reported.marks]
        yield from _indented(runs, _INDENT + 2, width)


def _indented(runs: Sequence[StyledRun], indent: int, width: int) -> Iterator[Line]:
    for line in wrap(runs, max(width - indent, 16)):
        yield [StyledRun(" " * indent), *line]
