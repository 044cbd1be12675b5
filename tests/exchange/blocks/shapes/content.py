"""What the documents of the tests say, and what an import has to find in them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Content:
    title: str
    language: str
    families: dict[str, dict[str, dict[str, list[str]]]]


@cache
def contents() -> dict[str, Content]:
    path = Path(__file__).with_name("texts.yaml")
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return {name: Content(**one) for name, one in found.items()}


def one_family(content: Content) -> dict[str, dict[str, list[str]]]:
    (levels,) = content.families.values()
    return levels


def competencies(content: Content) -> list[str]:
    levels = next(iter(content.families.values()))
    return list(next(iter(levels.values())))


def statements(content: Content) -> set[tuple[str, str, str, str]]:
    """Family, level, competency and text of each statement."""
    return {
        (family, level, competency, text)
        for family, levels in content.families.items()
        for level, found in levels.items()
        for competency, texts in found.items()
        for text in texts
    }
