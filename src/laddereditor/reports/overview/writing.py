"""The overview of a ladder as a web page, on paper, as text and to paste."""

from collections.abc import Iterator, Sequence

from laddereditor.reports.common.diff_style import diff_style
from laddereditor.reports.common.html_parts import (
    CELLS,
    INK,
    cell_html,
    cell_text,
    document_html,
    element,
    html_text,
    paper_html,
    row_html,
    table_html,
)
from laddereditor.reports.overview.overview import LadderOverview, Standout

_CONTENTS, _KINDS, _PLACES = "What is in it", "What stands out", "Where most of it is"


def overview_html(overview: LadderOverview) -> str:
    """Return the overview as a web page that needs no other file."""
    return document_html(_title(overview), diff_style(), _body(overview), "")


def overview_paper(overview: LadderOverview) -> str:
    """Return the overview for paper."""
    return paper_html(_title(overview), _body(overview))


def overview_fragment(overview: LadderOverview) -> str:
    """Return the overview as HTML to paste into a text."""
    inner = f"<h2>{html_text(_title(overview))}</h2>{_body(overview)}"
    return element("div", inner, {"style": f"color:{INK}"})


def overview_text(overview: LadderOverview) -> str:
    """Return the overview as plain text."""
    return "\n".join(_lines(overview))


def _title(overview: LadderOverview) -> str:
    return f"Overview of {overview.title}"


def _lines(overview: LadderOverview) -> Iterator[str]:
    yield from (_title(overview), overview.origin, "", _CONTENTS)
    yield from (f"- {line}" for line in overview.contents)
    yield from ("", _KINDS, overview.found)
    yield from (f"- {one.name}: {one.count:,}" for one in overview.kinds)
    if overview.places:
        yield from ("", _PLACES)
        yield from (f"- {one.name}: {one.count:,}" for one in overview.places)
    if overview.since:
        yield from ("", overview.since)
        yield from (f"- {line}" for line in overview.progress)


def _body(overview: LadderOverview) -> str:
    parts = [
        element("p", html_text(overview.origin)),
        _section(_CONTENTS, _list(overview.contents)),
        _section(_KINDS, element("p", html_text(overview.found)) + _table(overview.kinds)),
    ]
    if overview.places:
        parts.append(_section(_PLACES, _table(overview.places)))
    if overview.since:
        parts.append(_section(overview.since, _list(overview.progress)))
    return "".join(parts)


def _section(heading: str, inner: str) -> str:
    return f"<h3>{html_text(heading)}</h3>{inner}"


def _list(lines: Sequence[str]) -> str:
    return element("ul", "".join(element("li", html_text(line)) for line in lines))


def _table(found: Sequence[Standout]) -> str:
    rows = [(one.name, _severity(one), f"{one.count:,}") for one in found]
    cells = [row_html([cell_html(cell_text(text)) for text in row]) for row in rows]
    heads = [cell_html(cell_text(head), "", "th") for head in ("", "At worst", "Findings")]
    return table_html(heads, [cells], CELLS) if rows else ""


def _severity(one: Standout) -> str:
    return {"info": "Hint"}.get(one.severity.value, one.severity.value.capitalize())
