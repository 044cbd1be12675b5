"""Equivalents in other schemes: that they say enough, in schemes that are known."""

from collections.abc import Iterator

from laddereditor.model.address import FieldPath
from laddereditor.model.equivalent import Equivalent
from laddereditor.model.family import Family
from laddereditor.model.level import Level
from laddereditor.rules.finding import Severity
from laddereditor.rules.fixes import replace
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import ENTITY, EntitySubject
from laddereditor.rules.sources import FORMAT
from laddereditor.rules.suggest import did_you_mean, nearest

GROUP = "Equivalents"


def _equivalents(one: EntitySubject) -> Iterator[tuple[FieldPath, Equivalent]]:
    if isinstance(one.entity, Level | Family):
        for place, held in enumerate(one.entity.equivalents):
            yield FieldPath(f"equivalents/{place}"), held


@rule(
    ENTITY,
    "equivalent-incomplete",
    "Equivalent without a scheme, or without code and name",
    "Nobody can look up a code without its scheme, or a scheme without a code or name.",
    source=FORMAT,
    remedy="Name the scheme, and the code or name in it.",
    fires="levels: [{id: P1, equivalents: [{scheme: radford}]}]",
    silent="levels: [{id: P1, equivalents: [{scheme: radford, code: P1}]}]",
    severity=Severity.WARNING,
    group=GROUP,
)
def equivalent_incomplete(one: EntitySubject) -> Iterator[Issue]:
    """An equivalent has a scheme, and a code or a name in it."""
    for path, held in _equivalents(one):
        if not held.scheme.strip():
            yield Issue(path.at("scheme"), "This equivalent does not say in which scheme it is.")
        elif not held.code.strip() and not held.name.strip():
            message = f"This equivalent in {held.scheme} has neither a code nor a name."
            yield Issue(path.at("code"), message)


@rule(
    ENTITY,
    "equivalent-scheme",
    "Equivalent in a scheme that is not known",
    "A scheme written in two ways is two columns, and a search in one misses the other.",
    source=FORMAT,
    remedy="Write the scheme as the ladder lists it, or add it to the list.",
    fires="""
checks: {words: {equivalent-scheme: [radford]}}
levels: [{id: P1, equivalents: [{scheme: Redford, code: P1}]}]
""",
    silent="""
checks: {words: {equivalent-scheme: [radford]}}
levels: [{id: P1, equivalents: [{scheme: radford, code: P1}]}]
""",
    severity=Severity.WARNING,
    group=GROUP,
    words="all schemes that the ladder uses, as they are written; without them it is silent",
)
def equivalent_scheme(one: EntitySubject) -> Iterator[Issue]:
    """If the ladder lists its schemes among its house words, equivalents are in one of them."""
    known = frozenset(one.options.house("equivalent-scheme"))
    for path, held in _equivalents(one) if known else ():
        scheme, field = held.scheme.strip(), path.at("scheme")
        if not scheme or scheme in known:
            continue
        meant = nearest(scheme, known)
        fixes = (
            (replace(f"Write {meant}", one.address, field, held.scheme, meant),) if meant else ()
        )
        question = did_you_mean(scheme, known)
        yield Issue(field, f'"{scheme}" is not a scheme of this ladder.{question}', fixes)
