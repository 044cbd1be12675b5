"""Set-up for all tests: no display is needed, and an unexpected error fails the test it is in.

What nobody caught, and what an override of a Qt method threw, pytest-qt finds by `sys.excepthook`;
what the program caught itself and logged, also in a process that a test starts, is found here.
"""

import gc
import os
from collections.abc import Callable, Generator, Iterator
from itertools import count
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import HealthCheck, settings

# No test is judged by a clock: a busy machine must not fail what is right. The examples are the
# same in every run, so that the tests say the same everywhere; `HYPOTHESIS_PROFILE=soak` tries new
# and more ones.
_UNTIMED: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("steady", **_UNTIMED, max_examples=40, derandomize=True, database=None)
settings.register_profile("soak", **_UNTIMED, max_examples=1000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

_numbers = count()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Collect no garbage while tests are imported, nor look through them later: they all stay."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(autouse=True)
def nothing_unexpected(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[[], str]]:
    """Give each test a state folder of its own, and fail it if an error was logged there."""
    state = tmp_path_factory.getbasetemp() / f"state-{next(_numbers)}"
    log = state / "log" / "errors.log"
    monkeypatch.setenv("LADDEREDITOR_STATE", str(state))

    def logged() -> str:
        return log.read_text("utf-8") if log.exists() else ""

    yield logged
    if "error_log" not in request.fixturenames:
        assert not logged(), f"an unexpected error was logged:\n{logged()}"


@pytest.fixture
def error_log(nothing_unexpected: Callable[[], str]) -> Callable[[], str]:
    """Return what tells the log's text, for a test that makes errors on purpose."""
    return nothing_unexpected
