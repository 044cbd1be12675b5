"""What is said about a rule, for the page about rules, the window's help and the command line."""

from collections.abc import Collection
from typing import NamedTuple

from laddereditor.model.number_text import number_text
from laddereditor.rules.options import own_words
from laddereditor.rules.rule import Rule


class RuleSection(NamedTuple):
    """A part of the explanation: a heading with a sentence, or with an example in YAML."""

    heading: str
    text: str
    is_example: bool = False


def explanation(rule: Rule) -> tuple[RuleSection, ...]:
    """Return the parts of a rule's explanation, below its title."""
    options = (RuleSection("Options", text) for text in _options(rule))
    return (
        RuleSection("Why", rule.reason),
        RuleSection("Source", f"{rule.source}."),
        RuleSection("What to do", rule.remedy),
        *options,
        RuleSection("It fires on", rule.fires, is_example=True),
        RuleSection("It is silent on", rule.silent, is_example=True),
    )


def as_text(rule: Rule, but: Collection[str] = ()) -> str:
    """Return the explanation as lines of text, without the parts under some headings."""
    lines = [f"{rule.id} ({rule.severity_words}): {rule.title}", ""]
    for section in explanation(rule):
        if section.heading in but:
            continue
        if section.is_example:
            lines += [f"{section.heading}:", *(f"    {line}" for line in section.text.splitlines())]
        else:
            lines.append(f"{section.heading}: {section.text}")
    return "\n".join(lines)


def _options(rule: Rule) -> tuple[str, ...]:
    found = []
    if rule.words:
        own = [f"checks.words.{rule.id}: {rule.words}."]
        languages = ", ".join(sorted(key for key in own_words(rule.id) if len(key) == 2))
        own += [f"Its own lists are in these languages: {languages}."] if languages else []
        found.append(" ".join(own))
    if rule.limit:
        default = rule.limit.default
        number = "no limit" if default == float("inf") else number_text(default)
        found.append(f"checks.limits.{rule.id}: {rule.limit.means} (usually {number}).")
    return tuple(found)
