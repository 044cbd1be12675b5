"""Whether two values of the model are the same in a file."""

from typing import Any

from pydantic import BaseModel

from laddereditor.model.raw import to_raw
from laddereditor.storage.text.emit import as_texts


def same(wanted: Any, read: Any) -> bool:
    """Whether what was read is what was wanted; numbers under unknown keys are their characters."""
    if wanted == read:
        return True
    if not isinstance(wanted, BaseModel) or type(wanted) is not type(read):
        return False
    return bool(as_texts(to_raw(wanted)) == as_texts(to_raw(read)))
