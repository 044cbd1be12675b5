"""The signs that numbers are written with: wide digits, marks, spaces, currencies."""

_SPACES = " \t\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_APOSTROPHES = "'’‘ʼ′`´＇"
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\u061c\ufeff\u00ad"
_MARKS = {"．": ".", "，": ",", "。": ".", "､": ",", "、": ","}
SPACE, APOSTROPHE = " ", "'"

# A sign that names one currency, and signs that several countries share.
CURRENCY_OF = {"€": "EUR", "£": "GBP", "₹": "INR", "zł": "PLN", "Kč": "CZK", "₺": "TRY"} | {
    "US$": "USD", "R$": "BRL", "₩": "KRW", "₪": "ILS", "฿": "THB", "₫": "VND", "₴": "UAH"
}  # fmt: skip
SHARED_SIGNS = ("$", "¥", "kr.", "kr", "Fr.", "Rs.", "Rs")


def plain_signs(text: str) -> str:
    """Return a text with ASCII digits, one kind of space and apostrophe, and no invisible sign."""
    return "".join(map(_plain, text)).strip()


def _plain(char: str) -> str:
    if char in _INVISIBLE:
        return ""
    if char in _SPACES:
        return SPACE
    if char in _APOSTROPHES:
        return APOSTROPHE
    if "０" <= char <= "９":
        return chr(ord(char) - ord("０") + ord("0"))
    return _MARKS.get(char, char)


def allows(sign: str, currency: str) -> bool:
    """Whether an amount with a sign or code is allowed in a range of a currency."""
    if sign in SHARED_SIGNS:
        return currency in _SHARED_BY[sign.rstrip(".")]
    return CURRENCY_OF.get(sign, sign.upper()) == currency.upper()


_SHARED_BY = {
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD", "CLP", "COP", "ARS"),
    "¥": ("JPY", "CNY"),
    "kr": ("SEK", "NOK", "DKK", "ISK"),
    "Fr": ("CHF",),
    "Rs": ("INR", "PKR", "LKR", "NPR"),
}
