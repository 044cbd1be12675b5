"""The values of a ladder as the text of a table's cell, and back."""

from collections.abc import Iterable, Sequence

from laddereditor.edits.lines import split_lines
from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.edits.reading.years import read_years
from laddereditor.model.level import Experience
from laddereditor.model.number_text import number_text
from laddereditor.model.pay import PayRange
from laddereditor.model.phrases import ENGLISH, Phrases
from laddereditor.model.spacing import single_spaced
from laddereditor.model.statement import (
    Statement,
    Statements,
    make_statement,
    restated,
    statement_examples,
    statement_text,
)

EXAMPLE = "– "  # before an example, on a line of its own
YES = "Yes"  # of a flag that is set; one that is not shows nothing
ANY_PROFICIENCY = "Any proficiency"  # of a skill that is used without a step


# -- years --------------------------------------------------------------------------------------


def experience_text(experience: Experience | None, phrases: Phrases = ENGLISH) -> str:
    """Return a range of years as a cell shows it: `3–5`, `10+`, `up to 2`, `4`.

    Args:
        experience: The range, None for none.
        phrases: The words of a language; a cell is read again, so its are English.
    """
    if experience is None or (experience.min is None and experience.max is None):
        return ""
    low, high = experience.min, experience.max
    if high is None:
        return f"{_number(low)}+"
    if low is None:
        return phrases.say("up to {number}", number=_number(high))
    return _number(low) if low == high else f"{_number(low)}–{_number(high)}"


def _number(value: float | None) -> str:
    return "" if value is None else number_text(value)


def read_experience(
    text: str, conventions: Conventions = USUAL, unit: str = "years"
) -> Experience | None:
    """Return the range that a cell's text means, None for an empty text.

    Args:
        text: What was typed: `3–5`, `3-5 yrs`, `10+`, `5`.
        conventions: How the person writes numbers.
        unit: What the numbers count.

    Raises:
        ValueError: The text is not a range of these; the message says why.
    """
    return read_years(text, conventions, unit) if text.strip() else None


# -- pay ----------------------------------------------------------------------------------------


def range_text(pay: PayRange, phrases: Phrases = ENGLISH) -> str:
    """Return a pay range in one line: `78,000 – 92,000 – 106,000 USD`, with source and day.

    Args:
        pay: The range.
        phrases: The words of a language.
    """
    ends = [phrases.number(value) for value in (pay.min, pay.mid, pay.max) if value is not None]
    money = " ".join(part for part in (" – ".join(ends), pay.currency) if part)
    day = phrases.say("as of {day}", day=phrases.day(pay.as_of)) if pay.as_of else ""
    return ", ".join(part for part in (money, pay.source, day) if part)


# -- choices ------------------------------------------------------------------------------------


def read_choice(text: str, options: Sequence[tuple[str, str]]) -> str:
    """Return the value that a text names among (value, words); "" for no text.

    Raises:
        ValueError: The text names none of the options.
    """
    wanted = single_spaced(text).casefold()
    if not wanted:
        return ""
    for value, words in options:
        if wanted in (value.casefold(), words.casefold()):
            return value
    known = ", ".join(words for _, words in options)
    raise ValueError(f"choose one of {known}" if known else "there is nothing to choose from yet")


# -- statements ---------------------------------------------------------------------------------


def statement_cell(statement: Statement) -> str:
    """Return a statement as the text of one cell, its examples on lines of their own."""
    return with_examples(statement_text(statement), statement_examples(statement))


def with_examples(text: str, examples: Iterable[str]) -> str:
    """Return the text of a cell with examples below it."""
    return "\n".join((text, *(EXAMPLE + example for example in examples)))


def read_statements(text: str, old: Statement | None = None) -> Statements:
    """Return the statements that a cell's text means: none, one with its examples, or many.

    Lines that begin like an example belong to the first line; otherwise each line is a statement
    of its own, without its bullet. One line is taken as it is. The text of `old` gives `old`, and
    what else a file says of `old` is kept.
    """
    if old is not None and text == statement_cell(old):
        return (old,)
    if not text.strip():
        return ()
    first, *rest = text.strip().split("\n")
    sign = EXAMPLE.strip()
    if all(line.startswith(sign) for line in rest):
        examples = (line.removeprefix(sign).strip() for line in rest)
        return (_made(first.strip(), examples, old),)
    lines = split_lines(text)
    return tuple(_made(line, (), old if place == 0 else None) for place, line in enumerate(lines))


def _made(text: str, examples: Iterable[str], old: Statement | None) -> Statement:
    kept = tuple(example for example in examples if example)
    return make_statement(text, kept) if old is None else restated(old, text, kept)
