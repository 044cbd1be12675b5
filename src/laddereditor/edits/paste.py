"""Paste lines of text into a list, entries into the tree, another ladder into this one."""

from laddereditor.edits.clipboard import copy_nodes, paste_nodes
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.fields import field_label
from laddereditor.edits.inserting import ProfileHere, insert_ladder_parts, profiles_here
from laddereditor.edits.lines import split_lines
from laddereditor.edits.lists import insert_items
from laddereditor.edits.paths import spec_at
from laddereditor.edits.skill_names import add_skill_uses, read_skill_names
from laddereditor.edits.words import existing, named
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.counting import plural
from laddereditor.model.ladder import Ladder
from laddereditor.model.shapes import TEXT_LISTS

__all__ = [
    "ProfileHere",
    "copy_nodes",
    "insert_ladder_parts",
    "paste_nodes",
    "paste_statements",
    "profiles_here",
    "split_lines",
]


def paste_verb(lines: int) -> str:
    """Return how the label of a paste into a list begins: `Paste 3 lines into`."""
    return f"Paste {plural(lines, 'line')} into" if lines > 1 else "Paste a line into"


@builder
def paste_statements(ladder: Ladder, address: Address, name: str, position: int, text: str) -> Edit:
    """Paste lines of text into a list of statements or titles.

    A list of skills gets the skills that the text names (see `read_skill_names`), which the library
    gets too; those that the profile already has are left out.

    Args:
        ladder: The ladder.
        address: The entity that has the list.
        name: The path of the list inside the entity.
        position: The position that the first new item gets.
        text: The lines.

    Raises:
        EditRefused: The text holds no line or the field is not such a list.
    """
    lines = split_lines(text)
    spec = spec_at(existing(ladder, address), FieldPath(name))
    shape = spec.shape if spec else ""
    if shape == "skills":
        lines = read_skill_names(text, ladder.skills)
    if not lines:
        raise EditRefused("The clipboard holds no text to paste here.")
    if shape == "skills":
        edit = add_skill_uses(ladder, address, text, position, name=name)
    elif shape in TEXT_LISTS:
        edit = insert_items(ladder, address, name, position, lines)
    else:
        raise EditRefused(
            f"{spec.title if spec else name} is not a list that lines can be pasted into."
        )
    label = field_label(
        paste_verb(len(lines)), spec.title if spec else name, named(ladder, address)
    )
    return Edit(label, edit.change)
