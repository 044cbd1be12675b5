"""Signs that a sheet holds no ladder: people, forms, sums, prose, lists of choices."""

import re

from laddereditor.exchange.tables.recognition.sheet_view import SHORT, SheetView, is_number
from laddereditor.exchange.tables.terms.words import (
    is_about_people,
    is_total,
    table_words,
    word_key,
)

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
_PERSON = re.compile(r"[^\W\d_a-z][\w'’.-]*(?:,? [^\W\d_a-z][\w'’.-]*){1,3}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_MOSTLY = 0.7  # share of the rows of a list of events that have a date
_MANY = 3


def why_not_ladder(view: SheetView) -> tuple[float, str]:
    """Return how surely a sheet holds no ladder, from 0 to 1, and why; 0 and "" without a sign."""
    texts = [text for row in view.texts for text in row if text]
    if not texts:
        return 1.0, "it is empty"
    for test in (_people, _form, _sums, _dates, _prose, _small):
        score, reason = test(view, texts)
        if score:
            return score, reason
    return 0.0, ""


def _people(view: SheetView, texts: list[str]) -> tuple[float, str]:
    if _has_person_names(view):
        return 0.9, "it is a list of people"
    emails = sum(bool(_EMAIL.fullmatch(text)) for text in texts)
    labels = [text for row in view.texts[:8] for text in row if is_about_people(text)]
    if emails >= _MANY or (len(labels) >= 2 and emails):
        return 0.95, "it is a list of people"
    in_row = max((sum(is_about_people(text) for text in row) for row in view.texts[:8]), default=0)
    return (0.9, "it is a list of people or a form to fill in") if in_row >= 2 else (0.0, "")


def _has_person_names(view: SheetView) -> bool:
    """Whether a column headed “Employee” or “Name” has the names of different people."""
    for row in range(min(view.height, 8)):
        for column in view.filled[row]:
            key = word_key(view.texts[row][column])
            names = view.column(column, range(row + 1, view.height))
            if len(set(names)) < max(2, len(names)):
                continue
            like_people = sum(bool(_PERSON.fullmatch(name)) for name in names)
            needed = 0.8 * len(names)
            if key in table_words().person_heads and like_people >= needed:
                return True
    return False


def _form(view: SheetView, texts: list[str]) -> tuple[float, str]:
    labels = {text.casefold().strip(" :") for text in texts if is_about_people(text)}
    with_colon = sum(text.endswith(":") and len(text) <= SHORT for text in texts)
    if len(labels) >= 2 or (labels and with_colon >= 2):
        return 0.85, "it is a form to fill in"
    return 0.0, ""


def _sums(view: SheetView, texts: list[str]) -> tuple[float, str]:
    numbers = sum(map(is_number, texts))
    totals = any(is_total(text) for text in texts)
    if numbers > 0.5 * len(texts) and totals:
        return 0.9, "it is a summary in numbers"
    return 0.0, ""


def _dates(view: SheetView, texts: list[str]) -> tuple[float, str]:
    rows = [row for row, filled in enumerate(view.filled) if len(filled) > 1]
    for column in range(view.width):
        dates = sum(_is_date(view, row, column) for row in rows)
        if len(rows) > _MANY and dates >= _MOSTLY * len(rows):
            return 0.75, "each row has a date, so it is a list of events or tasks"
    return 0.0, ""


def _is_date(view: SheetView, row: int, column: int) -> bool:
    cell = view.grid.rows[row][column]
    return cell.kind == "date" or bool(_DATE.fullmatch(cell.text))


def _prose(view: SheetView, texts: list[str]) -> tuple[float, str]:
    columns = {c for row in view.filled for c in row}
    if len(columns) == 1 or max(map(len, view.filled)) == 1:
        return 0.8, "it is text in one column, and not a table"
    return 0.0, ""


def _small(view: SheetView, texts: list[str]) -> tuple[float, str]:
    rows = sum(bool(filled) for filled in view.filled)
    return (0.8, "it has less than two rows") if rows < 2 else (0.0, "")
