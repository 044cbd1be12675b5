"""Take what cells say of pay: a range, or its parts from columns of their own."""

from collections.abc import Sequence

from laddereditor.edits.reading.conventions import Conventions
from laddereditor.exchange.levelpage.amounts import amounts_of, currency_of, range_of
from laddereditor.exchange.tables.building.drafts import LadderDraft, PayDraft
from laddereditor.exchange.tables.building.subjects import NotTaken, place_of
from laddereditor.exchange.tables.facts.fact import Fact
from laddereditor.exchange.tables.terms.words import pay_part
from laddereditor.model.address import Address
from laddereditor.model.pay import Pay, PayRange

_LEAST = 1000  # our choice: no yearly pay is less, so smaller amounts are those of an hour
_PARTS = ("min", "mid", "max")


def take_pay(draft: LadderDraft, fact: Fact, conventions: Conventions) -> Address:
    """Take a range, or the lowest, the middle and the highest pay from cells of their own.

    Args:
        draft: The ladder.
        fact: What a cell says; its head may name the part of the range and the currency.
        conventions: How numbers are written.

    Returns:
        The address of the pay.

    Raises:
        NotTaken: Another cell gives that part already.
    """
    place, address, _ = place_of(draft, fact.subject)
    found = place.pay
    part = pay_part(fact.head)
    found.currency = found.currency or currency_of(fact.head) or ""
    if part and not found.texts:
        if found.parts.setdefault(part, fact.text) != fact.text:
            raise NotTaken("another cell gives this part of the pay already")
    elif fact.text not in found.texts:
        if found.parts or _pay_of([*found.texts, fact.text], found.currency, conventions) is None:
            raise NotTaken("another cell gives the pay already")
        found.texts.append(fact.text)
    _settle(place.fields, found, conventions)
    return address.at("pay")


def take_currency(draft: LadderDraft, fact: Fact, conventions: Conventions) -> Address:
    """Take the currency of the pay in the same row.

    Args:
        draft: The ladder.
        fact: What a cell says.
        conventions: How numbers are written.

    Returns:
        The address of the pay.

    Raises:
        NotTaken: It is no currency, or another one is there.
    """
    place, address, _ = place_of(draft, fact.subject)
    code = currency_of(fact.text.strip())
    if not code:
        raise NotTaken("it is not the code or the sign of one currency, such as EUR")
    if place.pay.currency not in ("", code):
        raise NotTaken("another cell gives the currency already")
    place.pay.currency = code
    _settle(place.fields, place.pay, conventions)
    return address.at("pay")


def _settle(fields: dict[str, object], found: PayDraft, conventions: Conventions) -> None:
    """Put the pay that all cells together give into the fields of its profile or level."""
    parts = [found.parts[name] for name in _PARTS if name in found.parts]
    if parts:
        fields["pay"] = _of_parts(found, conventions) or Pay(note=" – ".join(parts))
    elif found.texts and (pay := _pay_of(found.texts, found.currency, conventions)):
        fields["pay"] = pay


def _of_parts(found: PayDraft, conventions: Conventions) -> Pay | None:
    """Return the range of parts, None if they are no amounts of a year in one currency."""
    currency = found.currency or next(filter(None, map(currency_of, found.parts.values())), "")
    amounts: dict[str, int | float] = {}
    for name, text in found.parts.items():
        try:
            read = amounts_of(text, currency, conventions)
        except ValueError:
            return None
        if len(read) != 1 or read[0] < _LEAST:
            return None
        amounts[name] = read[0]
    rising = [amounts[name] for name in _PARTS if name in amounts]
    if not currency or rising != sorted(rising):
        return None
    return Pay(ranges=(PayRange(currency=currency, **amounts),))


def _pay_of(texts: Sequence[str], said: str, conventions: Conventions) -> Pay | None:
    """Return the pay that one or several cells give, None if several do not give one range."""
    currency = next(filter(None, map(currency_of, texts)), "") or said
    try:
        amounts = [amount for text in texts for amount in amounts_of(text, currency, conventions)]
        found = range_of(amounts, currency, "")
    except ValueError:
        found = None
    if found and currency:
        return Pay(ranges=(found,))
    if len(texts) == 1 or found:
        return Pay(note=" – ".join(texts))
    return None
