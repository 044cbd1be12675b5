"""Sources of web pages that are no plain HTML or Markdown: Vue and Svelte components, and MDX.

What a program does in them is taken out, so that the readers of HTML and Markdown find what people
wrote. Lines stay where they are, so that they are counted in the file.
"""

import re
from pathlib import PurePath

COMPONENTS = (".vue", ".svelte")
MDX = ".mdx"
_TEMPLATE = re.compile(r"<template\b[^>]*>(?P<inside>.*)</template\s*>", re.DOTALL | re.IGNORECASE)
_FENCES = re.compile(r"(^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[ \t]*$)", re.DOTALL | re.MULTILINE)
# Of MDX: statements at the beginning of a line, up to an empty one; comments; tags of components.
_STATEMENT = re.compile(r"^(?:import|export)\s.*?(?=^[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"\{/\*.*?\*/\}", re.DOTALL)
_TAG = re.compile(r"</?[A-Z][\w.]*(?:\s[^<>]*)?/?>|</?>")


def page_of_component(text: str, source: str) -> str:
    """Return the page of a component as HTML, another text as it is.

    Args:
        text: The text of a file.
        source: The name of the file.
    """
    if PurePath(source).suffix.casefold() not in COMPONENTS:
        return text
    found = _TEMPLATE.search(text)
    return _blank(text[: found.start("inside")]) + found["inside"] if found else text


def markdown_of_mdx(text: str, source: str) -> str:
    """Return MDX as Markdown, another text as it is; what is written inside components stays.

    Args:
        text: The text of a file.
        source: The name of the file.
    """
    if PurePath(source).suffix.casefold() != MDX:
        return text
    parts = _FENCES.split(text)
    # Each fenced part is followed by its fence, which is a group of its own.
    return "".join(
        part if at % 3 == 1 else _without_code(part) for at, part in enumerate(parts) if at % 3 < 2
    )


def _without_code(text: str) -> str:
    for pattern in (_STATEMENT, _COMMENT, _TAG):
        text = pattern.sub(lambda found: _blank(found[0]), text)
    return text


def _blank(text: str) -> str:
    """Return the line ends of a text alone."""
    return "\n" * text.count("\n")
