"""The registry of files to fill in: one for each shape that is imported."""

from functools import partial

from laddereditor.reports.fill_in import documents, tables
from laddereditor.reports.fill_in.fill_in import FillIn
from laddereditor.reports.fill_in.pages import level_page_bytes
from laddereditor.reports.fill_in.workbook import csv_bytes, workbook_bytes

_XLSX, _DOCX, _MD = ".xlsx", ".docx", ".md"
FILL_INS: tuple[FillIn, ...] = (
    FillIn(
        "levels-across",
        "Excel: a family with its levels side by side",
        "A sheet for each family: a column for each level, a row for each competency.",
        _XLSX,
        partial(workbook_bytes, tables.ACROSS),
    ),
    FillIn(
        "levels-down",
        "Excel: a family with its levels below each other",
        "A sheet for each family: a row for each level, a column for each competency.",
        _XLSX,
        partial(workbook_bytes, tables.DOWN),
    ),
    FillIn(
        "profiles",
        "Excel: a row for each family and level",
        "One sheet for all families, with titles, summaries, responsibilities and skills.",
        _XLSX,
        partial(workbook_bytes, tables.PROFILES),
    ),
    FillIn(
        "statements",
        "Excel: a row for each statement",
        "One long list with family, level and competency beside each statement.",
        _XLSX,
        partial(workbook_bytes, tables.STATEMENTS),
    ),
    FillIn(
        "statements-csv",
        "CSV: a row for each statement",
        "The same list as plain text, for other programs.",
        ".csv",
        partial(csv_bytes, tables.STATEMENTS),
    ),
    FillIn(
        "skills-by-step",
        "Excel: skills with what each step means",
        "A row for each skill, a column for each step of the proficiency scale.",
        _XLSX,
        partial(workbook_bytes, tables.SKILLS),
    ),
    FillIn(
        "skills",
        "Excel: a list of skills",
        "A row for each skill with its category and description.",
        _XLSX,
        partial(workbook_bytes, tables.LIST),
    ),
    FillIn(
        "word-headings",
        "Word: families and levels as headings",
        "Families, levels and competencies as headings, with lists of statements below.",
        _DOCX,
        partial(documents.word_bytes, documents.HEADINGS),
    ),
    FillIn(
        "word-table",
        "Word: a table with the levels side by side",
        "A table for each family: a column for each level, a row for each competency.",
        _DOCX,
        partial(documents.word_bytes, documents.TABLE),
    ),
    FillIn(
        "word-skills",
        "Word: a table of skills with what each step means",
        "A row for each skill, a column for each step of the proficiency scale.",
        _DOCX,
        partial(documents.word_bytes, documents.STEPS),
    ),
    FillIn(
        "markdown-headings",
        "Markdown: families and levels as headings",
        "Families, levels and competencies as headings, with lists of statements below.",
        _MD,
        partial(documents.markdown_bytes, documents.HEADINGS),
    ),
    FillIn(
        "markdown-table",
        "Markdown: a table with the levels side by side",
        "A table for each family: a column for each level, a row for each competency.",
        _MD,
        partial(documents.markdown_bytes, documents.TABLE),
    ),
    FillIn(
        "markdown-skills",
        "Markdown: a table of skills with what each step means",
        "A row for each skill, a column for each step of the proficiency scale.",
        _MD,
        partial(documents.markdown_bytes, documents.STEPS),
    ),
    FillIn(
        "level-page",
        "Text: a page about one family at one level",
        "The page that readers see, to be written in any text editor.",
        ".txt",
        level_page_bytes,
    ),
)


def fill_in_named(name: str) -> FillIn:
    """Return a file to fill in by its name on the command line.

    Raises:
        KeyError: There is no such file.
    """
    return {one.name: one for one in FILL_INS}[name]
