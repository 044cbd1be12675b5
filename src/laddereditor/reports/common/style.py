"""What the style sheets of all reports share: the colours by role, light and dark, and the text."""

from collections.abc import Iterable
from typing import Literal

from laddereditor.reports.common.colors import report_colors

_SHARED = """
* { box-sizing: border-box }
body { margin: 0; background: var(--base); color: var(--text);
  font: 15px/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif }
"""


def style_sheet(roles: Iterable[str], *rules: str) -> str:
    """Return a style sheet of these rules, which use the colours of `roles` as variables."""
    names = tuple(dict.fromkeys(roles))
    dark = f"@media screen and (prefers-color-scheme: dark) {{ {_variables('dark', names)} }}\n"
    return f"{_variables('light', names)}\n{dark}{_SHARED}{''.join(rules)}"


def _variables(scheme: Literal["light", "dark"], roles: Iterable[str]) -> str:
    colors = report_colors(scheme)
    listed = "; ".join(f"--{role}: {colors[role]}" for role in roles)
    return f":root {{ color-scheme: {scheme}; {listed} }}"
