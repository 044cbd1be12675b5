"""The program's colours by role, for reports that are read outside it."""

import json
from functools import cache
from typing import Literal

from laddereditor.assets import resource


@cache
def report_colors(scheme: Literal["light", "dark"]) -> dict[str, str]:
    """Return the colours of a scheme by role, such as "added_bg"."""
    found: dict[str, str] = json.loads(
        resource("themes", f"{scheme}.json").read_text(encoding="utf-8")
    )
    return found
