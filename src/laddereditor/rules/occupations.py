"""Occupation codes that the classifications do not have, or have under another title."""

from collections.abc import Iterator

from laddereditor.model.address import FieldPath
from laddereditor.model.family import SCHEMES, Family, Occupation
from laddereditor.model.fields import field_specs
from laddereditor.model.occupations.codes import (
    is_group,
    major_groups,
    normal_code,
    scheme_of,
    title_of,
    titles_agree,
)
from laddereditor.rules import fixes
from laddereditor.rules.finding import Severity
from laddereditor.rules.rule import Issue, rule
from laddereditor.rules.scope import ENTITY, EntitySubject
from laddereditor.rules.sources import SOC

Listed = tuple[FieldPath, Occupation]


def _occupations(one: EntitySubject) -> Iterator[Listed]:
    """Yield the codes of the classifications that the program knows, with their paths."""
    if isinstance(one.entity, Family):
        for place, occupation in enumerate(one.entity.occupations):
            if occupation.scheme in SCHEMES and occupation.code:
                yield FieldPath(f"occupations/{place}"), occupation


@rule(
    ENTITY,
    "occupation-code",
    "Occupation code unknown",
    "A code that the classification does not have finds nothing in surveys and statistics.",
    source=SOC,
    remedy="Look the occupation up by its title, and take its code.",
    fires="families: [{id: data, occupations: [{scheme: soc-2018, code: 15-9999}]}]",
    silent="families: [{id: data, occupations: [{scheme: soc-2018, code: 15-2051}]}]",
    severity=Severity.WARNING,
    group="Occupation codes",
)
def occupation_code(one: EntitySubject) -> Iterator[Issue]:
    """A code is in its classification, and is written as it writes codes."""
    for path, held in _occupations(one):
        code, field = normal_code(held.code), path.at("code")
        scheme = scheme_of(code)
        if scheme is None:
            form = "15-1252" if held.scheme == "soc-2018" else "15-1252.00"
            yield Issue(field, f'"{held.code}" is not a code. Codes look like {form}.')
        elif not title_of(code) and not is_group(code):
            yield Issue(field, f"{code} is not a code of {_scheme_words(held.scheme)}.")
        elif code != held.code:
            fix = fixes.replace(f"Write {code}", one.address, field, held.code, code)
            words = f'"{held.code}" is written {code} in {_scheme_words(held.scheme)}.'
            yield Issue(field, words, (fix,))
        elif scheme != held.scheme:
            yield _of_other_scheme(one, path, held)


def _of_other_scheme(one: EntitySubject, path: FieldPath, held: Occupation) -> Issue:
    field, scheme = path.at("scheme"), scheme_of(held.code) or ""
    right, wrong = _scheme_words(scheme), _scheme_words(held.scheme)
    fix = fixes.replace(f"Set {right}", one.address, field, held.scheme, scheme)
    return Issue(field, f"{held.code} is a code of {right}, not {wrong}.", (fix,))


def _scheme_words(scheme: str) -> str:
    return field_specs(Occupation)["scheme"].choice_words(scheme)


@rule(
    ENTITY,
    "occupation-title",
    "Occupation title does not agree with its code",
    "If title and code name different occupations, one of them is wrong.",
    source=SOC,
    remedy="Take the title of the code, or the code of the title.",
    fires="families: [{id: data, occupations: [{scheme: soc-2018, code: 15-2051, title: Bakers}]}]",
    silent="""
families: [{id: data, occupations: [{scheme: soc-2018, code: 15-2051, title: Data Scientists}]}]
""",
    severity=Severity.WARNING,
    group="Occupation codes",
)
def occupation_title(one: EntitySubject) -> Iterator[Issue]:
    """A title is that of its code; case, punctuation and "&" for "and" do not matter."""
    for path, held in _occupations(one):
        known = title_of(normal_code(held.code))
        if known and held.title and not titles_agree(held.title, known):
            field = path.at("title")
            fix = fixes.replace(f'Write "{known}"', one.address, field, held.title, known)
            yield Issue(field, f'{held.code} is "{known}", not "{held.title}".', (fix,))


@rule(
    ENTITY,
    "broad-occupation-code",
    "Occupation code too coarse",
    "A group holds many occupations, so that surveys and statistics say little about this one.",
    source=SOC,
    remedy="Choose the one occupation of the group that most people of the family have.",
    fires="families: [{id: data, occupations: [{scheme: soc-2018, code: 15-0000}]}]",
    silent="families: [{id: data, occupations: [{scheme: soc-2018, code: 15-2051}]}]",
    severity=Severity.INFO,
    group="Occupation codes",
)
def broad_occupation_code(one: EntitySubject) -> Iterator[Issue]:
    """A code names an occupation, not a group of them."""
    for path, held in _occupations(one):
        code = normal_code(held.code)
        if is_group(code):
            kind = "a major group" if code in major_groups() else "a group"
            message = f"{code} is {kind} of occupations. Choose the occupation."
            yield Issue(path.at("code"), message)
