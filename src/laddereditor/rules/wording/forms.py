"""The forms of verbs at the start of the statements of a list."""

from collections.abc import Iterator, Set

from laddereditor.model.counting import plural
from laddereditor.rules.finding import Severity
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import ENTITY, EntitySubject
from laddereditor.rules.sources import PUBLIC_LADDERS
from laddereditor.rules.statement_lists import statement_lists
from laddereditor.rules.wording import GROUP
from laddereditor.rules.wording.lists import FEWEST, minority
from laddereditor.rules.words import TextSpan

# Words in -ing that are names of subjects rather than forms of verbs.
_SUBJECTS = frozenset(
    ("building", "hiring", "learning", "making", "speaking", "teaching", "understanding", "writing")
)


@rule(
    ENTITY,
    "statement-form",
    "Verbs in two forms in one list",
    "Readers stumble where a list changes its grammar, and cannot join its lines to a sentence.",
    source=PUBLIC_LADDERS,
    remedy="Begin all statements of the list with the same form of the verb.",
    fires="""
families:
- id: a
  profiles:
  - level: P1
    responsibilities: [Makes bread, Keeps the oven, Delivers rolls, Serves, Managing the shop]
""",
    silent="""
families:
- id: a
  profiles:
  - level: P1
    responsibilities: [Makes bread, Keeps the oven, Delivers rolls, Serves, Writing of bills]
""",
    severity=Severity.INFO,
    group=GROUP,
    words="verbs in their first form, such as “manage”",
)
def statement_form(one: EntitySubject) -> Iterator[Issue]:
    """The verbs of a list are in the form that most of them have: Leads, Lead or Leading.

    Only words that are hardly ever nouns count; a list without a majority is left alone.
    """
    verbs = one.options.plain_words("statement-form")
    for found in statement_lists(one.entity) if verbs else ():
        if len(found.statements) < FEWEST:
            continue
        kinds = [_form(text, verbs) for _, text in found.texts]
        majority, others = minority(found.texts, kinds)
        if not others:
            continue
        example = found.texts[kinds.index(majority)][1].split()[0]
        count = plural(kinds.count(majority), "statement")
        for path, text in others:
            word = text.split()[0]
            message = f"“{word}” has another form than {count} of its list, such as “{example}”."
            start = text.index(word)
            yield Issue(path, message, (), (TextSpan(start, start + len(word)),))


def _form(text: str, verbs: Set[str]) -> str:
    """Return the form of the verb that a text begins with, "" if it begins with none known."""
    word = (text.split() or [""])[0].strip("*_,.:;").lower()
    if word in verbs:
        return "base"
    if word.endswith("s") and any(one in verbs for one in _without_s(word)):
        return "third"
    is_subject = word in _SUBJECTS or not word.endswith("ing")
    return "" if is_subject or not any(one in verbs for one in _without_ing(word)) else "gerund"


def _without_s(word: str) -> tuple[str, ...]:
    return word[:-1], word.removesuffix("es"), f"{word.removesuffix('ies')}y"


def _without_ing(word: str) -> tuple[str, ...]:
    stem = word.removesuffix("ing")
    return stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem
