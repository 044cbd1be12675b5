"""The shapes of fields, and which of them are edited, compared and merged alike."""

from typing import Literal

Shape = Literal[
    "id",  # stable name of an entity
    "line",  # one line of text
    "text",  # a paragraph or more
    "lines",  # a list of single-line texts
    "statements",  # a list of statements
    "skills",  # a list of skill uses
    "choice",  # one of `choices`
    "reference",  # the id of an entity of kind `refers_to`
    "texts",  # mapping: id of `refers_to` -> text
    "expectations",  # mapping: competency id -> statements
    "experience",  # a range of years
    "occupations",
    "equivalents",  # the same in other schemes
    "links",  # to pages elsewhere
    "pay",
    "ranges",  # pay ranges
    "date",
    "number",
    "flag",
    "records",  # a list of entities that have their own page
    "base",  # the ladder that another one was built from
    "comments",  # remarks on places of the ladder
    "checks",
    "history",
    "raw",  # kept as it is
]

STATEMENTS = frozenset({"statements", "expectations"})  # lists of statements, alone or by key
TEXT_LISTS = STATEMENTS | {"lines"}  # lists of texts, alone or by key
LISTS = TEXT_LISTS | {"skills"}  # lists of which each item has a row
KEYED = frozenset({"texts", "expectations"})  # mappings that say something about each key
PLAIN_LISTS = LISTS - KEYED  # those that are the whole value of a field
LONG_TEXTS = frozenset({"text", "texts"})  # one text of any length, alone or by key
TEXTS = LONG_TEXTS | {"line"}  # one text, alone or by key
PROSE = LONG_TEXTS | STATEMENTS  # what people write in sentences, which is merged by words
PHRASED = LONG_TEXTS | LISTS  # what can say the same in other words; another name is another value
WORDED = TEXTS | LISTS  # what is compared word by word; years, choices and money are not
SHORT = frozenset({"choice", "reference", "date", "number", "flag"})  # a value of a few signs
