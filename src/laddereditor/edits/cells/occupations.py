"""What follows from the code of an occupation: its classification and its title."""

from collections.abc import Mapping
from typing import Any

from laddereditor.model.family import Occupation
from laddereditor.model.occupations.codes import normal_code, scheme_of, soc_code, title_of


def filled_occupation(record: Occupation | None, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values for an occupation, filled in from the classifications.

    A known code sets the classification, unless that is set too, and the title, if there is none
    or it is that of the code before. A title that a person wrote stays.

    Args:
        record: The present record, None for a new one.
        values: What a person sets, by field.
    """
    filled = dict(values)
    code = normal_code(str(values.get("code") or ""))
    title = title_of(code)
    if not title:
        return filled
    filled["code"] = code
    if "scheme" not in values and (scheme := scheme_of(code)):
        filled["scheme"] = scheme
    if not values.get("title") and _is_free(record):
        filled["title"] = title
    return filled


def _is_free(record: Occupation | None) -> bool:
    """Return whether the title of a record may be replaced: nobody wrote it."""
    if record is None or not record.title:
        return True
    # While a code is typed, the code before is often a part of one: `15-1299.0`.
    codes = (record.code, soc_code(record.code))
    return any(record.title == title_of(normal_code(code)) for code in codes)
