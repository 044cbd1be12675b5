"""Groups of the tree that are a text in a field.

Skills have a category, families a job function, competencies a group.
"""

from collections.abc import Iterable

from laddereditor.edits.draft import Draft
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.placement import chosen_nodes, words_for
from laddereditor.edits.words import kind_word, label_for, shortened
from laddereditor.model.address import Address
from laddereditor.model.kinds import GROUPED, KINDS
from laddereditor.model.ladder import Ladder


@builder
def set_group(ladder: Ladder, kind: str, addresses: Iterable[Address], group: str) -> Edit:
    """List entries under a category, a job function or a group, "" for none.

    Args:
        ladder: The ladder, before the edit.
        kind: `skill`, `family` or `competency`.
        addresses: The entries.
        group: The name of the group, "" for none.

    Raises:
        EditRefused: An address is of another kind of entity.
    """
    draft, field = Draft(ladder), GROUPED[kind]
    nodes, title = chosen_nodes(draft, addresses), field.title.lower()
    if any(node.kind != kind for node in nodes):
        what = KINDS[kind].plural.lower()
        raise EditRefused(f"Only {what} have a {title}, so {words_for(nodes)} cannot go there.")
    for node in nodes:
        if getattr(node.entity, field.name) != group.strip():
            node.change(**{field.name: group.strip()})
    where = shortened(group.strip(), 25) or f"no {title}"
    return draft.edit(label_for("Move", [node.entity for node in nodes], f" to {where}"))


@builder
def rename_group(ladder: Ladder, kind: str, old: str, new: str) -> Edit:
    """Rename a group on all in it, in families too; the name of another merges the two.

    Args:
        ladder: The ladder, before the edit.
        kind: `skill` for categories, `family` for job functions, `competency` for their groups.
        old: The name that the group has.
        new: The name that it gets.
    """
    draft, field = Draft(ladder), GROUPED[kind]
    nodes = [
        node
        for node_list in draft.all_node_lists(kind)
        for node in node_list.nodes
        if getattr(node.entity, field.name) == old
    ]
    if not nodes:
        raise EditRefused(f"No {kind_word(kind)} is in “{old}” any more.")
    for node in nodes:
        node.change(**{field.name: new.strip()})
    names = f"{shortened(old, 20)} to {shortened(new, 20)}"
    return draft.edit(shortened(f"Rename {field.title.lower()} {names}"))
