"""Compare two values of the model as they are written in a file."""

from typing import Any

from pydantic import BaseModel

from laddereditor.model.raw import to_raw
from laddereditor.storage.text.emit import as_texts


def same_in_file(wanted: Any, read: Any) -> bool:
    """Whether two values are written the same; numbers under unknown keys compare as text."""
    if wanted == read:
        return True
    if not isinstance(wanted, BaseModel) or type(wanted) is not type(read):
        return False
    return bool(as_texts(to_raw(wanted)) == as_texts(to_raw(read)))
