"""Pages for the tests of the import: the real one, if it is there, and one about another job."""

from collections.abc import Callable
from pathlib import Path

import pytest

from laddereditor.exchange.importer import ImportResult
from laddereditor.exchange.registry import import_text
from laddereditor.model.address import find

SEED = Path(__file__).resolve().parents[4] / "shared/seeds/000_566c71d062e6b2f3.txt"

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


@pytest.fixture(scope="session")
def seed() -> str:
    """The text of the real page; it is not part of this repository."""
    if not SEED.is_file():
        pytest.skip(f"the real page is not beside this checkout ({SEED.parent.name}/{SEED.name})")
    return SEED.read_text(encoding="utf-8")


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
