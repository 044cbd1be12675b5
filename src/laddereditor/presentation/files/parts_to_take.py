"""What a ladder offers to another one that starts from it; no Qt."""

from collections.abc import Iterator, Mapping

from laddereditor.edits.words import shortened
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.family import Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.ladder import Ladder
from laddereditor.model.shapes import STATEMENTS
from laddereditor.model.statement import statement_text
from laddereditor.presentation.tree.nodes import TreeBuilder, TreeNode

_OFFERED = ("families", "levels", "skills")
_LENGTH = 120  # of a statement


def offered_parts(ladder: Ladder) -> tuple[TreeNode, ...]:
    """Return the families, levels and skills of a ladder as they are in its tree."""
    root = TreeBuilder().build(ladder)
    return tuple(
        node
        for node in root.children
        if node.key in _OFFERED and not any(child.kind == "hint" for child in node.children)
    )


def statements_of(ladder: Ladder, address: Address) -> Iterator[tuple[Address, str]]:
    """Yield the address and the text of each statement of a profile.

    Args:
        ladder: The ladder.
        address: The profile; other entries have none.
    """
    entity = address.entity(ladder)
    if not isinstance(entity, Profile):
        return
    for name, spec in field_specs(Profile).items():
        if spec.shape not in STATEMENTS:
            continue
        held = getattr(entity, name)
        lists = held.items() if isinstance(held, Mapping) else [("", held)]
        for key, statements in lists:
            path = FieldPath(name).entry(key) if key else FieldPath(name)
            for place, one in enumerate(statements):
                text = shortened(f"{spec.title}: {statement_text(one)}", _LENGTH)
                yield address.at(path, str(place)), text
