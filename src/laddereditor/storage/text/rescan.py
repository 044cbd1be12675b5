"""Find the places in a piece of text again, because undo stores only the text of a piece."""

from yaml import YAMLError

from laddereditor.storage.text.events import Scan, read_value
from laddereditor.storage.text.index import Index
from laddereditor.storage.text.refusals import Refused
from laddereditor.storage.text.stream import Stream


def index_of(text: str, *, is_record: bool) -> Index:
    """Return the places in a piece that was read before: a list of one record, or entries."""
    try:
        return _index_of_record(text) if is_record else _index_of_entries(text)
    except (
        YAMLError,
        Refused,
    ):  # this piece is not valid by itself: only its start is known
        return _bare()


def _bare() -> Index:
    index = Index()
    index.add(0, 0, 0, None)
    return index


def _index_of_record(text: str) -> Index:
    scan = Scan(text)
    for _ in range(3):  # the starts of the stream, the document and the list
        scan.pull()
    event = scan.pull()
    scan.start_piece()
    scan.index.add(event.start_mark.line, event.start_mark.column, 0, None)
    read_value(scan, event, 0)
    return scan.index


def _index_of_entries(text: str) -> Index:
    stream = Stream(text)
    for _ in stream:
        pass
    return stream.cuts[0].places if stream.cuts else _bare()
