"""Write the page about the rules: `python -m laddereditor.rules.docs > docs/rules.md`."""

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

## House words
Rules that search for words also use the ladder's own words, under the rule's id:
```yaml
checks:
  words:
    placeholder: [ask Ann, ^Notes on]
```
They are found at word boundaries, ignoring case; `^` means only at the beginning of a text.
Under `equivalent-scheme`, a ladder may list the schemes that its equivalents are in, exactly as
they are written; others are reported then.

## All rules
"""


def page() -> str:
    """Return the page as Markdown."""
    groups = dict.fromkeys(rule.group for rule in RULES.values())
    return _HEAD + "".join(_table(group) for group in groups)


def _table(group: str) -> str:
    rows = "".join(_row(rule) for rule in RULES.values() if rule.group == group)
    return f"\n### {group}\n| rule | severity | fires on | why |\n|---|---|---|---|\n{rows}"


def _row(rule: Rule) -> str:
    return f"| `{rule.id}` | {rule.severity} | {rule.title} | {rule.reason} |\n"


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201
