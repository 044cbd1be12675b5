"""Whether a window can be shown, checked before Qt is loaded, which would abort the process."""

import os
from collections.abc import Mapping


def has_display(platform: str, environment: Mapping[str, str] | None = None) -> bool:
    """Whether a window can be shown; `platform` as in `sys.platform`."""
    known = os.environ if environment is None else environment
    if not platform.startswith(("linux", "freebsd")):
        return True
    if known.get("QT_QPA_PLATFORM"):
        return True
    return bool(known.get("DISPLAY") or known.get("WAYLAND_DISPLAY"))


def explain_no_display(verbs: list[str]) -> str:
    """Return the one line that says why no window opens and what works without one."""
    listed = ", ".join(verbs)
    return (
        "laddereditor: there is no display to open a window on; "
        f"these verbs need none: {listed} (laddereditor VERB --help)"
    )
