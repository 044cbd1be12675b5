"""How cells of an Excel file look: bold, shaded, indented."""

import colorsys
import re
from dataclasses import dataclass, field
from typing import Any

from openpyxl.styles.colors import COLOR_INDEX

_THEME_NAMES = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink")
_WHITE = "ffffff"


@dataclass(frozen=True, slots=True)
class CellLook:
    """What stands out about a cell."""

    bold: bool = False
    shade: str = ""
    indent: int = 0


def theme_colours(theme: bytes | str | None) -> tuple[str, ...]:
    """Return the colours of a theme in the order of their numbers, as “rrggbb”."""
    text = theme.decode("utf-8", "replace") if isinstance(theme, bytes) else theme or ""
    found = []
    for name in _THEME_NAMES:
        part = re.search(rf"<a:{name}>(.*?)</a:{name}>", text, re.DOTALL)
        value = re.search(r'(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"', part[1]) if part else None
        found.append(value[1].casefold() if value else "")
    return tuple(found)


@dataclass(slots=True)
class CellLooks:
    """Finds the looks of cells, and remembers them by the number of their style."""

    theme: tuple[str, ...]
    _known: dict[int, CellLook] = field(default_factory=dict)

    def look(self, cell: Any) -> CellLook:
        """Return the look of a cell of openpyxl."""
        number = cell.style_id
        if number not in self._known:
            indent = int(cell.alignment.indent or 0) if cell.alignment else 0
            bold = bool(cell.font and cell.font.b)
            self._known[number] = CellLook(bold, self._shade(cell.fill), indent)
        return self._known[number]

    def _shade(self, fill: Any) -> str:
        if fill is None or getattr(fill, "fill_type", None) in (None, "none"):
            return ""
        colour = getattr(fill, "fgColor", None)
        shade = self._colour(colour) if colour is not None else ""
        return "" if shade == _WHITE else shade

    def _colour(self, colour: Any) -> str:
        if colour.type == "theme":
            base = self.theme[colour.theme] if colour.theme < len(self.theme) else ""
            return tinted(base, colour.tint or 0.0) if base else ""
        if colour.type == "indexed":
            known = colour.indexed < len(COLOR_INDEX)
            return COLOR_INDEX[colour.indexed][-6:].casefold() if known else ""
        value = colour.rgb if isinstance(colour.rgb, str) else ""
        return value[-6:].casefold() if re.fullmatch(r"[0-9A-Fa-f]{6,8}", value) else ""


def tinted(colour: str, tint: float) -> str:
    """Return a colour made lighter (tint above 0) or darker, by the rule of ECMA-376 18.8.19.

    Args:
        colour: The colour as “rrggbb”.
        tint: From -1, black, to 1, white.
    """
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    parts = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation)
    return "".join(f"{round(part * 255):02x}" for part in parts)
