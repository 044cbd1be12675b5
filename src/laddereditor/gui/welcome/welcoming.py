"""Shows the welcome page in the middle of a window; it is made when it is first needed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from laddereditor.gui.panes.centre import Centre, CentrePage

if TYPE_CHECKING:
    from laddereditor.gui.welcome.page import WelcomeLink, WelcomePage

Links = tuple[list["WelcomeLink"], list["WelcomeLink"], list["WelcomeLink"]]


class Welcoming:
    """The welcome page of one window."""

    def __init__(self, centre: Centre, links: "Callable[[], Links]", *, enabled: bool) -> None:
        """Show nothing yet.

        Args:
            centre: Holds the page.
            links: Returns what the page offers now.
            enabled: Whether the page may be shown already.
        """
        self._centre, self._links = centre, links
        self.is_enabled = enabled

    @property
    def page(self) -> "WelcomePage":
        """The page."""
        if "welcome" not in self._centre.made:
            from laddereditor.gui.welcome.page import WelcomePage

            self._centre.offer([CentrePage("welcome", "", WelcomePage)])
        return cast("WelcomePage", self._centre.page("welcome"))

    def show(self) -> None:
        """Show the page with its present links, if it may be shown."""
        if self.is_enabled:
            self.page.show_links(*self._links())
            self._centre.show_page("welcome")
