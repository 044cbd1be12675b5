"""Statements that say too much at once, or count years."""

import re
from collections.abc import Iterator

from laddereditor.model.address import FieldPath
from laddereditor.model.counting import plural
from laddereditor.rules.finding import Severity
from laddereditor.rules.fixes import split_item
from laddereditor.rules.occurrences import occurrences
from laddereditor.rules.rule import Issue, Limit, rule
from laddereditor.rules.scope import ENTITY, EntitySubject
from laddereditor.rules.sources import OWN, PLAIN_LANGUAGE, PUBLIC_LADDERS
from laddereditor.rules.statement_lists import statement_lists
from laddereditor.rules.wording import GROUP
from laddereditor.rules.words import TextSpan, spans_of

_END = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+(?=[\"“‘«(]?[^\W\d_a-zß-ÿ])")
# What ends with a full stop inside a sentence: abbreviations, initials, numbers.
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|no|dr|mr|ms|mrs|prof|st|inc|ltd|z\.\s?b|d\.\s?h|"
    r"u\.\s?a|bzw|ggf|ca|usw|p\.\s?ex|par ex|ex|ej|p\.\s?ej|sr|sra|bijv|o\.a|d\.w\.z|ecc|es)"
    r"|\b[^\W\d_]|\d)\.$",
    re.IGNORECASE,
)
_MAX_STATEMENT, _MAX_NAME = 200, 75  # characters (RULES.md: 10 to 13 % of real statements)
_YEARS = re.compile(r"\b\d+\s*\+?\s*(?:(?:-|–|to|bis|à|a|tot)\s*\d+\s*\+?\s*)?[- ]?$")
# Only what begins with the number, or one word before it, asks for years: “Has at least 5 years”
# does, “Leads people with 5 years” does not.
_LEAST = frozenset(
    (
        *("at", "least", "a", "minimum", "of", "more", "than", "mindestens", "mehr", "als"),
        *("au", "moins", "plus", "de", "al", "menos", "más", "pelo", "minste", "ten", "meer"),
        *("dan", "almeno", "più", "di"),
    )
)
_DEMANDS = ("responsibilities/", "expectations/")
_NAMES = ("name", "title")


@rule(
    ENTITY,
    "several-sentences",
    "Statement of several sentences",
    "Each sentence is a demand of its own; together they cannot be compared, rated or moved.",
    source=PUBLIC_LADDERS,
    remedy="Make each sentence a statement, or an example of the first.",
    fires="""
families: [{id: a, profiles: [{level: P1, responsibilities: [Bakes bread. Cleans the oven.]}]}]
""",
    silent="""
families: [{id: a, profiles: [{level: P1, responsibilities: [Bakes bread, e.g. Rye or Spelt]}]}]
""",
    severity=Severity.INFO,
    group=GROUP,
)
def several_sentences(one: EntitySubject) -> Iterator[Issue]:
    """A statement is one sentence; the fix makes each sentence a statement of its own."""
    for found in statement_lists(one.entity):
        for path, text in found.texts:
            sentences = sentences_of(text)
            if len(sentences) < 2:
                continue
            count = plural(len(sentences), "sentence")
            label = f"Split it into {plural(len(sentences), 'statement')}"
            fix = split_item(label, one.address, _item(path), tuple(sentences))
            start = len(sentences[0])
            start += len(text[start:]) - len(text[start:].lstrip())
            span = TextSpan(start, len(text.rstrip()))
            yield Issue(path, f"This statement has {count}.", (fix,), (span,))


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text of one line; one with line ends is not parted."""
    if "\n" in text:
        return [text]
    found, start = [], 0
    for end in _END.finditer(text):
        if not _ABBREVIATED.search(text[start : end.start()].rstrip('"”’»)')):
            found.append(text[start : end.start()].strip())
            start = end.end()
    return [*found, text[start:].strip()]


def _item(path: FieldPath) -> FieldPath:
    """Return the path of the statement that has a text."""
    return path if path.number is not None else path.above


@rule(
    ENTITY,
    "two-ideas",
    "Several ideas in one statement",
    "Somebody who meets one of them and not the other cannot be rated.",
    source=PUBLIC_LADDERS,
    remedy="Make a statement of each idea.",
    fires="""
families:
- {id: a, profiles: [{level: P1, responsibilities: [Plans and bakes bread; trains apprentices]}]}
""",
    silent="families: [{id: a, profiles: [{level: P1, responsibilities: [Bakes rolls and buns]}]}]",
    severity=Severity.INFO,
    group=GROUP,
    words="words that join two ideas, such as “and”",
    yields_to=("several-sentences",),
)
def two_ideas(one: EntitySubject) -> Iterator[Issue]:
    """A statement has at most one “and” and no semicolon; a plain “and” is in most good ones.

    Qualifications are left alone: they list what serves as well.
    """
    joining = one.options.words("two-ideas")
    for found in statement_lists(one.entity):
        for path, text in found.texts if found.field != "qualifications" else ():
            spans = spans_of(joining.phrases, text)
            clause = text.find("; ")
            if clause >= 0:
                message = "The semicolon joins two clauses. Make a statement of each."
                yield Issue(path, message, (), (TextSpan(clause, clause + 1),))
            elif len(spans) > 1:
                words = text[spans[0].start : spans[0].end]
                message = f"“{words}” joins more than two things. Make a statement of each idea."
                yield Issue(path, message, (), spans)


@rule(
    ENTITY,
    "long-statement",
    "Long statement",
    "Readers lose a statement of more than two lines, and it often holds several demands.",
    source=PUBLIC_LADDERS,
    remedy="Shorten it, split it, or move parts of it to its examples.",
    fires="""
checks: {limits: {long-statement: 20}}
families: [{id: a, profiles: [{level: P1, responsibilities: [Bakes all bread of the week]}]}]
""",
    silent="""
checks: {limits: {long-statement: 20}}
families: [{id: a, profiles: [{level: P1, responsibilities: [Bakes bread]}]}]
""",
    severity=Severity.INFO,
    group=GROUP,
    limit=Limit(_MAX_STATEMENT, "characters of a statement"),
    yields_to=("several-sentences", "two-ideas"),
)
def long_statement(one: EntitySubject) -> Iterator[Issue]:
    """A statement is short enough to be read at a glance."""
    most = int(one.options.limit("long-statement", _MAX_STATEMENT))
    for found in statement_lists(one.entity):
        for path, text in found.texts:
            if len(text) > most:
                length = plural(len(text), "character")
                message = f"This statement has {length}, more than {most:,}."
                yield Issue(path, message, (), (TextSpan(most, len(text)),))


@rule(
    ENTITY,
    "long-name",
    "Long name",
    "Tables, lists and pages show names, and cut a long one off.",
    source=OWN,
    remedy="Shorten it, and say the rest in the summary.",
    fires="checks: {limits: {long-name: 10}}\nskills: [{id: a, name: Sourdough baking}]",
    silent="checks: {limits: {long-name: 20}}\nskills: [{id: a, name: Sourdough baking}]",
    severity=Severity.INFO,
    group=GROUP,
    limit=Limit(_MAX_NAME, "characters of a name or title"),
)
def long_name(one: EntitySubject) -> Iterator[Issue]:
    """A name fits where it is shown."""
    most = int(one.options.limit("long-name", _MAX_NAME))
    for name in _NAMES:
        text = getattr(one.entity, name, "")
        if isinstance(text, str) and len(text) > most:
            length = plural(len(text), "character")
            message = f"This name has {length}, more than {most:,}."
            yield Issue(FieldPath(name), message, (), (TextSpan(most, len(text)),))


@rule(
    ENTITY,
    "years-as-bar",
    "Years of experience as a demand",
    "Years say how long somebody was there, not what they do; they also keep out people who "
    "learned faster or elsewhere.",
    source=PLAIN_LANGUAGE,
    remedy="Say what the experience shows in, and leave the years to the field for experience.",
    fires="families: [{id: a, profiles: [{level: P1, responsibilities: [Has 5+ years of sales]}]}]",
    silent="families: [{id: a, profiles: [{level: P1, responsibilities: [Plans for 5 shops]}]}]",
    severity=Severity.INFO,
    group=GROUP,
    words="words for years",
)
def years_as_bar(one: EntitySubject) -> Iterator[Issue]:
    """No statement but a qualification asks for a number of years."""
    for hit in occurrences(one.entity, one.options.words("years-as-bar")):
        if not hit.field.startswith(_DEMANDS):
            continue
        for span in hit.spans:
            number = _YEARS.search(hit.text[: span.start])
            if number and _asks_for(hit.text[: number.start()]):
                asked = TextSpan(number.start(), span.end)
                words = hit.text[asked.start : asked.end]
                message = f"“{words}” counts years. Say what the experience shows in."
                yield Issue(hit.field, message, (), (asked,))
                break


def _asks_for(before: str) -> bool:
    """Whether what is before a number of years asks for them."""
    return sum(word.lower() not in _LEAST for word in before.split()) <= 1
