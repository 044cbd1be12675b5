"""Make a copy of a file in which all aliases are written out, so that it can be opened."""

from yaml import YAMLError

from laddereditor.model.raw import Raw
from laddereditor.storage.reading.compose import composed
from laddereditor.storage.reading.encoding import decode
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.reading.report import FaultReport
from laddereditor.storage.reading.syntax import syntax_fault
from laddereditor.storage.reading.whole import read_whole, spliced_whole
from laddereditor.storage.text.emit import mapping_lines
from laddereditor.storage.text.layout import CANONICAL
from laddereditor.storage.text.patch import SpliceContext, patched
from laddereditor.storage.text.refusals import Refused

__all__ = ["expanded_copy"]


def expanded_copy(data: bytes) -> bytes:
    """Return a file's bytes with aliases and merge keys written out, anchors and tags dropped.

    Comments and layout are kept where possible.

    Raises:
        UnreadableLadder: The file cannot be read, what the aliases repeat is too large, or a tag
            changes more than the type of a value.
    """
    text, encoding = decode(data)
    try:
        raw, changes = composed(text)
    except YAMLError as error:
        raise UnreadableLadder(syntax_fault(text, error)) from None
    except Refused as refused:
        raise UnreadableLadder(FaultReport(text).refusal(refused)) from None
    return encoding.encode(_spliced(patched(text, changes), raw) or _canonical_lines(text, raw))


def _spliced(plain: str, raw: dict[str, Raw]) -> str | None:
    """Return the text with its aliases written out, or None if it does not read back."""
    try:
        old, _ = read_whole(plain)
    except (YAMLError, Refused):
        return None
    return spliced_whole(plain, old, raw)


def _canonical_lines(text: str, raw: dict[str, Raw]) -> str:
    return SpliceContext(text).join(mapping_lines(raw, 0, CANONICAL))
