"""Numbers, amounts, years and days as people write them: read, or refused, never half taken."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.edits.reading.conventions import Conventions, PersonLocale
from laddereditor.edits.reading.days import read_day
from laddereditor.edits.reading.numbers import Amount, read_amount, read_number
from laddereditor.edits.reading.years import read_years
from laddereditor.model.level import Experience

NBSP, NARROW, THIN = "\u00a0", "\u202f", "\u2009"


@pytest.mark.parametrize("language", ["", "en", "de", "fr", "de-CH", "hi", "xx"])
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("60000", 60000),
        ("60 000", 60000),
        (f"60{NBSP}000", 60000),
        (f"60{NARROW}000", 60000),
        (f"60{THIN}000", 60000),
        ("60'000", 60000),
        ("60’000", 60000),
        ("1 234 567,5", 1234567.5),
        ("1.5", 1.5),
        ("2,5", 2.5),
        ("60.00", 60),
        ("0,125", 0.125),
        ("1.234,56", 1234.56),
        ("1,234.56", 1234.56),
        ("1.234.567", 1234567),
        ("12,34,567", 1234567),
        ("６００００", 60000),
        ("\u200e60000\ufeff", 60000),
    ],
)
def test_that_a_clear_number_is_read_in_every_language(
    text: str, number: float, language: str
) -> None:
    found = read_number(text, Conventions(language))
    assert (found, type(found)) == (number, type(number))


@pytest.mark.parametrize(
    ("text", "language", "currency", "number"),
    [
        ("60.000", "de", "", 60000),
        ("60.000", "de-DE", "USD", 60000),
        ("60.000", "pt-BR", "", 60000),
        ("60,000", "en", "EUR", 60000),
        ("60,000", "en-IN", "INR", 60000),
        ("60,000", "", "", 60000),
        ("60,000", "", "USD", 60000),
        ("60.000", "", "EUR", 60000),
        ("60,000", "", "EUR", 60000),
        ("60.000", "", "BRL", 60000),
        ("６０，０００", "ja", "JPY", 60000),
    ],
)
def test_that_language_and_currency_say_what_separates_thousands(
    text: str, language: str, currency: str, number: int
) -> None:
    assert read_number(text, Conventions(language), currency) == number


@pytest.mark.parametrize(
    ("text", "language", "currency"),
    [
        ("60.000", "en", "USD"),
        ("60.000", "", ""),
        ("60.000", "", "USD"),
        ("60,000", "de", "EUR"),
        ("60.000", "fr", "EUR"),
        ("60,000", "fr", ""),
        ("60.000", "de-CH", "CHF"),
        ("60,000", "xx", ""),
        ("1.125", "en", ""),
    ],
)
def test_that_what_can_mean_two_numbers_is_refused_with_both(
    text: str, language: str, currency: str
) -> None:
    whole = text.replace(".", "").replace(",", "")
    with pytest.raises(ValueError, match=rf"can mean {whole} or .*: write {whole}, or ") as refused:
        read_number(text, Conventions(language), currency)
    for way in str(refused.value).partition(": write ")[2].rstrip(".").split(", or "):
        read_number(way, Conventions(language), currency)  # both ways that are named can be read


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "-5",
        "1e3",
        "60 00",
        "60,00",
        "6'0",
        "60.",
        "60,",
        ".5",
        "1.234.56",
        "1,234.567,8",
        "½",
        "٣",
        "1,23,45",
        "12.34.567",
        "1 234'567",
        "9" * 16,
        "9" * 5000,
        "60%",
        "3 4",
        "١٫",
        "0x10",
        "+5",
    ],
)
def test_that_another_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"write"):
        read_number(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("1234,567", "en"),
        ("6,0000", "en"),
        ("60,0000", ""),
        ("1234.567", "de"),
        ("6.0000", "de"),
        ("12,34567", "hi"),
    ],
)
def test_that_thousands_that_are_grouped_wrongly_are_no_fraction(text: str, language: str) -> None:
    with pytest.raises(ValueError, match=r"not a number that is clear: write it"):
        read_number(text, Conventions(language))
    other = text.translate(str.maketrans(",.", ".,"))
    assert read_number(other, Conventions(language)) == float(text.replace(",", "."))


@given(st.text("0123456789.,' \u00a0k€", max_size=14), st.sampled_from(["", "en", "de", "fr"]))
def test_that_a_number_is_read_whole_or_not_at_all(text: str, language: str) -> None:
    try:
        found = read_number(text, Conventions(language))
    except ValueError:
        return
    kept = "".join(char for char in text if char.isdigit()).strip("0")
    assert format(Decimal(repr(found)), "f").replace(".", "").strip("0") == kept or not kept


@given(st.integers(0, 10**12), st.sampled_from(["en", "de", "fr", "de-CH", "hi", ""]))
def test_that_plain_digits_mean_the_same_everywhere(number: int, language: str) -> None:
    assert read_number(str(number), Conventions(language)) == number


@pytest.mark.parametrize(
    ("text", "currency", "amount"),
    [
        ("45k", "", Amount(45000)),
        ("45.5 K", "USD", Amount(45500)),
        ("€60.000", "", Amount(60000, "EUR")),
        ("60.000,00 €", "EUR", Amount(60000, "EUR")),
        ("$60,000", "USD", Amount(60000, "USD")),
        ("$60,000", "CAD", Amount(60000, "CAD")),
        ("CHF 60'000", "", Amount(60000, "CHF")),
        ("1 000 kr", "SEK", Amount(1000, "SEK")),
        ("12,34,567 ₹", "", Amount(1234567, "INR")),
        ("60000", "USD", Amount(60000)),
    ],
)
def test_that_an_amount_is_read_with_its_currency(text: str, currency: str, amount: Amount) -> None:
    assert read_amount(text, currency=currency) == amount


@pytest.mark.parametrize(
    ("text", "currency"),
    [("€5", "USD"), ("$5", ""), ("$5", "EUR"), ("5 kg", ""), ("5m", ""), ("45000k", ""), ("k", "")],
)
def test_that_an_amount_of_another_currency_or_of_none_is_refused(text: str, currency: str) -> None:
    with pytest.raises(ValueError, match=r"write"):
        read_amount(text, currency=currency)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2,5", 2.5, 2.5),
        ("2,5–4 Jahre", 2.5, 4),
        ("3 bis 5 Jahre", 3, 5),
        ("ab 10 Jahren", 10, None),
        ("bis zu 2", None, 2),
        ("3 à 5 ans", 3, 5),
        ("３－５", 3, 5),
        (f"10{NBSP}+", 10, None),
        ("10＋", 10, None),
    ],
)
def test_that_years_are_read_in_the_words_of_other_languages(
    text: str, low: float | None, high: float | None
) -> None:
    assert read_years(text) == Experience(min=low, max=high)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("2026-12-01", "", date(2026, 12, 1)),
        ("2026/12/01", "", date(2026, 12, 1)),
        ("1.12.2026", "", date(2026, 12, 1)),
        ("31/12/2026", "", date(2026, 12, 31)),
        ("12/31/2026", "", date(2026, 12, 31)),
        ("03/04/2026", "en-US", date(2026, 3, 4)),
        ("03/04/2026", "en-GB", date(2026, 4, 3)),
        ("05/05/2026", "", date(2026, 5, 5)),
        ("1 March 2027", "", date(2027, 3, 1)),
        ("March 1st, 2027", "", date(2027, 3, 1)),
        ("1st of Mar. 2027", "", date(2027, 3, 1)),
        ("1-Mar-2027", "", date(2027, 3, 1)),
        ("1. März 2027", "en", date(2027, 3, 1)),
        ("1er février 2027", "", date(2027, 2, 1)),
        ("15 de diciembre de 2027", "", date(2027, 12, 15)),
        ("1º AGOSTO 2027", "it", date(2027, 8, 1)),
        ("２０２６－１２－０１".replace("－", "-"), "", date(2026, 12, 1)),
    ],
)
def test_that_a_day_is_read(text: str, language: str, day: date) -> None:
    assert read_day(text, Conventions(language)) == day


@pytest.mark.parametrize(
    "text",
    [
        "2026-13-45",
        "03/04/2026",
        "2026-02-30",
        "soon",
        "1.12.26",
        "2026",
        "",
        "0000-01-01",
        "2026-1-5",
        "30 February 2026",
        "1 Marble 2026",
        "March 2026",
    ],
)
def test_that_no_day_and_two_days_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"write"):
        read_day(text)


GERMAN, BRITISH = PersonLocale(".", "day"), PersonLocale(",", "day")
AMERICAN, FRENCH = PersonLocale(",", "month"), PersonLocale("", "day")
SWEDISH = PersonLocale("", "year")


@pytest.mark.parametrize(
    ("text", "language", "locale", "number"),
    [
        ("60.000", "", GERMAN, 60000),
        ("60.000", "de", GERMAN, 60000),
        ("60.000", "de-CH", GERMAN, 60000),  # where both ways are usual, the person decides
        ("60,000", "", AMERICAN, 60000),
        ("60,000", "en", AMERICAN, 60000),
        ("60 000", "en", FRENCH, 60000),
        ("2,5", "en", GERMAN, 2.5),
        ("2,75", "en", GERMAN, 2.75),
        ("1.5", "de", GERMAN, 1.5),
        ("1.234,5", "en", GERMAN, 1234.5),
        ("1,234.5", "de", AMERICAN, 1234.5),
    ],
)
def test_that_what_the_ladder_and_the_person_write_alike_is_read(
    text: str, language: str, locale: PersonLocale, number: float
) -> None:
    assert read_number(text, Conventions(language, locale)) == number


@pytest.mark.parametrize(
    ("text", "language", "locale"),
    [
        ("60.000", "en", GERMAN),
        ("60,000", "en", GERMAN),
        ("60.000", "de", AMERICAN),
        ("60,000", "", GERMAN),
        ("60,000", "en", FRENCH),
        ("60.000", "", AMERICAN),
    ],
)
def test_that_what_ladder_and_person_write_otherwise_is_refused_and_both_ways_are_shown(
    text: str, language: str, locale: PersonLocale
) -> None:
    with pytest.raises(ValueError, match=r"write 60000, or 60\.0"):
        read_number(text, Conventions(language, locale))


@pytest.mark.parametrize(
    ("text", "language", "locale", "currency"),
    [
        ("60,000", "en", GERMAN, "EUR"),
        ("60,000", "", GERMAN, "USD"),
        ("60.000", "de", AMERICAN, "EUR"),
        ("60,000", "en", FRENCH, "USD"),
    ],
)
def test_that_an_amount_is_read_by_the_ladder_where_the_person_writes_otherwise(
    text: str, language: str, locale: PersonLocale, currency: str
) -> None:
    assert read_number(text, Conventions(language, locale), currency) == 60000


@pytest.mark.parametrize(
    ("text", "language", "currency"),
    [("60.000", "en", "USD"), ("60,000", "en", "KWD"), ("60,000", "fr", "EUR")],
)
def test_that_an_amount_that_can_mean_two_things_is_refused(
    text: str, language: str, currency: str
) -> None:
    with pytest.raises(ValueError, match=r"can mean 60000 or 60\.0"):
        read_number(text, Conventions(language, GERMAN), currency)


def test_that_the_currency_counts_like_a_language_beside_the_person() -> None:
    assert read_number("60.000", Conventions(locale=GERMAN), "EUR") == 60000
    with pytest.raises(ValueError, match="can mean"):
        read_number("60,000", Conventions(locale=GERMAN), "EUR")
    assert read_number("60,000", Conventions(locale=AMERICAN), "EUR") == 60000


@pytest.mark.parametrize(
    ("language", "locale", "day"),
    [
        ("", AMERICAN, date(2026, 3, 4)),
        ("", GERMAN, date(2026, 4, 3)),
        ("en", BRITISH, date(2026, 4, 3)),
        ("en-US", AMERICAN, date(2026, 3, 4)),
        ("en-US", GERMAN, None),
        ("de", AMERICAN, None),
        ("", SWEDISH, None),
        ("", PersonLocale(), None),
    ],
)
def test_that_the_person_says_too_what_a_date_begins_with(
    language: str, locale: PersonLocale, day: date | None
) -> None:
    if day is None:
        with pytest.raises(ValueError, match="2026-03-04 or 2026-04-03"):
            read_day("03/04/2026", Conventions(language, locale))
    else:
        assert read_day("03/04/2026", Conventions(language, locale)) == day
