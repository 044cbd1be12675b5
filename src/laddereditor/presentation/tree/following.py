"""Which keys of the tree became which others by an edit; no Qt."""

from collections.abc import Iterable, Mapping

from laddereditor.edits.edit import follow
from laddereditor.model.address import decode_key
from laddereditor.presentation.tree.nodes import GROUPED, TreeNode, group_key

_TRACKS = "tracks/"


def key_moves(old: TreeNode, new: TreeNode, moved: Mapping[str, str]) -> dict[str, str]:
    """Return what became of keys: entities by `moved`, groups by their track or by what they hold.

    A category that is renamed is another group with the same skills in it.
    """
    found = dict(moved)
    for before, after in moved.items():
        if before.startswith(_TRACKS) and after.startswith(_TRACKS):
            found[_level_group(before)] = _level_group(after)
    for collection in GROUPED:
        found |= _renamed_groups(_groups(old, collection), _groups(new, collection), moved)
    return found


def _level_group(track: str) -> str:
    return group_key("levels", decode_key(track.removeprefix(_TRACKS)))


def _groups(root: TreeNode, collection: str) -> dict[str, TreeNode]:
    nodes = next((node.children for node in root.children if node.key == collection), ())
    return {node.key: node for node in nodes if node.kind == "group"}


def _renamed_groups(
    old: Mapping[str, TreeNode], new: Mapping[str, TreeNode], moved: Mapping[str, str]
) -> dict[str, str]:
    come = {_held(node.children, {}): key for key, node in new.items() if key not in old}
    found: dict[str, str] = {}
    for key, node in old.items() if come else ():
        if key not in new and node.children:
            after = come.get(_held(node.children, moved))
            if after:
                found[key] = after
    return found


def _held(nodes: Iterable[TreeNode], moved: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(follow(node.key, moved) for node in nodes)
