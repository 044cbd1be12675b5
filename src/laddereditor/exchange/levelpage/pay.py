"""Read what a page says about pay: ranges, or why there are none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.exchange.levelpage.amounts import (
    MONEY,
    RANGE,
    amounts_of,
    currency_of,
    range_of,
)
from laddereditor.exchange.levelpage.import_log import ImportLog, Owner
from laddereditor.exchange.levelpage.lines import PageLine, has_words, paragraphs
from laddereditor.exchange.levelpage.markets import market_in
from laddereditor.exchange.levelpage.pay_tables import PayTable, find_table
from laddereditor.model.base import evolve
from laddereditor.model.pay import Pay, PayRange

_A_YEAR = r"(?:a year|per year|/\s*year|per annum|p\.a\.|annually|annual|yearly|gross)"
_LINE = re.compile(
    rf"(?:(?P<market>[^\W\d][^:\d]{{0,38}}):\s*)?(?P<range>{RANGE.pattern})"
    rf"(?P<code>\s*[·,(]?\s*[A-Z]{{3}}\)?)?(?:\s*[·,]?\s*{_A_YEAR})?\.?$"
)
_ONE = re.compile(rf"(?P<amount>{MONEY})(?:\s*[·,]?\s*{_A_YEAR})?\.?$")
# `Median pay · United States`, `Median salary (Canada): $84,000`
_MEDIAN = re.compile(
    r"(?P<middle>median|average|midpoint|typical|base|market|annual|total)"
    r"(?: (?:base|total|annual))? (?:pay|salary|compensation)"
    r"(?:\s*[·|(,–—-]\s*(?:in )?(?:the )?(?P<market>[^\W\d][^\d:)]*?)\)?)?"
    rf"(?:\s*:\s*(?P<amount>{MONEY}))?$",
    re.IGNORECASE,
)
_MIDDLE_WORDS = re.compile(r"\b(?:median|midpoint|average|mean)\b", re.IGNORECASE)
_OTHER_PERIOD = re.compile(
    r"\b(?:an?|per) (?:hour|day|week|month)\b|\bhourly\b|/\s*(?:h|mo)|\bmonthly\b", re.IGNORECASE
)
_NOT_SHOWN = r"not (?:\w+ ){0,2}(?:published|disclosed|shared|shown)"
_STATUS = (
    ("recalibrating", r"recalibrat|return shortly|being (?:re\w+|updated)"),
    ("withheld", rf"withheld|confidential|undisclosed|{_NOT_SHOWN}"),
)


@dataclass(slots=True)
class _PayReading:
    """What was read so far."""

    log: ImportLog
    conventions: Conventions
    note: list[PageLine] = field(default_factory=list)
    ranges: list[PayRange] = field(default_factory=list)
    median: PageLine | None = None  # the line that says what the next amounts are
    market: str = ""  # that it names
    middle: PageLine | None = None  # the line with the middle, if the range may follow

    def take(self, found: PayRange, *lines: PageLine) -> None:
        """Add a range, and record the lines that it is from."""
        for line in lines:
            self.log.use(line, Owner.PROFILE, f"pay/ranges/{len(self.ranges)}")
        self.ranges.append(found)

    def keep(self, line: PageLine) -> None:
        """Keep a line as a note."""
        self.log.use(line, Owner.PROFILE, "pay/note")
        self.note.append(line)


def read_pay(
    lines: Sequence[PageLine], log: ImportLog, conventions: Conventions = USUAL
) -> Pay | None:
    """Return status, note and ranges; text other than a range stays in the note.

    Args:
        lines: The lines below the heading.
        log: Notes where each line goes, and which are not understood.
        conventions: How numbers are written. A currency that an amount names has precedence.

    Returns:
        The pay, or None if the lines hold none.
    """
    reading = _PayReading(log, conventions)
    worded = [line for line in lines if has_words(line.text)]
    for line in lines:
        if not has_words(line.text):
            log.unread(line, "a line without words")
    at = 0
    while at < len(worded):
        if table := _table(worded, at, reading):
            at += _take_table(table, reading)
        else:
            _read_line(worded[at], reading)
            at += 1
    _close_median(reading)
    if not reading.note and not reading.ranges:
        return None
    text = paragraphs(reading.note)
    return Pay(status=_status(text, reading.ranges), note=text, ranges=tuple(reading.ranges))


def _table(lines: Sequence[PageLine], at: int, reading: _PayReading) -> PayTable | None:
    try:
        return find_table(lines, at, reading.conventions)
    except ValueError as error:
        _note_error(lines[at].text, error, reading.log)
        return None


def _take_table(table: PayTable, reading: _PayReading) -> int:
    """Take the ranges of a table, and return how many lines it has."""
    numbers = {line.number for line in table.head}
    for line in table.head:
        reading.log.use(line, Owner.PROFILE, f"pay/ranges/{len(reading.ranges)}")
    for lines, found in table.rows:
        numbers |= {line.number for line in lines}
        reading.take(found, *lines)
    return len(numbers)


def _read_line(line: PageLine, reading: _PayReading) -> None:
    if median := _MEDIAN.match(line.text):
        _close_median(reading)
        reading.median, reading.market = line, (median["market"] or "").strip()
        if median["amount"]:
            _take_middle(line, median["amount"], reading)
        return
    one = _ONE.match(line.text)
    if one and reading.median and not reading.middle and not _OTHER_PERIOD.search(line.text):
        _take_middle(line, one["amount"], reading)
        return
    found, whole = _ranges(line, reading)
    for place in found:
        joined = whole and _joined_with_middle(place, line, reading)
        if not joined:
            reading.take(place, line)
    if not whole:
        reading.keep(line)


def _take_middle(line: PageLine, text: str, reading: _PayReading) -> None:
    """Take the middle that a line gives; the range of the line behind may belong to it."""
    currency = currency_of(text, reading.market)
    try:
        amounts = amounts_of(text, currency or "", reading.conventions)
    except ValueError as error:
        _note_error(line.text, error, reading.log)
        amounts = []
    found = range_of(amounts, currency, reading.market, middle=True) if currency else None
    if found is None:
        reading.keep(line)
        return
    median = reading.median
    reading.middle = line
    reading.take(found, *([median] if median else []), line)
    reading.median = None


def _joined_with_middle(found: PayRange, line: PageLine, reading: _PayReading) -> bool:
    """Give the middle read before its range, if the range can be its own."""
    if reading.middle is None or not reading.ranges:
        return False
    last = reading.ranges[-1]
    fits = None not in (found.min, last.mid, found.max) and found.mid is None
    if not fits or found.market or not _between(found, last):
        return False
    changes = {"min": found.min, "max": found.max, "currency": found.currency or last.currency}
    reading.ranges[-1] = evolve(last, **changes)
    reading.log.use(line, Owner.PROFILE, f"pay/ranges/{len(reading.ranges) - 1}")
    reading.middle = None
    return True


def _between(found: PayRange, last: PayRange) -> bool:
    low, middle, high = found.min, last.mid, found.max
    return low is not None and middle is not None and high is not None and low <= middle <= high


def _close_median(reading: _PayReading) -> None:
    """Keep a line such as `Median pay` as a note, if no amount followed it."""
    if reading.median is not None:
        reading.keep(reading.median)
    reading.median, reading.middle, reading.market = None, None, ""


def _status(note: str, ranges: Sequence[PayRange]) -> str:
    if ranges:
        return "published"
    return next((name for name, pattern in _STATUS if re.search(pattern, note, re.IGNORECASE)), "")


def _ranges(line: PageLine, reading: _PayReading) -> tuple[list[PayRange], bool]:
    """Return the ranges of a line, and whether it holds nothing else."""
    text = f"{line.pair[0]}: {line.pair[1]}" if line.pair else line.text
    if _OTHER_PERIOD.search(text):
        return [], False
    try:
        if matched := _LINE.match(text):
            market = (matched["market"] or "").strip()
            found = _range(matched["range"] + (matched["code"] or ""), market, reading)
            return ([found], True) if found else ([], False)
        return _in_sentence(text, reading), False
    except ValueError as error:
        _note_error(text, error, reading.log)
        return [], False


def _in_sentence(text: str, reading: _PayReading) -> list[PayRange]:
    """Return the ranges in a sentence, or the middle that it names alone."""
    market = market_in(text)
    found = [_range(match[0], market, reading) for match in RANGE.finditer(text)]
    ranges = [one for one in found if one and one.currency]
    if ranges or found or not _MIDDLE_WORDS.search(text):
        return ranges
    matches = [match[0] for match in re.finditer(rf"(?<![\w.,]){MONEY}", text)]
    named = [match for match in matches if currency_of(match, market)]
    if len(named) != 1:
        return []
    currency = currency_of(named[0], market) or ""
    amounts = amounts_of(named[0], currency, reading.conventions)
    middle = range_of(amounts, currency, market, middle=True)
    return [middle] if middle else []


def _range(text: str, market: str, reading: _PayReading) -> PayRange | None:
    """Return the range of a text, or None if it is not one. Raises ValueError if ambiguous."""
    currency = currency_of(text, market or reading.market)
    if currency is None:
        return None
    return range_of(amounts_of(text, currency, reading.conventions), currency, market)


def _note_error(text: str, error: ValueError, log: ImportLog) -> None:
    log.note(f"The pay “{text[:60]}” is kept as a note, not as a range. {error}")
