"""A diff as a separate web page: every change with its texts and its effect."""

from collections.abc import Sequence

from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.changes.change_words import effect_words, totals
from laddereditor.compare.diff.effects.bump import bump, bump_reasons
from laddereditor.model.ladder import Ladder
from laddereditor.reports.changes.diff_text import NO_CHANGE
from laddereditor.reports.changes.grouped_changes import (
    ChangesReport,
    ReportedChange,
    ReportedGroup,
    groups_of_levels,
)
from laddereditor.reports.common.diff_style import diff_style, effect_class
from laddereditor.reports.common.html_parts import (
    document_html,
    element,
    html_text,
    row_html,
    side_html,
    table_html,
)

_HEADS = (("what", "What changed"), ("before", "Before"), ("after", "Now"), ("effect", "Effect"))


def diff_html(changes: Sequence[LadderChange], old: Ladder, new: Ladder) -> str:
    """Return a whole HTML document that needs no other file; texts are escaped.

    Args:
        changes: The changes, in the order in which they are listed.
        old: The old ladder, for names.
        new: The new ladder, for names.
    """
    title = ChangesReport(tuple(changes), old, new).title
    if not changes:
        return document_html(title, diff_style(), f"<p>{NO_CHANGE}</p>\n")
    reasons = "; ".join(bump_reasons(changes))
    head = (
        f"<p>{html_text(totals(changes))}.</p>\n"
        f'<p class="muted">Version step: {bump(changes)} ({html_text(reasons)}).</p>\n'
    )
    groups = "".join(_group(group) for group in groups_of_levels(changes, old, new))
    return document_html(title, diff_style(), head + groups)


def _group(group: ReportedGroup) -> str:
    heads = (element("th", words, {"scope": "col", "class": name}) for name, words in _HEADS)
    rows = map(_row, group.changes)
    return f"<h2>{html_text(group.place)}</h2>\n{table_html(heads, [rows])}"


def _row(reported: ReportedChange) -> str:
    marks, change = reported.marks, reported.change
    effect, reason = effect_words(change)
    cells = (
        html_text(reported.headline),
        side_html(marks, old=True) if reported.before else "",
        side_html(marks, old=False) if reported.after else "",
        f"<b>{html_text(effect)}</b> {html_text(reason)}",
    )
    inside = (
        element("td", cell, {"class": name, "data-label": words})
        for (name, words), cell in zip(_HEADS, cells, strict=True)
    )
    return row_html(inside, {"class": effect_class(change)})
