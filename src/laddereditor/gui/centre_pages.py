"""The pages of the middle for an open ladder; each is imported when it is first shown."""

from typing import TYPE_CHECKING

from laddereditor.gui.centre import CentrePage

if TYPE_CHECKING:
    from laddereditor.gui.main_window import MainWindow


def centre_pages(window: "MainWindow") -> tuple[CentrePage, ...]:
    """Return the pages in the order of their tabs."""
    return (CentrePage("form", "Form", lambda: window.form, "Edit the selected entry (Ctrl+2)"),)
