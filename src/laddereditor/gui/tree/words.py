"""What a row of the tree says: its icon, its tooltip, and what a screen reader speaks."""

from laddereditor.gui.tree.marks import Mark
from laddereditor.gui.tree.nodes import Node, group_value
from laddereditor.model.kinds import COLLECTIONS, KINDS
from laddereditor.rules.finding import Severity

_GROUP_ICONS = {"levels": "track", "skills": "category", "families": "function"}
_SEVERITY_WORDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "hint",
}


def node_icon(node: Node) -> str:
    """Return the name of the icon of a row, "" for none."""
    if node.kind == "collection":
        return COLLECTIONS[node.key].name
    if node.kind == "group":
        return _GROUP_ICONS[group_value(node.key)[0]]
    return "" if node.kind == "hint" else node.kind


def _marks(mark: Mark) -> list[str]:
    found = []
    if mark.severity is not None:
        word = _SEVERITY_WORDS[mark.severity]
        found.append(f"{mark.count} findings, worst: {word}" if mark.count > 1 else f"1 {word}")
    elif mark.below is not None:
        found.append(f"{_SEVERITY_WORDS[mark.below]} inside")
    if mark.unsaved:
        found.append("unsaved")
    return found


def shown(node: Node) -> str:
    """Return the words of a row: "P3 · Experienced Engineer"."""
    return " · ".join(part for part in (node.badge, node.label) if part)


def spoken(node: Node, mark: Mark) -> str:
    """Return what a screen reader says: "P3 Engineer, profile, 1 error, unsaved"."""
    kind = KINDS[node.kind].title.lower() if node.kind in KINDS else ""
    name = f"{node.badge} {node.label}".strip()
    return ", ".join(part for part in (name, kind, *_marks(mark)) if part)


def tooltip(node: Node, mark: Mark) -> str:
    """Return the whole label, which may be cut off in a narrow tree, and the marks in words."""
    lines = [f"{node.badge} {node.label}".strip(), *_marks(mark)]
    if node.kind == "profile" and node.muted:
        lines.append("Title from the level's pattern")
    return "\n".join(lines)
