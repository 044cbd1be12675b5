"""The title of a window."""

from laddereditor.session.session import Session


def window_title(session: Session | None) -> str:
    """Return the title for the active ladder, with Qt's mark for unsaved changes, `[*]`."""
    if session is None:
        return "Ladder Editor"
    name = session.name.replace("[*]", "[*][*]")  # otherwise it would be treated as the mark
    return f"{name}[*] — Ladder Editor{' (read-only)' if session.read_only else ''}"
