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
from laddereditor.exchange.levelpage.markets import market_alone, market_in
from laddereditor.exchange.levelpage.pay_tables import PayTable, column_of, find_table
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
_LABELLED = re.compile(rf"(?P<label>[^\W_][^:$€£]*?)\s*[:\s]\s*(?P<amount>{MONEY})$")
_MIN_LABELLED = 2  # amounts with a label that make a range
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
    also: PageLine | None = None  # the line with the market, if it is another one
    middle: PageLine | None = None  # the line with the middle, if the range may follow
    edges: list[PageLine] = field(default_factory=list)  # amounts alone behind the middle

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
        elif count := _take_labelled_lines(worded[at:], reading):
            at += count
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


def _take_labelled_lines(lines: Sequence[PageLine], reading: _PayReading) -> int:
    """Take the range of lines such as `Low: $35,000`, and return how many there are."""
    count = 0
    for line in lines:
        match = _LABELLED.match(line.text)
        if not match or not column_of(match["label"]):
            break
        count += 1
    found = _labelled("\n".join(line.text for line in lines[:count]), reading)
    if not found:
        return 0
    above = [one for one in (reading.median, reading.also) if one]
    reading.take(found, *above, *lines[:count])
    reading.median = reading.also = None
    return count


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
    if market := market_alone(line.text):
        _take_market(line, market, reading)
        return
    if labelled := _labelled(line.text, reading):
        reading.take(labelled, line)
        return
    if _belongs_to_range(line, reading):
        return
    one = _ONE.match(line.text)
    if one and reading.median and not reading.middle and not _OTHER_PERIOD.search(line.text):
        _take_middle(line, one["amount"], reading)
        return
    found, whole = _ranges(line, reading)
    for place in found:
        joined = whole and _joined_with_middle(place, line, reading)
        if not joined:
            above = [one for one in (reading.median, reading.also) if one] if whole else []
            here = place if place.market or not above else evolve(place, market=reading.market)
            reading.take(here, *above, line)
            if above:
                reading.median = reading.also = None
    if not whole:
        reading.keep(line)


def _take_market(line: PageLine, market: str, reading: _PayReading) -> None:
    """Take the market that a line names, for the amounts behind it."""
    if reading.median is None or reading.market:
        _close_median(reading)
        reading.median = line
    else:
        reading.also = line
    reading.market = market


def _labelled(text: str, reading: _PayReading) -> PayRange | None:
    """Return the range of a line such as `P25 $35,000 · P50 $41,000 · P75 $48,000`."""
    if _OTHER_PERIOD.search(text):
        return None
    parts = [_LABELLED.match(part) for part in re.split(r"\s*[·|;/\n]\s*|,\s+", text)]
    found = {column_of(part["label"]): part["amount"] for part in parts if part}
    if len(parts) < _MIN_LABELLED or len(found) != len(parts) or "" in found:
        return None
    currency = currency_of(" ".join(found.values()), reading.market)
    if currency is None:
        return None
    try:
        values = {
            name: amounts_of(amount, currency, reading.conventions)[0]
            for name, amount in found.items()
        }
    except ValueError as error:
        _note_error(text, error, reading.log)
        return None
    return PayRange(market=reading.market, currency=currency, **values)


def _belongs_to_range(line: PageLine, reading: _PayReading) -> bool:
    """Take a line with one piece of the range behind a middle: an amount, a currency, a word."""
    if not reading.ranges or (reading.middle is None and not reading.edges):
        return False
    place = f"pay/ranges/{len(reading.ranges) - 1}"
    if re.fullmatch(_A_YEAR, line.text, re.IGNORECASE) or line.text == reading.ranges[-1].currency:
        reading.log.use(line, Owner.PROFILE, place)
        return True
    if reading.middle is None or not _ONE.match(line.text) or len(reading.edges) > 1:
        return False
    reading.edges.append(line)
    if len(reading.edges) == 2:
        low, high = reading.edges
        found = _edges_range(low, high, reading)
        if found is None or not _joined_with_middle(found, high, reading):
            for edge in (low, high):
                reading.keep(edge)
            return True
        reading.log.use(low, Owner.PROFILE, place)
    return True


def _edges_range(low: PageLine, high: PageLine, reading: _PayReading) -> PayRange | None:
    try:
        return _range(f"{low.text} – {high.text}", "", reading)
    except ValueError as error:
        _note_error(f"{low.text} {high.text}", error, reading.log)
        return None


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
    above = [one for one in (median, reading.also) if one]
    reading.take(found, *above, line)
    reading.median = reading.also = None


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
    for line in (reading.median, reading.also):
        if line is not None:
            reading.keep(line)
    if len(reading.edges) == 1:
        reading.keep(reading.edges[0])
    reading.median = reading.also = reading.middle = None
    reading.market, reading.edges = "", []


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
    if not _MIDDLE_WORDS.search(text) or len(found) > 1 or (found and not ranges):
        return ranges
    matches = [match[0] for match in re.finditer(rf"(?<![\w.,]){MONEY}", RANGE.sub(" ", text))]
    named = [match for match in matches if currency_of(match, market)]
    if len(named) != 1:
        return ranges
    currency = currency_of(named[0], market) or ""
    amounts = amounts_of(named[0], currency, reading.conventions)
    middle = range_of(amounts, currency, market, middle=True)
    if middle is None or not ranges:
        return [middle] if middle else ranges
    if ranges[0].mid is None and ranges[0].currency == currency and _between(ranges[0], middle):
        return [evolve(ranges[0], mid=middle.mid)]
    return ranges


def _range(text: str, market: str, reading: _PayReading) -> PayRange | None:
    """Return the range of a text, or None if it is not one. Raises ValueError if ambiguous."""
    currency = currency_of(text, market or reading.market)
    if currency is None:
        return None
    return range_of(amounts_of(text, currency, reading.conventions), currency, market)


def _note_error(text: str, error: ValueError, log: ImportLog) -> None:
    log.note(f"The pay “{text[:60]}” is kept as a note, not as a range. {error}")
