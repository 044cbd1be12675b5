"""Write the page about the rules: `python -m laddereditor.rules.docs > docs/rules.md`."""

from laddereditor.rules.explain import RuleSection, explanation
from laddereditor.rules.registry import RULES
from laddereditor.rules.rule import Rule

_HEAD = """# Rules

What the program checks while you type, and what `laddereditor check FILE` prints.
This page is generated from the rules: `python -m laddereditor.rules.docs > docs/rules.md`.

## Severity
- **error**: the ladder contradicts itself, for example by a reference to a missing entry.
- **warning**: readers would miss something or be misled.
- **info**: worth a look; often intended.

A ladder may set the severity of any rule, or switch it off, in its file:
```yaml
checks:
  rules:
    unused-skill: off            # off | info | warning | error
    empty-skills: error
```

## Accept a finding
A finding that is intended can be accepted with a reason. It is then no longer shown. `at` is the
address of the entity, or of the field inside it that the finding is about:
```yaml
checks:
  accepted:
    - {rule: experience-level, at: families/ai-ml-engineer/P3, reason: A doctorate counts}
    - {rule: placeholder, at: families/ai-ml-engineer/P3/summary, reason: A product is called so}
```

## House words and limits
Rules that search for words also use the ladder's own words, under the rule's id. They are plain
words, found at word borders, ignoring case; `^` means only at the start of a text, `$` only at its
end. Rules with a limit take another number in the same way:
```yaml
checks:
  words:
    placeholder: [ask Ann, ^Notes on]
  limits:
    too-many-titles: 200
```
The rules below say what their words and limits are.

## In a terminal, in CI, before a commit
`laddereditor check --explain RULE` prints what this page says of a rule. `--format json` gives the
findings to other programs, `--format sarif` to code reviews; [the command line](command-line.md)
describes both, and the hook for pre-commit.

## All rules
"""


def page() -> str:
    """Return the page as Markdown."""
    groups = dict.fromkeys(rule.group for rule in RULES.values())
    parts = (f"{_table(group)}{_details(group)}" for group in groups)
    return _HEAD + "".join(parts)


def _of(group: str) -> list[Rule]:
    return [rule for rule in RULES.values() if rule.group == group]


def _table(group: str) -> str:
    rows = "".join(map(_row, _of(group)))
    return f"\n### {group}\n| rule | severity | fires on |\n|---|---|---|\n{rows}"


def _row(rule: Rule) -> str:
    return f"| `{rule.id}` | {rule.severity_words} | [{rule.title}](#{rule.id}) |\n"


def _details(group: str) -> str:
    return "".join(map(_detail, _of(group)))


def _detail(rule: Rule) -> str:
    sections = "".join(map(_section, explanation(rule)))
    return f"\n#### {rule.id}\n{rule.title} ({rule.severity_words}).\n{sections}"


def _section(section: RuleSection) -> str:
    if section.is_example:
        return f"\n{section.heading}:\n```yaml\n{section.text}```\n"
    return f"- {section.heading}: {section.text}\n"


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201
