"""Slips of the pen: doubled words, stray spaces."""

import re
from collections.abc import Iterator

from laddereditor.rules import contents
from laddereditor.rules.finding import Severity
from laddereditor.rules.fixes import replace
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import ENTITY, EntitySubject
from laddereditor.rules.sources import OWN, PUBLIC_LADDERS
from laddereditor.rules.wording import GROUP
from laddereditor.rules.words import TextSpan

_DOUBLED = re.compile(r"(?<![\w'’-])([^\W\d_]+)([ \t\u00a0]+)\1(?![\w'’-])", re.IGNORECASE)
_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)|^ +| +$")


@rule(
    ENTITY,
    "doubled-word",
    "Word written twice",
    "It is a slip that spelling checks and tired eyes pass over.",
    source=PUBLIC_LADDERS,
    remedy="Take one of the two out.",
    fires="levels: [{id: P1, summary: Bakes the the bread}]",
    silent="levels: [{id: P1, summary: Gets buy-in in each shop}]",
    severity=Severity.WARNING,
    group=GROUP,
    words="pairs of the same word that are right, such as “had had”",
)
def doubled_word(one: EntitySubject) -> Iterator[Issue]:
    """No word is written twice in a row, unless it is right in the language."""
    right, texts = one.options.words("doubled-word"), contents.texts(one.entity)
    if not _DOUBLED.search("\n".join([text for _, text in texts])):
        return  # as in most entities
    for path, text in texts:
        for found in _DOUBLED.finditer(text):
            if right.find(found[0]):
                continue
            span = TextSpan(found.end(1), found.end())
            once = text[: span.start] + text[span.end :]
            fix = replace(f"Take the second “{found[1]}” out", one.address, path, text, once)
            yield Issue(path, f"“{found[0]}” has a word twice.", (fix,), (span,))
            break


@rule(
    ENTITY,
    "stray-space",
    "Space too many",
    "It makes texts that are alike look different to searches and comparisons.",
    source=OWN,
    remedy="Take the spaces out.",
    fires='levels: [{id: P1, summary: "Bakes  bread"}]',
    silent="levels: [{id: P1, summary: Bakes bread}]",
    severity=Severity.INFO,
    group=GROUP,
    yields_to=("family-code",),
)
def stray_space(one: EntitySubject) -> Iterator[Issue]:
    """No text of one line has two spaces in a row, or spaces around it."""
    for path, text in contents.texts(one.entity):
        if "\n" in text or not ("  " in text or text[:1] == " " or text[-1:] == " "):
            continue
        found = list(_SPACES.finditer(text)) if text.strip() else []
        if found:
            clean = _SPACES.sub(" ", text).strip(" ")
            fix = replace("Take the spaces out", one.address, path, text, clean)
            spans = tuple(TextSpan(gap.start(), gap.end()) for gap in found)
            yield Issue(path, "There are spaces too many in this text.", (fix,), spans)
