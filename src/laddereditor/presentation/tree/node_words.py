"""The texts of a row of the tree: label, tooltip and accessible text."""

from laddereditor.model.counting import plural
from laddereditor.model.kinds import KINDS
from laddereditor.presentation.tree.marks import NodeMark, SeverityCounts
from laddereditor.presentation.tree.nodes import TreeNode

_KINDS = {"collection": "group", "group": "group", "ladder": "ladder"}


def shown(node: TreeNode) -> str:
    """Return the words of a row: "P3 · Experienced Engineer"."""
    return " · ".join(part for part in (node.badge, node.label) if part)


def counts_words(counts: SeverityCounts) -> list[str]:
    """Return counts in words: ["1 error", "2 hints"]."""
    words = (("error", counts.errors), ("warning", counts.warnings), ("hint", counts.hints))
    return [plural(number, word) for word, number in words if number]


def mark_words(mark: NodeMark) -> list[str]:
    """Return a mark in words."""
    found = counts_words(mark.own)
    inside = counts_words(mark.below)
    if inside:
        found.append(f"inside: {', '.join(inside)}")
    if mark.comments:
        found.append(plural(mark.comments, "comment"))
    if mark.unsaved:
        found.append("unsaved")
    elif mark.unsaved_below:
        found.append("unsaved changes inside")
    return found


def accessible_text(node: TreeNode, mark: NodeMark) -> str:
    """Return what a screen reader says: "P3 Engineer, profile, 1 error, unsaved"."""
    kind = KINDS[node.kind].title.lower() if node.kind in KINDS else _KINDS.get(node.kind, "")
    name = f"{node.badge} {node.label}".strip()
    return ", ".join(part for part in (name, kind, *mark_words(mark)) if part)


def tooltip(node: TreeNode, mark: NodeMark) -> str:
    """Return the whole label, which may be cut off in a narrow tree, and the marks in words."""
    lines = [f"{node.badge} {node.label}".strip()]
    if node.kind == "profile" and node.muted:
        lines.append("The title follows from the level's pattern")
    found = [words[:1].upper() + words[1:] for words in mark_words(mark)]
    return "\n".join(lines + found)
