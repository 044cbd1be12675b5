"""The gaps that filled self-assessment forms show, as text, CSV and a web page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from laddereditor.edits.cell_texts import ANY_PROFICIENCY
from laddereditor.edits.parts.record_texts import BETWEEN
from laddereditor.exchange.returned.filled_form import FilledForm, FilledLine
from laddereditor.model.counting import plural
from laddereditor.reports.common.diff_style import diff_style
from laddereditor.reports.common.html_parts import (
    CELLS,
    INK,
    NEXT_SHEET,
    cell_html,
    cell_text,
    document_html,
    element,
    html_text,
    paper_html,
    row_html,
    table_html,
)
from laddereditor.reports.comparison.table import separated_rows

_HEADS = (
    *("Person", "Profile", "Section", "What is asked", "Asked", "Own", "Manager"),
    *("Gap", "Own evidence", "Manager's remarks"),
)
_TITLE = "Gaps"


@dataclass(frozen=True, slots=True)
class GapLine:
    """A line of a form with what it lacks, "" for nothing."""

    line: FilledLine
    gap: str


@dataclass(frozen=True, slots=True)
class GapReport:
    """Filled forms whose gaps leave the program together."""

    title: str
    forms: tuple[FilledForm, ...]


def gap_lines(form: FilledForm) -> tuple[GapLine, ...]:
    """Return the lines of a form with their gaps.

    The manager's assessment counts where there is one, else the person's own.
    """
    return tuple(GapLine(line, _gap(form.steps, line)) for line in form.lines)


def _gap(steps: Sequence[str], line: FilledLine) -> str:
    if not line.is_skill:
        return "" if line.evidence or line.remarks else "no evidence"
    asked = line.asked.split(BETWEEN)[0]
    own, managers = (_rank(steps, text) for text in (line.own, line.managers))
    found = [_distance(_rank(steps, asked), managers if managers is not None else own, line)]
    if own is not None and managers is not None and own != managers:
        found.append("person and manager differ")
    found += [
        f"“{text}” is not on the scale"
        for text in (line.own, line.managers)
        if text and _rank(steps, text) is None
    ]
    return "; ".join(filter(None, found))


def _distance(asked: int | None, reached: int | None, line: FilledLine) -> str:
    if reached is None:
        return "" if line.own or line.managers else "not assessed"
    if asked is None or reached >= asked:
        return ""
    return f"{plural(asked - reached, 'step')} below"


def _rank(steps: Sequence[str], text: str) -> int | None:
    plain = text.strip().casefold()
    if plain == ANY_PROFICIENCY.casefold():
        return None
    known = [step.casefold() for step in steps]
    return known.index(plain) if plain in known else None


def _rows(forms: Sequence[FilledForm]) -> Iterator[tuple[str, ...]]:
    for form in forms:
        for one in gap_lines(form):
            line = one.line
            yield (
                *(form.person or form.source, form.profile, line.section, line.text),
                *(line.asked, line.own, line.managers, one.gap, line.evidence, line.remarks),
            )


def gaps_csv(forms: Sequence[FilledForm]) -> str:
    """Return all lines of forms as comma-separated values, each with its gap."""
    return separated_rows([_HEADS, *_rows(forms)], "excel")


def gaps_text(forms: Sequence[FilledForm]) -> str:
    """Return the gaps of forms as plain text."""
    return "\n\n".join("\n".join(_text_lines(form)) for form in forms)


def _text_lines(form: FilledForm) -> Iterator[str]:
    yield _head(form)
    yield _who(form)
    found = [one for one in gap_lines(form) if one.gap]
    yield _sum(form, found)
    for one in found:
        asked = f" (asked: {one.line.asked})" if one.line.asked else ""
        first = one.line.text.split("\n")[0]
        yield f"- {one.line.section} › {first}{asked}: {one.gap}"


def _who(form: FilledForm) -> str:
    manager = f"manager: {form.manager}" if form.manager else ""
    return ", ".join(filter(None, (form.person or form.source, manager, form.day)))


def _sum(form: FilledForm, found: Sequence[GapLine]) -> str:
    skills = sum(1 for line in form.lines if line.is_skill)
    open_skills = sum(1 for one in found if one.line.is_skill)
    others = len(form.lines) - skills
    without = len(found) - open_skills
    return (
        f"{open_skills} of {plural(skills, 'skill')} with a gap, "
        f"{without} of {plural(others, 'statement')} without evidence"
    )


def gaps_html(forms: Sequence[FilledForm]) -> str:
    """Return all lines of forms as a web page that needs no other file."""
    return document_html(_TITLE, diff_style(), _headed(forms), "")


def gaps_paper(report: GapReport) -> str:
    """Return all lines of forms for paper, a sheet for each form."""
    return NEXT_SHEET.join(paper_html(_head(one), _table(one)) for one in report.forms)


def gaps_fragment(report: GapReport) -> str:
    """Return all lines of forms as HTML to paste into a text."""
    return element("div", _headed(report.forms), {"style": f"color:{INK}"})


def _headed(forms: Sequence[FilledForm]) -> str:
    return "".join(f"<h2>{html_text(_head(one))}</h2>{_table(one)}" for one in forms)


def _head(form: FilledForm) -> str:
    return form.title or form.profile


def _table(form: FilledForm) -> str:
    lines = (_who(form), _sum(form, [one for one in gap_lines(form) if one.gap]))
    above = "".join(element("p", html_text(line)) for line in lines)
    return above + table_html(_html_heads(), [_html_rows(form)], CELLS)


def _html_heads() -> list[str]:
    return [cell_html(cell_text(head), "", "th") for head in _HEADS[2:]]


def _html_rows(form: FilledForm) -> list[str]:
    return [row_html([cell_html(cell_text(text)) for text in row[2:]]) for row in _rows([form])]
