"""How numbers and days are written: by the ladder's language, its currency, and the person.

Only what decides how `60.000` and `60,000` are read is kept here, after the number patterns of the
Unicode CLDR (https://cldr.unicode.org, "Number Symbols"): languages whose thousands are separated
by a comma or a full stop. For all others both readings are possible, so neither is taken.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class PersonLocale:
    """How a person's own system writes.

    Attributes:
        thousands: The mark, of comma and full stop, that separates thousands; "" where neither
            does, None where the system does not say.
        first: What a date between slashes begins with, "" where the system does not say.
        decimal: The mark before the decimals of a number, "" where the system does not say.
    """

    thousands: str | None = None
    first: Literal["", "day", "month", "year"] = ""
    decimal: str = ""


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a text is written: in a language (BCP 47, "" if none is said), by a person."""

    language: str = ""
    locale: PersonLocale = PersonLocale()


NO_LOCALE = PersonLocale()
USUAL = Conventions()


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BY_COMMA = _set(
    "en zh ja ko th he iw hi bn ta te mr gu kn ml pa ur ms fil tl sw cy ga mt ne si am my"
)
_BY_STOP = _set("de es it nl pt da el tr id in ro hr sl sr bs is vi ca gl eu mk az km lo fo fy lb")
# Regions that write otherwise than their language does elsewhere.
_REGIONS = {
    **dict.fromkeys(
        _set("es-mx es-us es-pr es-do es-gt es-hn es-ni es-pa es-pe es-sv es-419"), ","
    ),
    **dict.fromkeys(_set("de-ch de-li it-ch pt-ao pt-mz en-za"), ""),
    **dict.fromkeys(_set("en-de en-at en-nl en-be en-dk en-si en-id"), ""),
}
_MONEY_BY_COMMA = _set(
    "USD GBP CAD AUD NZD JPY CNY INR KRW HKD SGD ILS THB MXN PHP MYR TWD NGN KES PKR AED"
)
_MONEY_BY_STOP = _set("BRL DKK IDR TRY ARS CLP COP VND ISK RON RSD CRC UYU PYG")
_THREE_PLACES = _set("BHD IQD JOD KWD LYD OMR TND")


def thousands_marks(conventions: Conventions, currency: str = "") -> tuple[str, ...]:
    """Return the marks, of comma and full stop, that separate thousands, by each that says so.

    The ladder's language says so, or, where none is known, the currency; and so does the person's
    system. What they have in common is clear, all else is not. Without any of them it is the
    comma, as the program's own language has it. An entry is "" where people write both ways.
    """
    separators = _separators(conventions.language, currency)
    own = conventions.locale.thousands
    if own is None:
        return ("," if separators is None else separators,)
    return (separators, own) if separators else (own,)


def is_thousands(mark: str, conventions: Conventions, currency: str = "") -> bool:
    """Whether a comma or full stop before three digits separates thousands beyond doubt.

    It does where all agree that say so. In an amount it is enough that the ladder's language, or
    the currency, has just this mark: three decimal places of a currency are known only in dinars
    and the rial of Oman (ISO 4217), so nobody means a fraction by it.

    Args:
        mark: A comma or full stop.
        conventions: The ladder's language and the person's locale.
        currency: The code of the currency of an amount, "" for a plain number.
    """
    separators = _separators(conventions.language, currency)
    if currency and currency not in _THREE_PLACES and separators == mark:
        return True
    return all(mark in marks for marks in thousands_marks(conventions, currency))


def _separators(language: str, currency: str) -> str | None:
    """Return what language or currency say, "" for both ways, None where neither is known.

    In euros both marks separate thousands, as there is no third decimal place.
    """
    tag = language.strip().replace("_", "-").lower()
    if tag:
        return _separators_of_language(tag)
    if currency == "EUR":
        return ",."
    if currency in _MONEY_BY_STOP:
        return "."
    if not currency:
        return None
    return "," if currency in _MONEY_BY_COMMA else ""


def _separators_of_language(tag: str) -> str:
    base, *rest = tag.split("-")
    for part in rest:
        if (known := _REGIONS.get(f"{base}-{part}")) is not None:
            return known
    return "," if base in _BY_COMMA else "." if base in _BY_STOP else ""
