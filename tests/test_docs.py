"""The docs name only what exists: rules, verbs, and the keys of the JSON that verbs print."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from laddereditor.assets import sample_ladders
from laddereditor.cli.main import VERBS, run
from laddereditor.cli.output import Output
from laddereditor.model.base import Entity
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import KINDS
from laddereditor.model.ladder import Ladder
from laddereditor.rules.registry import RULES
from laddereditor.storage.text.shapes import ValueShape, record_shape, shapes_of

ROOT = Path(__file__).resolve().parent.parent
PAGES = (*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md")
RULE_IDS = set(RULES)
_BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
_SENTENCE = re.compile(r"[Rr]ules? (?:`([a-z-]+)`|“([a-z-]+)”)|`([a-z-]+)` rule")


def blocks(page: Path, language: str) -> list[str]:
    return [text for kind, text in _BLOCK.findall(page.read_text("utf-8")) if kind == language]


def plain_yaml(text: str) -> Any:
    """Return the values of an example, in which dots stand for texts and lists."""
    return yaml.safe_load(text.replace("…", "x").replace("{x}", "{}").replace("[ x ]", "[]"))


def named_rules(page: Path) -> set[str]:
    """Return the rules that a page names: in `checks` of YAML, in a table, in a sentence."""
    named: set[str] = set()
    for text in blocks(page, "yaml"):
        raw = plain_yaml(text)
        checks = raw.get("checks") if isinstance(raw, dict) else None
        if isinstance(checks, dict):
            named |= set(checks.get("rules") or {})
            words = checks.get("words")
            named |= set(words) if isinstance(words, dict) else set()
            named |= {one["rule"] for one in checks.get("accepted") or ()}
    text = page.read_text("utf-8")
    if "| rule |" in text:
        named |= set(re.findall(r"(?m)^\| `([a-z-]+)` \|", text))
    named |= {name for found in _SENTENCE.findall(text) for name in found if name}
    return named


def keys_of(raw: Any, shape: ValueShape, found: dict[type[Entity], set[str]]) -> None:
    """Add the keys that each class of records has in an example to `found`."""
    if shape.kind == "record" and shape.entity and isinstance(raw, dict):
        found.setdefault(shape.entity, set()).update(raw)
        for name, inner in shapes_of(shape.entity).items():
            keys_of(raw.get(name), inner, found)
    elif shape.item and isinstance(raw, list | dict):
        for value in raw.values() if isinstance(raw, dict) else raw:
            keys_of(value, shape.item, found)


def test_that_every_field_is_in_the_page_of_the_format() -> None:
    """Each entity has all of its fields in the example, and no others; all may have notes."""
    (example,) = (text for text in blocks(ROOT / "docs" / "format.md", "yaml") if "tracks:" in text)
    found: dict[type[Entity], set[str]] = {}
    keys_of(plain_yaml(example), record_shape(Ladder), found)
    assert {kind.entity for kind in KINDS.values()} <= found.keys()
    for entity, keys in found.items():
        names = set(field_specs(entity))
        assert names - keys - {"notes", "links", "external_id"} == set(), entity
        assert keys - names == set(), entity
    specs = [spec for entity in found for spec in field_specs(entity).values()]
    choices = {choice for spec in specs for choice in spec.choices}
    assert {choice for choice in choices if not re.search(rf"\b{choice}\b", example)} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_that_a_page_names_only_rules_that_exist(page: Path) -> None:
    assert named_rules(page) - RULE_IDS == set()


def test_that_rules_are_found_where_pages_name_them() -> None:
    assert named_rules(ROOT / "docs" / "rules.md") == RULE_IDS
    assert named_rules(ROOT / "docs" / "format.md")


def test_that_every_verb_is_in_the_page_of_the_command_line() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    listed = set(re.findall(r"(?m)^\| `([a-z]+)", page))
    assert listed == set(VERBS)


def keys(value: Any) -> Any:
    """Return the keys of a JSON value, of its parts too: of a list, all that its items have."""
    if isinstance(value, list):
        found: dict[str, Any] = {}
        for item in value:
            inner = keys(item)
            found |= inner if isinstance(inner, dict) else {}
        return found
    if isinstance(value, dict):
        whole = {"before", "after", "base", "ours", "theirs"}  # any value of a ladder
        return {key: None if key in whole else keys(inner) for key, inner in value.items()}
    return None


def test_that_verbs_print_the_json_that_the_docs_show(tmp_path: Path) -> None:
    old, new, other = (tmp_path / name for name in ("old.yaml", "new.yaml", "other.yaml"))
    text = sample_ladders()["technology.yaml"].read_text("utf-8")
    for path, name in ((old, "Mine"), (new, "Yours"), (other, "Theirs")):
        path.write_text(re.sub(r"(?m)^name: .*", f"name: {name}\nunknown: x", text), "utf-8")
    commands: dict[str, list[object]] = {
        "check": [old, new],
        "diff": [old, new],
        "merge": [old, new, other],
        "compare": [old, "levels/P1", "levels/P2"],
        "versions": [old],
    }
    page = ROOT / "docs" / "command-line.md"
    order = re.findall(r"(?m)^### (\w+)", page.read_text("utf-8"))
    shown = dict(zip(order, [json.loads(text) for text in blocks(page, "json")], strict=True))
    for verb, arguments in commands.items():
        lines: list[str] = []
        run(
            [verb, *map(str, arguments), "--format", "json"],
            _no_window,
            Output(lines.append, print),
        )
        assert keys(json.loads("\n".join(lines))) == keys(shown[verb]), verb


def _no_window(_: list[Path]) -> int:
    raise AssertionError


def test_that_the_changelog_begins_with_what_is_not_released_and_then_this_version() -> None:
    headings = re.findall(r"(?m)^## (.*)", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert headings[0] == "[Unreleased]"
    assert re.fullmatch(rf"\[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d", headings[1])


def test_that_readme_has_each_command_that_ci_and_workflows_take_from_it() -> None:
    scripts = [ROOT / ".ci" / "run", *(ROOT / ".github" / "workflows").glob("*.yml")]
    wanted = {
        marker
        for script in scripts
        for marker in re.findall(r"readme-command '(<!-- .* -->)'", script.read_text("utf-8"))
    }
    assert len(wanted) >= 3
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [marker for marker in wanted if f"{marker}\n```" not in readme] == []


def test_that_no_entry_of_the_changelog_is_there_twice() -> None:
    releases = re.split(r"(?m)^## ", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    for release in releases:
        names = re.findall(r"(?m)^- \*\*(.*?)\.\*\*", release)
        assert sorted(names) == sorted(set(names))
