"""The format of rows on the clipboard and in drags."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4
from weakref import WeakKeyDictionary

from PySide6.QtCore import QMimeData

from laddereditor.edits.clipboard import copy_nodes
from laddereditor.gui.clipboard.clipboard import text_data
from laddereditor.gui.tree.model import MIME
from laddereditor.model.address import Address
from laddereditor.presentation.tree.readable import readable_html, readable_text
from laddereditor.session.session import Session

_MANY = 200  # entries of which only the data are worth copying
_names: WeakKeyDictionary[Session, str] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class CopiedNodes:
    """Entries that were copied or are dragged: where they come from, and what they are."""

    session: str
    addresses: tuple[Address, ...]
    nodes: Mapping[str, Any]  # as `copy_nodes` gives it


def name_of(session: Session) -> str:
    """Return a name that no other open ladder has, in this window or another."""
    return _names.setdefault(session, uuid4().hex)


def to_mime_data(session: Session, addresses: Sequence[Address]) -> QMimeData:
    """Return entries as data for ladders, and as text and HTML for other programs.

    Raises:
        EditRefused: No entry is selected.
    """
    entries = copy_nodes(session.ladder, addresses)
    content = {"session": name_of(session), "addresses": list(addresses), **entries}
    data, few = QMimeData(), len(addresses) <= _MANY
    if few:
        text, html = (read(session.ladder, addresses) for read in (readable_text, readable_html))
        data = text_data(text, html=html)
    data.setData(MIME, json.dumps(content, default=str, ensure_ascii=False).encode())
    return data


def from_mime_data(data: QMimeData | None) -> CopiedNodes | None:
    """Return what was copied, or None if it is nothing of a ladder."""
    if data is None or not data.hasFormat(MIME):
        return None
    try:
        content = json.loads(bytes(data.data(MIME).data()).decode())
        addresses = tuple(map(Address, content["addresses"]))
        return CopiedNodes(str(content["session"]), addresses, content)
    except (ValueError, LookupError, TypeError):
        return None
