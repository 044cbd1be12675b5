"""All rules: every `Rule` in the modules below, in the order they are written."""

from types import ModuleType

from laddereditor.rules import (
    accepted,
    counts,
    equivalents,
    experience,
    occupations,
    overrides,
    pay,
    references,
    review,
    structure,
    sub_families,
    twice,
    web_links,
)
from laddereditor.rules.across import families
from laddereditor.rules.completeness import entries, library, profiles, texts
from laddereditor.rules.library import groups, skills
from laddereditor.rules.progression import along, nearly, repeated, same_titles
from laddereditor.rules.rule import Rule, WiderCheck
from laddereditor.rules.wording import forms, listed, lists, sentences, slips

MODULES: tuple[ModuleType, ...] = (
    structure,
    accepted,
    references,
    sub_families,
    entries,
    profiles,
    texts,
    library,
    repeated,
    nearly,
    along,
    same_titles,
    families,
    twice,
    overrides,
    counts,
    experience,
    pay,
    occupations,
    equivalents,
    web_links,
    review,
    listed,
    sentences,
    slips,
    lists,
    forms,
    skills,
    groups,
)

RULES: dict[str, Rule] = {
    one.id: one for module in MODULES for one in vars(module).values() if isinstance(one, Rule)
}

BY_SCOPE: dict[str, tuple[tuple[Rule, WiderCheck], ...]] = {
    name: tuple(
        (rule, one) for rule in RULES.values() for one in rule.checks if one.scope.name == name
    )
    for name in dict.fromkeys(one.scope.name for rule in RULES.values() for one in rule.checks)
}
