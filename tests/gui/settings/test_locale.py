"""How the person's system writes, as Qt tells it."""

import pytest
from PySide6.QtCore import QLocale

from laddereditor.edits.reading.conventions import PersonLocale
from laddereditor.gui.settings.locale import person_locale


@pytest.mark.parametrize(
    ("name", "locale"),
    [
        ("de_DE", PersonLocale(".", "day", ",")),
        ("en_US", PersonLocale(",", "month", ".")),
        ("en_GB", PersonLocale(",", "day", ".")),
        ("fr_FR", PersonLocale("", "day", ",")),
        ("de_CH", PersonLocale("", "day", ".")),
        ("sv_SE", PersonLocale("", "year", ",")),
        ("C", PersonLocale(None, "")),
    ],
)
def test_that_marks_and_the_order_of_dates_are_those_of_the_locale(
    name: str, locale: PersonLocale
) -> None:
    assert person_locale(QLocale(name)) == locale
