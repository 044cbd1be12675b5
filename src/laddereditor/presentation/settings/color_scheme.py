"""The colour schemes of the window, and what a person can choose."""

from typing import Literal

ColorScheme = Literal["light", "dark"]
SchemeChoice = Literal["system", "light", "dark"]
