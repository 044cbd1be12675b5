"""The day that a session takes for today."""

from datetime import date
from typing import Protocol


class DayClock(Protocol):
    """Says which day it is."""

    def today(self) -> date:
        """Return the day, by the person's own time."""
        ...


class SystemClock:
    """The clock of the computer."""

    def today(self) -> date:
        """Return the day, by the computer's own time zone."""
        return date.today()
