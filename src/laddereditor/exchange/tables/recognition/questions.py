"""The doubtful things of a workbook, as questions with defaults."""

from collections.abc import Sequence

from laddereditor.exchange.tables.mapping import Choice, Doubt
from laddereditor.exchange.tables.recognition.table import FoundTable

MOST = 3  # questions at a time: more are not answered
_QUESTIONS: dict[str, tuple[str, tuple[Choice, ...]]] = {
    "steps": (
        "Are the heads levels of jobs, or proficiencies of skills?",
        (Choice("steps", "Proficiencies"), Choice("levels", "Levels")),
    ),
    "numbers": (
        "Are the numbers the proficiency that is expected, or scores?",
        (Choice("proficiencies", "Expected proficiency"), Choice("scores", "Scores, left out")),
    ),
    "family": (
        "What names the family?",
        (
            Choice("column", "A column or row"),
            Choice("sheet", "Each sheet"),
            Choice("one", "The file: it is one family"),
            Choice("none", "Nothing: it holds for all families"),
        ),
    ),
    "order": (
        "Which level is the lowest?",
        (Choice("lowest-first", "The first one"), Choice("highest-first", "The last one")),
    ),
    "shaded": (
        "What are the rows with a name and no text?",
        (Choice("groups", "Groups of competencies"), Choice("competencies", "Competencies")),
    ),
    "levels": (
        "The families have levels of different names. How do they belong together?",
        (
            Choice("align", "The first with the first, and so on"),
            Choice("separate", "They are different levels"),
        ),
    ),
}


def questions(
    tables: Sequence[tuple[str, FoundTable]],
    shared: dict[str, tuple[str, str]],
    answers: dict[str, str],
) -> tuple[Doubt, ...]:
    """Return the most important doubts, answered or not.

    Args:
        tables: The sheets that are taken, with their tables.
        shared: Doubts about all sheets together: default and reason by id.
        answers: What a person answered.
    """
    found: dict[str, tuple[str, str]] = dict(shared)
    about: dict[str, list[str]] = {}
    for sheet, table in tables:
        for key, said in table.doubts.items():
            found.setdefault(key, said)
            about.setdefault(key, []).append(sheet)
    made = []
    for key, (question, choices) in _QUESTIONS.items():
        if key in found:
            default, reason = found[key]
            answer = answers.get(key, default)
            is_pinned = key in answers
            why = "" if is_pinned else reason
            made.append(
                Doubt(key, question, choices, answer, why, tuple(about.get(key, ())), is_pinned)
            )
    return tuple(made[:MOST])
