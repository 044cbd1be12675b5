"""Write plain values as lines of YAML, and a whole ladder in the canonical layout."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import Raw, to_raw
from laddereditor.storage.text.blocks import block_lines
from laddereditor.storage.text.layout import CANONICAL, Layout, layout_name
from laddereditor.storage.text.words import one_line, writable

_BLOCKS = ("|", ">")
_LONGEST_KEY = 1000  # characters; YAML allows 1024 before the colon (YAML 1.2.2, 7.4.2)


def scalar_text(value: Raw) -> str:
    """Return the characters that write a single value."""
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def as_texts(raw: Raw) -> Raw:
    """Return plain values with every single value as its characters."""
    if isinstance(raw, Mapping):
        return {writable(str(key)): as_texts(value) for key, value in raw.items()}
    if isinstance(raw, list):
        return [as_texts(value) for value in raw]
    return None if raw is None else scalar_text(raw)


def single(value: Raw, style: str, flow: bool) -> str:
    """Return a single value as a scalar on one line.

    Args:
        value: The value: a text, number, date, truth value or None.
        style: The quotes that the file uses for texts, if the text can do without.
        flow: Whether the value is inside brackets, where commas and brackets need quotes.
    """
    if isinstance(value, str):
        return one_line(writable(value), style, flow)
    return scalar_text(value)


def flow_text(raw: Raw, layout: Layout) -> str:
    """Return a value in one line, collections in brackets."""
    pad = " " if layout.spaced else ""
    if isinstance(raw, Mapping):
        pairs = (f"{flow_key(key)}: {flow_text(value, layout)}" for key, value in raw.items())
        inner = ", ".join(pairs)  # an empty value needs a space after its colon: `{a: }`
        return f"{{{pad}{inner}{pad}}}" if inner else "{}"
    if isinstance(raw, list):
        inner = ", ".join(flow_text(value, layout) for value in raw)
        return f"[{pad}{inner}{pad}]" if inner else "[]"
    return single(raw, layout.quote, True)


def flow_key(key: str) -> str:
    """Return a key as it is written inside brackets."""
    text = one_line(writable(key), flow=True)
    return text if len(text) <= _LONGEST_KEY else f"? {text}"


def entry_lines(key: str, raw: Raw, indent: int, layout: Layout) -> list[str]:
    """Return the lines of `key: value` in a block mapping.

    Args:
        key: The key; one that is too long for a line is written after a `?`.
        raw: The plain value.
        indent: The column of the key, from 0.
        layout: How the file is laid out.

    Returns:
        The lines, without line ends.
    """
    margin, name = " " * indent, one_line(writable(key))
    if len(name) > _LONGEST_KEY:
        return [f"{margin}? {name}", *with_value(f"{margin}:", key, raw, indent, layout)]
    return with_value(f"{margin}{name}:", key, raw, indent, layout)


def with_value(head: str, key: str, raw: Raw, indent: int, layout: Layout) -> list[str]:
    """Return the lines of a value after `head`, which ends with the colon of its key.

    Args:
        head: What is on the line before the value.
        key: The key, which decides how the layout writes the value.
        raw: The plain value.
        indent: The column of the key, from 0.
        layout: How the file is laid out.

    Returns:
        The lines, without line ends, the first beginning with `head`.
    """
    if not isinstance(raw, Mapping | list):
        return _scalar_lines(f"{head} ", key, raw, indent + layout.step, layout)
    line = _in_one_line(f"{head} ", key, raw, layout)
    if line:
        return [line]
    if isinstance(raw, list):
        return [head, *sequence_lines(raw, key, indent + layout.offset, layout)]
    return [head, *mapping_lines(raw, indent + layout.step, layout)]


def mapping_lines(raw: Mapping[str, Raw], indent: int, layout: Layout) -> list[str]:
    """Return the lines of the entries of a block mapping.

    Args:
        raw: The entries, in the order in which they are written.
        indent: The number of spaces before each key.
        layout: How the file is laid out.
    """
    lines: list[str] = []
    for key, value in raw.items():
        lines += entry_lines(key, value, indent, layout)
    return lines


def sequence_lines(raw: Sequence[Raw], key: str, indent: int, layout: Layout) -> list[str]:
    """Return the lines of the items of a block sequence under `key`.

    Args:
        raw: The plain values.
        key: The key of the list, which decides how the layout writes the items.
        indent: The column of the dashes, from 0.
        layout: How the file is laid out.
    """
    lines: list[str] = []
    for value in raw:
        lines += item_lines(value, key, indent, layout)
    return lines


def item_lines(raw: Raw, key: str, indent: int, layout: Layout) -> list[str]:
    """Return the lines of `- value`.

    Args:
        raw: The plain value.
        key: The key of the list.
        indent: The column of the dash, from 0.
        layout: How the file is laid out.
    """
    head = f"{' ' * indent}-{' ' * (layout.dash - 1)}"
    if not isinstance(raw, Mapping | list):
        return _scalar_lines(head, f"{key}[]", raw, indent + layout.dash, layout)
    line = _in_one_line(head, f"{key}[]", raw, layout)
    if line:
        return [line]
    inner = indent + layout.dash
    lines = (
        sequence_lines(raw, f"{key}[]", inner, layout)
        if isinstance(raw, list)
        else mapping_lines(raw, inner, layout)
    )
    lines[0] = head + lines[0][inner:]
    return lines


def _in_one_line(head: str, key: str, raw: Raw, layout: Layout) -> str:
    """Return a collection on one line if it is empty or usually written so and fits, else ""."""
    if raw and (not layout.flow.get(layout_name(key, raw)) or not _is_flat(raw)):
        return ""
    line = head + flow_text(raw, layout)
    return line if not raw or len(line) <= layout.width + 4 else ""


def _is_flat(raw: Raw) -> bool:
    values = raw.values() if isinstance(raw, Mapping) else raw
    if isinstance(raw, list) and None in values:
        return False  # an empty item cannot be written inside brackets
    return not any(isinstance(value, Mapping | list) and value for value in values)


def _scalar_lines(head: str, key: str, raw: Raw, indent: int, layout: Layout) -> list[str]:
    text = scalar_text(raw)
    style = layout.text.get(key, layout.quote)
    if isinstance(raw, str) and ("\n" in text or style[:1] in _BLOCKS):
        block = _block(text, style, len(head), indent, layout)
        if block:
            return [f"{head}{block[0]}", *block[1:]]
    quote = "" if style[:1] in _BLOCKS else style
    return [f"{head}{single(raw, quote, False)}".rstrip(" ")]


def _block(text: str, style: str, used: int, indent: int, layout: Layout) -> list[str] | None:
    """Return the lines of a block scalar, or None if the text fits on a line or needs quotes."""
    kind, chomp = (style[0], style[1:]) if style[:1] in _BLOCKS else ("", "-")
    if "\n" in text:
        kind = kind if kind and layout.text is not CANONICAL.text else "|"
    elif used + len(text) <= layout.width:
        return None
    else:
        kind = ">"
    width = max(layout.width - indent, 40)
    lines = block_lines(text, kind, width, layout.sentences)
    if lines is None:
        return None
    margin = " " * indent
    return [f"{kind}{chomp}", *(margin + line if line else "" for line in lines)]


def emit(ladder: Ladder) -> str:
    """Return a ladder in the canonical layout."""
    return "\n".join(mapping_lines(to_raw(ladder), 0, CANONICAL)) + "\n"
