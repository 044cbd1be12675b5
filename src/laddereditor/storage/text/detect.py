"""Detect the layout of a text, so that new text looks like the text around it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

from laddereditor.storage.text.gaps import LINE_BREAK
from laddereditor.storage.text.layout import CANONICAL, Layout, layout_name
from laddereditor.storage.text.refill import is_by_sentence
from laddereditor.storage.text.tree import YamlNode, parse_tree, walk_values
from laddereditor.storage.text.words import looks_typed

T = TypeVar("T")

_SAMPLE = 50_000  # characters that are enough to detect a layout
_WIDE = 60  # characters from which a text shows how long texts are laid out


@lru_cache(maxsize=4)  # the cache holds whole texts
def layout_of(texts: tuple[str, ...]) -> Layout:
    """Return the layout of some pieces of text.

    Args:
        texts: The pieces; where they differ, earlier ones take precedence.
    """
    trees = [found for text in texts if (found := _sample(text))]
    flow: dict[str, bool] = {}
    style: dict[str, str] = {}
    for text, tree in reversed(trees):
        flow |= _majority(_flows(tree))
        style |= _majority(_styles(text, tree))
    nodes = [node for _, tree in trees for node in (tree, *(n for _, n in walk_values(tree)))]
    return Layout(
        step=_usual(_steps(nodes), CANONICAL.step),
        offset=_usual(_offsets(nodes), CANONICAL.offset),
        dash=_usual(_dashes(nodes), CANONICAL.dash),
        width=_width(trees),
        quote=_usual(_quotes(nodes), ""),
        sentences=_usual(_sentences(trees), False),
        flow=dict(CANONICAL.flow) | flow,
        text=style,
        spaced=_usual(_spaced(trees), False),
    )


def _sample(text: str) -> tuple[str, YamlNode] | None:
    """Return the start of a text and its nodes; the start is enough to detect the layout."""
    start = text[: text.rfind("\n", 0, _SAMPLE) + 1] if len(text) > _SAMPLE else ""
    tree = parse_tree(start) if start else None
    if tree:
        return start, tree
    tree = parse_tree(text)
    return (text, tree) if tree else None


def _full(node: YamlNode) -> bool:
    return bool(node.items or node.entries)


def _flows(tree: YamlNode) -> Iterator[tuple[str, bool]]:
    for key, node in walk_values(tree):
        if _full(node):
            yield layout_name(key, [str(name.value) for name, _ in node.entries]), node.flow


def _usual(found: Iterable[T], otherwise: T) -> T:
    counted = Counter(found).most_common(1)
    return counted[0][0] if counted else otherwise


def _majority(found: Iterable[tuple[str, T]]) -> dict[str, T]:
    counts: dict[str, Counter[T]] = {}
    for key, value in found:
        counts.setdefault(key, Counter())[value] += 1
    return {key: count.most_common(1)[0][0] for key, count in counts.items()}


def _steps(nodes: Iterable[YamlNode]) -> Iterator[int]:
    for node in nodes:
        for key, value in node.entries if not node.flow else ():
            if value.kind == "map" and value.is_block:
                yield value.column - key.column


def _offsets(nodes: Iterable[YamlNode]) -> Iterator[int]:
    for node in nodes:
        for key, value in node.entries if not node.flow else ():
            if value.kind == "seq" and value.is_block:
                yield value.column - key.column


def _dashes(nodes: Iterable[YamlNode]) -> Iterator[int]:
    for node in nodes:
        if node.kind == "seq" and node.is_block:
            yield from (item.column - node.column for item in node.items)


def _quotes(nodes: Iterable[YamlNode]) -> Iterator[str]:
    for node in nodes:
        values = (*(value for _, value in node.entries), *node.items)
        for value in values:
            if value.kind == "scalar" and value.value and not looks_typed(value.value):
                yield value.style if value.style in ("'", '"') else ""


def _styles(text: str, tree: YamlNode) -> Iterator[tuple[str, str]]:
    """Yield the style of the texts under each name; only long texts show a block style."""
    for key, node in walk_values(tree):
        if node.kind != "scalar" or not node.value or looks_typed(node.value):
            continue
        if node.style or len(node.value) > _WIDE:
            several = LINE_BREAK.search(text, node.start, node.end)
            yield key, _header(text, node) or node.style or (">-" if several else "")


def _header(text: str, node: YamlNode) -> str:
    """Return how a block starts: `|` or `>`, with or without `-`; "" if it is not a block."""
    if node.style not in ("|", ">"):
        return ""
    return node.style + ("" if text[node.start + 1 : node.start + 2] in ("\n", "\r", " ") else "-")


def _blocks(trees: Iterable[tuple[str, YamlNode]]) -> Iterator[list[str]]:
    for text, tree in trees:
        for _, node in walk_values(tree):
            if node.kind == "scalar" and node.style != "|":
                lines = LINE_BREAK.split(text[node.start : node.end])
                if len(lines) > 2:
                    yield [line.rstrip() for line in lines]


def _width(trees: Iterable[tuple[str, YamlNode]]) -> int:
    longest = max((len(line) for lines in _blocks(trees) for line in lines), default=0)
    return min(max(longest, 60), 120) if longest else CANONICAL.width


def _sentences(trees: Iterable[tuple[str, YamlNode]]) -> Iterator[bool]:
    for lines in _blocks(trees):
        yield is_by_sentence(lines[1:])


def _spaced(trees: Iterable[tuple[str, YamlNode]]) -> Iterator[bool]:
    for text, tree in trees:
        for _, node in walk_values(tree):
            if node.flow and _full(node):
                yield text[node.start + 1] == " "
