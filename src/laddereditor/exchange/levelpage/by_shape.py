"""Read fields of a profile that a page has under their own headings, by their shapes."""

from collections.abc import Mapping, Sequence
from typing import Any

from laddereditor.edits.cells.reading import read_field
from laddereditor.edits.reading.conventions import Conventions
from laddereditor.exchange.levelpage.import_log import ImportLog, Owner
from laddereditor.exchange.levelpage.lines import PageLine, has_words, paragraphs
from laddereditor.exchange.levelpage.lists import read_items, read_statements
from laddereditor.model.family import Profile
from laddereditor.model.fields import FieldSpec, field_specs


def read_fields(
    found: Mapping[str, Sequence[PageLine]], log: ImportLog, conventions: Conventions
) -> dict[str, Any]:
    """Return the values of fields by their names, from the lines below their headings.

    Args:
        found: The lines below the heading of each field, by its name.
        log: Notes where each line goes, and which are not understood.
        conventions: How numbers are written.

    Returns:
        The values by field; a field whose lines give no value is left out.
    """
    specs = field_specs(Profile)
    values = {name: _value(specs[name], lines, log, conventions) for name, lines in found.items()}
    return {name: value for name, value in values.items() if value is not None}


def _value(
    spec: FieldSpec, lines: Sequence[PageLine], log: ImportLog, conventions: Conventions
) -> Any:
    if spec.shape == "statements":
        return read_statements(lines, log, spec.name)
    if spec.shape == "lines":
        return _lines(spec, lines, log)
    worded = [line for line in lines if has_words(line.text)]
    if not worded:
        return None
    text = paragraphs(worded)
    try:
        value = text if spec.shape == "text" else read_field(spec, _plain(spec, text), conventions)
    except ValueError as error:
        for line in worded:
            log.unread(line, str(error).rstrip("."))
        return None
    for line in worded:
        log.use(line, Owner.PROFILE, spec.name)
    return value


def _plain(spec: FieldSpec, text: str) -> str:
    """Return a text without the unit of its number, which pages write behind it."""
    for unit in filter(None, (spec.unit, spec.unit.removesuffix("s"))):
        if text.casefold().endswith(f" {unit}"):
            return text[: -len(unit)].strip()
    return text


def _lines(spec: FieldSpec, lines: Sequence[PageLine], log: ImportLog) -> tuple[str, ...]:
    found: list[str] = []
    for item in read_items(lines, log):
        for one in (item, *item.children):
            for line in one.lines:
                log.use(line, Owner.PROFILE, f"{spec.name}/{len(found)}")
            found.append(one.text)
    return tuple(found)
