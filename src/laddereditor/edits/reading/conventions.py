"""Which mark separates thousands, by language and currency.

Only what decides how `60.000` and `60,000` are read is kept here, after the number patterns of the
Unicode CLDR (https://cldr.unicode.org, "Number Symbols"): languages whose thousands are separated
by a comma or a full stop. For all others both readings are possible, so neither is taken.
"""


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


def thousands_marks(language: str, currency: str = "") -> str:
    """Return the marks, of comma and full stop, that separate thousands where one writes so.

    `language` is a BCP 47 tag, "" if it is not known; then the currency decides, and in euros both
    marks separate thousands, as there is no third place behind the point. Without either it is the
    comma, as the program's own language has it. "" where people write both ways.
    """
    tag = language.strip().replace("_", "-").lower()
    if tag:
        return _of_language(tag)
    if currency == "EUR":
        return ",."
    if currency in _MONEY_BY_STOP:
        return "."
    return "," if not currency or currency in _MONEY_BY_COMMA else ""


def _of_language(tag: str) -> str:
    base, *rest = tag.split("-")
    for part in rest:
        if (known := _REGIONS.get(f"{base}-{part}")) is not None:
            return known
    return "," if base in _BY_COMMA else "." if base in _BY_STOP else ""
