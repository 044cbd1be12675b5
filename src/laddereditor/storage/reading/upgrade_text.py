"""Upgrade the text of an older file to the current format, leaving all other lines as they were."""

from laddereditor.model.ladder import FORMAT_VERSION
from laddereditor.model.raw import Raw
from laddereditor.storage.reading.faults import Fault, UnreadableLadder
from laddereditor.storage.reading.report import FaultReport
from laddereditor.storage.reading.syntax import line_at
from laddereditor.storage.reading.upgrades import UPGRADES, UpgradeFailed
from laddereditor.storage.reading.whole import place_at, read_whole, spliced_whole
from laddereditor.storage.text.emit import as_texts, mapping_lines
from laddereditor.storage.text.gaps import count_lines
from laddereditor.storage.text.layout import CANONICAL
from laddereditor.storage.text.patch import SpliceContext
from laddereditor.storage.text.refusals import Refused

HEADER_KEY = "laddereditor"


class OlderFormat(Exception):
    """A file is in an older format that can be upgraded."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


def can_upgrade(version: int) -> bool:
    """Whether a format can be upgraded to the current one."""
    return version in UPGRADES


def notice_of(version: int) -> str:
    """Return the message about a file that was upgraded."""
    return (
        f"This file is in an older format ({version}). It was converted to format {FORMAT_VERSION} "
        "in memory; the file changes when you save."
    )


def upgraded(text: str, version: int) -> str:
    """Return the text in the current format.

    Raises:
        UnreadableLadder: The text cannot be upgraded; the error has one fault.
    """
    now = text
    try:
        raw, _ = read_whole(text)
        for step in range(version, FORMAT_VERSION):
            for change in UPGRADES[step]:
                now, raw = _applied(now, raw, change(raw))
            now, raw = _applied(now, raw, {**raw, HEADER_KEY: str(step + 1)})
    except UpgradeFailed as failed:
        raise UnreadableLadder(_fault(text, now, version, failed)) from None
    except Refused as refused:
        raise UnreadableLadder(FaultReport(text).refusal(refused)) from None
    return now


def _applied(text: str, old: Raw, new: Raw) -> tuple[str, Raw]:
    """Return the text with the differences spliced in, and its plain values.

    If no splice reads back, the whole text is rewritten.
    """
    wanted = as_texts(new)
    if wanted == old:
        return text, old
    after = spliced_whole(text, old, new)
    if after is None:
        after = SpliceContext(text).join(mapping_lines(new, 0, CANONICAL))
    return after, wanted


def _fault(text: str, now: str, version: int, failed: UpgradeFailed) -> Fault:
    """Return the fault of a step; `now` is the text as the steps before left it."""
    _, index = read_whole(now)
    place = place_at(index, failed.path)
    same_lines = count_lines(now) == count_lines(text)
    return Fault(
        f"This file is in an older format ({version}) and cannot be converted to "
        f"{FORMAT_VERSION}: {failed.message}",
        place=place,
        line_text=line_at(text if same_lines else now, place.line - 1),
    )
