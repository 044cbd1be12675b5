"""Read the text of a file as a typed ladder with its pieces and places, or report all faults."""

import re
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError
from yaml import YAMLError

from laddereditor.model.kinds import COLLECTIONS
from laddereditor.model.ladder import FORMAT_VERSION, Ladder
from laddereditor.model.raw import Raw
from laddereditor.storage.reading.faults import Cancelled, Fault, UnreadableLadder
from laddereditor.storage.reading.invisible_signs import misleading
from laddereditor.storage.reading.other_yaml import not_a_ladder
from laddereditor.storage.reading.report import FaultReport, place_in
from laddereditor.storage.reading.syntax import syntax_fault, too_deep_at
from laddereditor.storage.reading.upgrade_text import HEADER_KEY, OlderFormat, can_upgrade
from laddereditor.storage.text.pieces import TextPart, cut_into_parts
from laddereditor.storage.text.refusals import Refused
from laddereditor.storage.text.shapes import record_shape, without_empty
from laddereditor.storage.text.stream import Stream, StreamEntry

_VERSION = re.compile(r"\s*[0-9]{1,9}\s*")
_HEADER = re.compile(r"""(?m)^[\s{]*["']?laddereditor["']?\s*:""")


def read_ladder(
    text: str,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Ladder, tuple[TextPart, ...]]:
    """Read a text as a ladder.

    Args:
        text: The text of the file.
        progress: Is called with the share of the text that was read, from 0 to 1.
        cancelled: Says whether the person cancelled the operation.

    Returns:
        The ladder, and the pieces of its text.

    Raises:
        UnreadableLadder: The text is not a ladder; the error lists every fault.
        Cancelled: `cancelled` returned True.
        OlderFormat: The file is in an older format and must be upgraded first.
    """

    def tick(position: int) -> None:
        if cancelled and cancelled():
            raise Cancelled
        if progress:
            progress(position / max(len(text), 1))

    reader = _Reader(text, Stream(text, tick))
    try:
        reader.read()
    except YAMLError as error:
        if end := too_deep_at(error):  # the parser noticed before this program counted the depth
            return read_ladder(text[:end], progress, cancelled)
        fault = syntax_fault(text, error)
        raise UnreadableLadder(
            fault if _HEADER.search(text) else not_a_ladder(text, {}, fault)
        ) from None
    except Refused as refused:
        if not _HEADER.search(text):
            raise UnreadableLadder(not_a_ladder(text, reader.head)) from None
        raise UnreadableLadder(*reader.report.faults, reader.report.refusal(refused)) from None
    if seen := misleading(text, (cut.places for cut in reader.stream.cuts)):
        raise UnreadableLadder(seen)
    return reader.ladder(), cut_into_parts(text, reader.stream.cuts)


class _Reader:
    """Converts the values of a stream to typed records, and collects what is wrong."""

    def __init__(self, text: str, stream: Stream) -> None:
        self.stream = stream
        self.report = FaultReport(text)
        self.head: dict[str, Raw] = {}
        self._entries: dict[str, StreamEntry] = {}
        self._has_empty = False

    def read(self) -> None:
        """Read the whole text."""
        duplicates = self.stream.scan.duplicates
        for found in self.stream:
            base = self._take_entry(found) if len(found.path) == 1 else self._take_record(found)
            if duplicates:
                for duplicate in duplicates:
                    self.report.add_duplicate(base, duplicate, found.raw)
                duplicates.clear()

    def _take_entry(self, found: StreamEntry) -> tuple[str | int, ...]:
        key = str(found.path[0])
        self._has_empty |= found.has_empty
        first = self._entries.get(key)
        if first:
            line = first.places.lines[first.node] + 1
            self.report.add_repeated_name((), (key,), line, place_in(found.places, found.node), {})
        self._entries.setdefault(key, found)
        self.head[key] = found.raw
        return ()

    def _take_record(self, found: StreamEntry) -> tuple[str | int, ...]:
        name = str(found.path[0])
        entity = COLLECTIONS[name].entity
        raw = without_empty(found.raw, record_shape(entity)) if found.has_empty else found.raw
        try:
            self.head[name].append(entity.model_validate(raw))
        except ValidationError:
            self.report.explain(found.path, raw, entity, found.places)
        return found.path

    def ladder(self) -> Ladder:
        """Return the ladder that was read.

        Raises:
            UnreadableLadder: The text has faults.
        """
        if HEADER_KEY not in self.head:
            raise UnreadableLadder(not_a_ladder(self.report.text, self.head))
        version = self._version()
        if can_upgrade(version):
            if self.report.twins:
                raise UnreadableLadder(*self.report.twins)
            raise OlderFormat(version)
        raw: Any = without_empty(self.head, record_shape(Ladder)) if self._has_empty else self.head
        ladder = None
        try:
            ladder = Ladder.model_validate(raw)
        except ValidationError:
            self._explain_head(raw)
        if version > FORMAT_VERSION and self.report.faults:
            raise UnreadableLadder(_too_new(version, self.report.faults[0]))
        if ladder is None or self.report.faults:
            raise UnreadableLadder(*self.report.in_order())
        return ladder

    def _version(self) -> int:
        raw = self.head[HEADER_KEY]
        version = int(raw) if isinstance(raw, str) and _VERSION.fullmatch(raw) else -1
        if version < FORMAT_VERSION and not can_upgrade(version):
            found = self._entries[HEADER_KEY]
            self.report.add(
                (), (HEADER_KEY,), f"should be the file format, {FORMAT_VERSION}", found.places, {}
            )
        return version

    def _explain_head(self, raw: dict[str, Raw]) -> None:
        """Explain faults of the top-level entries; the records were already checked."""
        for key, value in raw.items():
            if key == HEADER_KEY:
                continue
            plain = [] if key in COLLECTIONS and _is_typed(value) else value
            own = {HEADER_KEY: FORMAT_VERSION, key: plain}
            try:
                Ladder.model_validate(own)
            except ValidationError:
                self.report.explain((), own, Ladder, self._entries[key].places)


def _is_typed(value: Raw) -> bool:
    return isinstance(value, list) and any(not isinstance(item, dict | str) for item in value)


def _too_new(version: int, first: Fault) -> Fault:
    return Fault(
        f"This ladder was saved in file format {version}, which this program does not know yet. "
        f"Install the newest version of Ladder Editor to open it ({first})",
        place=first.place,
        line_text=first.line_text,
    )
