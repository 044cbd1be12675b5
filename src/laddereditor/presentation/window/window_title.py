"""The title of a window."""

from laddereditor.session.session import Session


def window_title(session: Session | None, name: str) -> str:
    """Return the title for the active ladder, with Qt's mark for unsaved changes, `[*]`.

    Args:
        session: the active ladder, None if none is open
        name: its name among the open ladders, see `distinct_names`
    """
    if session is None:
        return "Ladder Editor"
    name = name.replace("[*]", "[*][*]")  # otherwise it would be treated as the mark
    return f"{name}[*] — Ladder Editor{' (read-only)' if session.read_only else ''}"
