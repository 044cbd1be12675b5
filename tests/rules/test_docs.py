"""The page about the rules."""

from pathlib import Path

from laddereditor.model.ladder import Checks
from laddereditor.rules.docs import page
from laddereditor.rules.registry import RULES

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_that_the_page_about_rules_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page()


def test_that_the_examples_on_the_page_hold() -> None:
    import yaml

    about_settings = page().partition("## All rules")[0]
    blocks = [part.partition("```")[0] for part in about_settings.split("```yaml\n")[1:]]
    for block in blocks:
        checks = Checks.model_validate(yaml.load(block, yaml.BaseLoader)["checks"])
        named = {
            *checks.rules,
            *checks.words,
            *checks.limits,
            *(one.rule for one in checks.accepted),
        }
        assert named and named <= RULES.keys()
