"""All rules: every `Rule` in the modules below, in the order they are written."""

from types import ModuleType

from laddereditor.rules import (
    completeness,
    counts,
    equivalents,
    experience,
    occupations,
    pay,
    references,
    structure,
    sub_families,
    web_links,
)
from laddereditor.rules.rule import Rule

MODULES: tuple[ModuleType, ...] = (
    structure,
    references,
    sub_families,
    completeness,
    counts,
    experience,
    pay,
    occupations,
    equivalents,
    web_links,
)

RULES: dict[str, Rule] = {
    one.id: one for module in MODULES for one in vars(module).values() if isinstance(one, Rule)
}

BY_SCOPE: dict[str, tuple[Rule, ...]] = {
    name: tuple(one for one in RULES.values() if one.scope.name == name)
    for name in dict.fromkeys(one.scope.name for one in RULES.values())
}
