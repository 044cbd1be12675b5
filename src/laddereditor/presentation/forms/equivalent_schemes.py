"""The schemes that a ladder has equivalents in, as suggestions for another one; no Qt."""

from laddereditor.model.equivalents import schemes_of
from laddereditor.model.ladder import Ladder


def schemes_for_text(ladder: Ladder, text: str) -> list[str]:
    """Return the ladder's schemes that contain a text, all of them for an empty one."""
    wanted = text.strip().casefold()
    return [name for name in schemes_of(ladder) if wanted in name.casefold() and name != text]
