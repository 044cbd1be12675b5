"""A diff as a web page of its own: every change with its texts and its effect."""

from collections.abc import Sequence

from laddereditor.compare.diff.bump import bump, bump_reasons
from laddereditor.compare.diff.change import LadderChange
from laddereditor.compare.diff.change_words import EFFECT_WORDS, totals
from laddereditor.compare.reports.diff_style import diff_style
from laddereditor.compare.reports.diff_text import NO_CHANGE
from laddereditor.compare.reports.grouped_changes import ToldChange, ToldGroup, told_groups
from laddereditor.compare.reports.marked_html import html_text, page_html, side_html
from laddereditor.model.ladder import Ladder

_HEADS = (("what", "What changed"), ("before", "Before"), ("after", "Now"), ("effect", "Effect"))


def diff_html(changes: Sequence[LadderChange], old: Ladder, new: Ladder) -> str:
    """Return a whole HTML document that needs no other file; texts are escaped."""
    title = f"Changes in {new.name or old.name or 'the ladder'}"
    if not changes:
        return page_html(title, diff_style(), f"<p>{NO_CHANGE}</p>\n")
    reasons = "; ".join(bump_reasons(changes))
    head = (
        f"<p>{html_text(totals(changes))}.</p>\n"
        f'<p class="muted">Version step: {bump(changes)} ({html_text(reasons)}).</p>\n'
    )
    groups = "".join(_group(group) for group in told_groups(changes, old, new))
    return page_html(title, diff_style(), head + groups)


def _group(group: ToldGroup) -> str:
    heads = "".join(f'<th scope="col" class="{name}">{words}</th>' for name, words in _HEADS)
    rows = "".join(map(_row, group.changes))
    return (
        f"<h2>{html_text(group.place)}</h2>\n"
        f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    )


def _row(told: ToldChange) -> str:
    marks, change = told.marks, told.change
    effect = f"<b>{EFFECT_WORDS[change.effect]}</b> {html_text(change.reason)}"
    cells = (
        html_text(told.headline),
        side_html(marks, old=True) if told.before else "",
        side_html(marks, old=False) if told.after else "",
        effect,
    )
    inside = "".join(
        f'<td class="{name}" data-label="{words}">{cell}</td>'
        for (name, words), cell in zip(_HEADS, cells, strict=True)
    )
    return f'<tr class="{change.effect}">{inside}</tr>\n'
