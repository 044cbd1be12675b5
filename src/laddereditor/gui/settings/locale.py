"""How the person's system writes numbers and days, from Qt."""

from typing import Literal

from PySide6.QtCore import QLocale

from laddereditor.edits.reading.conventions import NO_LOCALE, PersonLocale


def person_locale(system: QLocale | None = None) -> PersonLocale:
    """Return the conventions of a locale, by default of the system with what is set there.

    The C locale gives no conventions, because it means that no language was chosen.
    """
    found = QLocale.system() if system is None else system
    if found.language() == QLocale.Language.C:
        return NO_LOCALE
    group = found.groupSeparator()
    thousands = group if group in (",", ".") else ""
    return PersonLocale(thousands, _first(found), found.decimalPoint())


def _first(locale: QLocale) -> Literal["day", "month", "year"]:
    written = locale.dateFormat(QLocale.FormatType.ShortFormat)
    places = {"day": "d", "month": "M", "year": "y"}
    return min(("day", "month", "year"), key=lambda name: written.find(places[name]))
