"""Change one value into another in its place, editing only the lines concerned."""

from collections.abc import Iterator, Sequence

from laddereditor.model.raw import Raw
from laddereditor.storage.text.flow import element_changes
from laddereditor.storage.text.gaps import ends_line
from laddereditor.storage.text.kept_blanks import keeps_blank_lines
from laddereditor.storage.text.list_plan import PlannedItem, keeps_all, plan_list, plan_map
from laddereditor.storage.text.moved_items import item_text, new_entry
from laddereditor.storage.text.patch import CannotSplice, SpliceContext, TextEdit, patched
from laddereditor.storage.text.replace import Slot, entry_slot, item_slot, replace_value
from laddereditor.storage.text.scalars import edit_scalar
from laddereditor.storage.text.segments import Segment, blank_lead, segments, spaced
from laddereditor.storage.text.tree import YamlNode
from laddereditor.storage.text.words import one_line, writable


def same_raw(old: Raw, new: Raw) -> bool:
    """Whether two plain values are equal, including the order of their keys."""
    return bool(old == new) and repr(old) == repr(new)


def edit_value(
    page: SpliceContext, slot: Slot, old: Raw, new: Raw, depth: int = 0
) -> list[TextEdit]:
    """Return the changes that turn the value in a slot from `old` into `new`.

    A value whose layout does not allow the edit is rewritten.

    Args:
        page: The text and its context.
        slot: The place of the value.
        old: The plain value that the text reads as.
        new: The plain value that it is to read as.
        depth: How deep the value is inside its record.

    Raises:
        CannotSplice: The place cannot hold the new value.
    """
    if same_raw(old, new):
        return []
    try:
        if depth >= page.depth:
            raise CannotSplice("it was tried, and did not read as it should")
        return _edit_inside(page, slot, old, new, depth)
    except CannotSplice:
        return replace_value(page, slot, new)


def _edit_inside(page: SpliceContext, slot: Slot, old: Raw, new: Raw, depth: int) -> list[TextEdit]:
    node = slot.node
    if node.kind == "scalar" and not isinstance(new, dict | list):
        return edit_scalar(page, node, new, slot.flow)
    if not new and not node.flow:
        raise CannotSplice("an empty collection has no lines")
    if node.kind == "map" and node.entries and isinstance(new, dict) and isinstance(old, dict):
        return edit_map(page, slot, old, new, depth)
    if node.kind == "seq" and node.items and isinstance(new, list) and isinstance(old, list):
        return _edit_list(page, slot, old, new, depth)
    raise CannotSplice("it becomes a value of another kind")


def edit_map(page: SpliceContext, slot: Slot, old: Raw, new: Raw, depth: int) -> list[TextEdit]:
    """Return the changes of a mapping.

    Args:
        page: The text and its context.
        slot: The place of the mapping.
        old: The plain mapping that the text reads as.
        new: The plain mapping that it is to read as; its keys may have another order.
        depth: How deep the mapping is inside its record.

    Raises:
        CannotSplice: The layout does not allow the edit.
    """
    node = slot.node
    names = [str(key.value) for key, _ in node.entries]
    if len(set(names)) < len(names) or not set(names).issuperset(old):
        raise CannotSplice("the text and the values do not fit together")
    plan = plan_map(names, old, new)
    changes = [
        change
        for item in plan
        if item.source is not None
        for change in _edit_entry(page, node, item, (old, new), depth)
    ]
    if keeps_all(plan, len(names)):
        return changes
    if node.flow:
        starts = [key.start for key, _ in node.entries]
        return element_changes(page, node, starts, _ends(page, node), plan, changes)
    column = node.entries[0][0].column
    new_texts = [
        "" if item.source is not None else new_entry(page, item.key, item.value, column)
        for item in plan
    ]
    starts = [key.start for key, _ in node.entries]
    ends = [value.after for _, value in node.entries]
    segs = segments(page, starts, ends, column, slot.top)
    return _rebuilt(page, segs, plan, new_texts, changes)


def _edit_entry(
    page: SpliceContext, node: YamlNode, item: PlannedItem, values: tuple[Raw, Raw], depth: int
) -> Iterator[TextEdit]:
    """Yield the changes of an entry that stays: of its key, and of its value."""
    assert item.source is not None
    old, new = values
    key, _ = node.entries[item.source]
    name = str(key.value)
    if item.key != name:
        yield TextEdit(key.start, key.end, one_line(writable(item.key), key.style, node.flow))
    if item.key in new:
        inner = entry_slot(page, node, item.source, item.key)
        yield from edit_value(page, inner, old.get(name), item.value, depth + 1)


def _ends(page: SpliceContext, node: YamlNode) -> list[int]:
    """Return where the entries of a mapping in braces end; an empty value has no length."""
    ends: list[int] = []
    for key, value in node.entries:
        colon = page.text.find(":", key.end, value.start + 1) + 1
        ends.append(value.end if value.end > value.start else max(key.end, colon))
    return ends


def _edit_list(page: SpliceContext, slot: Slot, old: Raw, new: Raw, depth: int) -> list[TextEdit]:
    node = slot.node
    if len(old) != len(node.items):
        raise CannotSplice("the text and the values do not fit together")
    plan = plan_list(old, new, lambda item: page.pieces.find(item) is not None)
    changes: list[TextEdit] = []
    for op in plan:
        if op.source is not None:
            inner = item_slot(page, node, op.source, slot.key)
            changes += edit_value(page, inner, old[op.source], op.value, depth + 1)
    if keeps_all(plan, len(old)):
        return changes
    if node.flow:
        starts, ends = [i.start for i in node.items], [i.end for i in node.items]
        return element_changes(page, node, starts, ends, plan, changes)
    new_texts = [
        "" if op.source is not None else item_text(page, slot.key, op.value, node.column)
        for op in plan
    ]
    return _rebuilt(page, item_segments(page, node, slot.top), plan, new_texts, changes)


def item_segments(page: SpliceContext, node: YamlNode, top: int) -> list[Segment]:
    """Return the segments of the items of a block list.

    Args:
        page: The text and its context.
        node: The list.
        top: The position where the first segment starts at the earliest.

    Returns:
        One segment for each item, with the comments and blank lines that belong to it.
    """
    dashes = [item_slot(page, node, index, "").dash for index in range(len(node.items))]
    return segments(page, dashes, [item.after for item in node.items], node.column, top)


def _rebuilt(
    page: SpliceContext,
    segs: Sequence[Segment],
    plan: Sequence[PlannedItem],
    new_texts: Sequence[str],
    changes: Sequence[TextEdit],
) -> list[TextEdit]:
    """Return the one change that writes the segments of a collection in their new order."""
    column = segs[0].column
    was = [page.text[seg.start : seg.end] for seg in segs]
    inline = segs[0].inline
    margin = " " * column if inline else ""
    pieces = []
    for op, text in zip(plan, new_texts, strict=True):
        if op.source is None:
            pieces.append((text, False))
        else:
            seg = segs[op.source]
            body = patched(page.text, changes, seg.start, seg.end)
            pieces.append(((margin if op.source == 0 else "") + body, op.source == 0))
    first = "" if inline else blank_lead(was[0])
    joined = "".join(spaced(pieces, was, first, page.newline))
    start, end = segs[0].start, segs[-1].end
    if inline and _starts_with_key(joined, margin):
        joined = joined[column:]
    elif inline:  # a comment or blank line is now first: all lines go below the dash
        start = len(page.text[:start].rstrip(" "))
        joined = page.newline + joined
    if keeps_blank_lines(joined):
        end += len(blank_lead(page.text[end:]))
    if end == len(page.text) and not ends_line(page.text):
        joined = joined.removesuffix(page.newline)
    return [TextEdit(start, end, joined)]


def _starts_with_key(text: str, margin: str) -> bool:
    """Whether a text starts with an entry directly after its margin, and not with a comment."""
    behind = text[len(margin) : len(margin) + 1]
    return text.startswith(margin) and behind not in ("#", " ", "\n", "\r")
