"""Fixes: edits that are refused if the place has changed since the check."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from laddereditor.edits.adding import add
from laddereditor.edits.deleting import delete, uses_of
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.fields import remove_entry, set_field
from laddereditor.edits.groups import rename_group
from laddereditor.edits.lists import remove_items
from laddereditor.edits.paths import put, refusing, replaced, value_at
from laddereditor.edits.references import rename
from laddereditor.edits.skills import merge_skills
from laddereditor.edits.words import existing, shortened
from laddereditor.model.address import Address, FieldPath, decode_key
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import restated, statement_examples, statement_text
from laddereditor.rules.finding import Fix


def replace(label: str, address: Address, field: FieldPath, old: object, new: object) -> Fix:
    """Return a fix that replaces `old` by `new`.

    Args:
        label: What the fix does, for the menu.
        address: The entity.
        field: The path of the value.
        old: The value that was checked; if it is another one by then, the fix is refused.
        new: The value that takes its place.
    """
    return _fix(label, address, field, old, lambda now: set_field(now, address, field, new))


def remove(label: str, address: Address, field: FieldPath, old: object) -> Fix:
    """Return a fix that removes `old` from its list or mapping.

    Args:
        label: What the fix does, for the menu.
        address: The entity.
        field: The path of the item or entry.
        old: The value that was checked; if it is another one by then, the fix is refused.
    """
    path = field

    def build(ladder: Ladder) -> Edit:
        if isinstance(value_at(existing(ladder, address), path.above), Mapping):
            return remove_entry(ladder, address, path.above, decode_key(path.last))
        return remove_items(ladder, address, path.above, (int(path.last),))

    return _fix(label, address, field, old, build)


def split_item(label: str, address: Address, field: FieldPath, texts: Sequence[str]) -> Fix:
    """Return a fix that makes several statements of one; what it says beside stays with the first.

    Args:
        label: What the fix does, for the menu.
        address: The entity.
        field: The path of the statement.
        texts: The texts of the statements that it becomes; joined by spaces they are its text.
    """

    @builder
    def build(ladder: Ladder) -> Edit:
        place = int(field.last)
        items = value_at(existing(ladder, address), field.above) or ()
        if place >= len(items) or statement_text(items[place]).split() != " ".join(texts).split():
            raise EditRefused("This place has changed since it was checked.")
        first = restated(items[place], texts[0], statement_examples(items[place]))
        new = (*items[:place], first, *texts[1:], *items[place + 1 :])
        after = put(ladder, address, field.above, new)
        return Edit(shortened(label), lambda _: after)

    return Fix(label, build)


def rename_key(label: str, address: Address, field: FieldPath, old: object, new: str) -> Fix:
    """Return a fix that renames a key of a mapping, in its place.

    Args:
        label: What the fix does, for the menu.
        address: The entity.
        field: The path of the entry.
        old: The value of the entry that was checked.
        new: The key that it gets.
    """
    container, wrong = field.above, decode_key(field.last)

    @builder
    def build(ladder: Ladder) -> Edit:
        values = value_at(existing(ladder, address), container)
        if new in values:
            raise EditRefused(f"“{new}” already exists here.")
        right = {(new if name == wrong else name): value for name, value in values.items()}
        after = put(ladder, address, container, right)
        return Edit(shortened(f"Rename {wrong} to {new}"), lambda _: after)

    return _fix(label, address, field, old, build)


def rename_field(label: str, address: Address, field: FieldPath, old: object, new: str) -> Fix:
    """Return a fix that renames an unknown key of an entity to the field `new`.

    Args:
        label: What the fix does, for the menu.
        address: The entity.
        field: The path of the unknown key.
        old: The value that was checked.
        new: The name of the field, which has to be empty.
    """
    container, wrong = field.above, decode_key(field.last)

    @builder
    def build(ladder: Ladder) -> Edit:
        entity = existing(ladder, address)
        inner = value_at(entity, container) if container else entity
        values = dict(inner)
        if values.get(new) != type(inner).model_fields[new].default:
            raise EditRefused(f"“{new}” already exists here.")
        values[new] = values.pop(wrong)
        with refusing(ladder, address, container.at(new), None):
            right = type(inner).model_validate(values)
        after = (put if container else _put_whole)(ladder, address, container, right)
        return Edit(shortened(f"Rename {wrong} to {new}"), lambda _: after)

    return _fix(label, address, field, old, build)


def merge_into(label: str, keep: str, other: str) -> Fix:
    """Return a fix that merges a skill into another one, wherever it is used.

    Args:
        label: What the fix does, for the menu.
        keep: The id of the skill that stays, and gets the name of the other as another name.
        other: The id of the skill that goes.
    """
    return Fix(label, lambda now: merge_skills(now, keep, (other,)))


def rename_group_to(label: str, kind: str, old: str, new: str) -> Fix:
    """Return a fix that lists all entries of a category, job function or group under another one.

    Args:
        label: What the fix does, for the menu.
        kind: `skill`, `family` or `competency`.
        old: The name that the group has.
        new: The name of the group that they go to.
    """
    return Fix(label, lambda now: rename_group(now, kind, old, new))


def give_id(label: str, address: Address, field: FieldPath, old: str, new: str) -> Fix:
    """Return a fix that gives an entity another id, everywhere it is referred to.

    Args:
        label: What the fix does, in words.
        address: The entity.
        field: The field of its id.
        old: The id that it has now; the fix is refused if it has another one then.
        new: The id that it gets.
    """
    return _fix(label, address, field, old, lambda now: rename(now, address, new))


def add_entry(label: str, parent: Address, kind: str, **values: str) -> Fix:
    """Return a fix that adds an entity of a kind.

    Args:
        label: What the fix does, for the menu.
        parent: Where it is added: "" for the ladder, a family or a track.
        kind: The kind of entity.
        values: The values of its fields.
    """
    return Fix(label, lambda now: add(now, parent, kind, values=values))


def delete_unused(label: str, address: Address) -> Fix:
    """Return a fix that deletes an entity, refused once something refers to it."""

    def edit(ladder: Ladder) -> Edit:
        if uses_of(ladder, address):
            raise EditRefused("It is in use now.")
        return delete(ladder, (address,))

    return Fix(label, edit)


def _put_whole(ladder: Ladder, address: Address, _: str, entity: Any) -> Ladder:
    return replaced(ladder, address, entity)


def _fix(
    label: str, address: Address, field: FieldPath, old: object, build: Callable[[Ladder], Edit]
) -> Fix:
    def edit(ladder: Ladder) -> Edit:
        if _at(ladder, address, field) != old:
            raise EditRefused("This place has changed since it was checked.")
        return build(ladder)

    return Fix(label, edit)


def _at(ladder: Ladder, address: Address, field: FieldPath) -> Any:
    """Return the value of a field or of an unknown key."""
    path = field
    entity = existing(ladder, address)
    holder = value_at(entity, path.above) if path.above else entity
    known = holder is not None and not isinstance(holder, str | tuple | Mapping)
    return dict(holder).get(decode_key(path.last)) if known else value_at(entity, field)
