"""Pay ranges, read from the entries of a page in an exported document.

`reports.page.texts.range_item` writes them: "Elbonia: EUR 41,000 – 52,000 (midpoint 46,000, survey,
as of 2026-11-27)", with numbers, days and words in the language of the ladder.
"""

import re
from datetime import date
from typing import Any

from laddereditor.exchange.blocks.block import Item
from laddereditor.exchange.blocks.forms import AS_OF, INFERRED, MIDPOINT, without_remark
from laddereditor.model.phrases import Phrases

_RANGE = re.compile(r"(?:(?P<market>.*):)?\s*(?P<currency>[A-Za-z]{3})?\s*(?P<ends>[^:A-Za-z]*)")
_BETWEEN = re.compile(r"\s+[–-]\s+|(?<=\d)[–-](?=\d)")
_SPACES = re.compile(r"\s")  # also those that group digits
_NUMBER = re.compile(r"\d+(?:\.\d{1,2})?")


def range_of(block: Item, phrases: Phrases) -> dict[str, Any]:
    """Return the values of a pay range.

    Args:
        block: The entry that has it.
        phrases: The language of the document.

    Raises:
        ValueError: The entry is not such a range; the message says how one is written.
    """
    text, remark = without_remark(block)
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        raise _refused(phrases)
    ends = [one for one in _BETWEEN.split(found["ends"].strip()) if one]
    if len(ends) > 2:
        raise _refused(phrases)
    values: dict[str, Any] = {"market": (found["market"] or "").strip()}
    values["currency"] = found["currency"] or ""
    values |= zip(("min", "max"), (_amount(one, phrases) for one in ends), strict=False)
    return {key: one for key, one in (values | _remarks(remark, phrases)).items() if one != ""}


def _remarks(remark: str, phrases: Phrases) -> dict[str, Any]:
    """Return what is in brackets behind a range; what is nothing else is its source."""
    found: dict[str, Any] = {}
    source: list[str] = []
    for part in filter(None, remark.split(", ")):
        amount, day = _inside(part, phrases.say(MIDPOINT)), _inside(part, phrases.say(AS_OF))
        if amount is not None and "mid" not in found:
            found["mid"] = _amount(amount, phrases)
        elif day is not None:
            found["as_of"] = _day(day, phrases)
        elif part == phrases.say(INFERRED):
            found["inferred"] = True
        else:
            source.append(part)
    return {**found, "source": ", ".join(source)}


def _inside(text: str, form: str) -> str | None:
    """Return what is in place of the braces of a form, None if the text has another form."""
    before, after = re.split(r"\{\w+\}", form, maxsplit=1)
    if text.startswith(before) and text.endswith(after):
        return text[len(before) : len(text) - len(after)]
    return None


def _amount(text: str, phrases: Phrases) -> int | float:
    thousands, decimal = phrases.marks
    plain = _SPACES.sub("", text).replace(thousands, "").replace(decimal, ".")
    if not _NUMBER.fullmatch(plain):
        raise _refused(phrases)
    return float(plain) if "." in plain else int(plain)


def _day(text: str, phrases: Phrases) -> date:
    names = re.findall(r"\{(\w+)", phrases.days)
    numbers = list(map(int, re.findall(r"\d+", text)))
    if len(numbers) != len(names):
        raise _refused(phrases)
    return date(**dict(zip(names, numbers, strict=True)))


def _refused(phrases: Phrases) -> ValueError:
    least, most = phrases.number(40_000), phrases.number(50_000)
    return ValueError(f"write a pay range such as “Market: EUR {least} – {most}”")
