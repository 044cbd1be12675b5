"""Pages for the tests of the import."""

from collections.abc import Callable

import pytest
from tests.exchange.levelpage.pages import page_text
from tests.finding import find

from laddereditor.exchange.importer import ImportResult
from laddereditor.exchange.registry import import_text

BAKER = """\
M2M2 — Shift Manager

Senior Pastry Baker II
Runs one oven line and answers for what leaves it.

What this level means
Leads a small crew on a known task.
- Scope
- One oven line on one shift
- Decision rights
- Stops the line when a batch is off
- Reach
- The crew and the shop next door
- Typical experience
- 2–4 yrs

What you'd do
- Sets the order of the batches
- Tastes and signs off every tray

Skills, knowledge & tools
- Dough lamination
- C++
- C#

What good looks like
- Few trays thrown away
- A crew that stays

Common titles
Pastry IIPastry 2Shift PastryBread IIBread 2Shift BreadOven Captain

What it pays
The figures are withheld while the new scheme is discussed.
O*NET / SOC: 51-3011.00 — Bakers
"""


@pytest.fixture(scope="session", params=["own", "real"])
def page(request: pytest.FixtureRequest) -> str:
    """The text of a page in the form that the import was made for, our own and the real one."""
    return page_text(request.param)


@pytest.fixture(scope="session")
def baker() -> str:
    """A page about another job, whole and in the usual order."""
    return BAKER


@pytest.fixture(scope="session")
def read() -> Callable[[str], ImportResult]:
    """Import a text and check the account of its lines, as holds for every page."""

    def checked(text: str) -> ImportResult:
        result = import_text(text)
        filled = {at for at, line in enumerate(text.splitlines(), 1) if line.strip()}
        used = {line for line, _ in result.used}
        unread = [entry.line for entry in result.not_understood]
        assert used | set(unread) == filled
        assert not used & set(unread)
        assert len(unread) == len(set(unread))
        assert all(entry.reason for entry in result.not_understood)
        assert "no field was found for it" not in {one.reason for one in result.not_understood}
        for _, address in result.used:
            find(result.ladder, address)
        return result

    return checked
