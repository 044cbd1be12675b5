"""Puts away the windows that the tests of texts share."""

from collections.abc import Generator, Iterator

import pytest

from tests.gui.text import form_robots

_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note that a test failed, so that no other test uses its window."""
    report = yield
    item.stash[_FAILED] = item.stash.get(_FAILED, False) or report.failed
    return report


@pytest.fixture(autouse=True)
def windows_put_away(request: pytest.FixtureRequest, nothing_leaks: None) -> Iterator[None]:
    """Put away the windows of each test before anything is looked for that it left."""
    yield
    form_robots.put_away(for_good=request.node.stash.get(_FAILED, False))


@pytest.fixture(autouse=True, scope="module")
def windows_deleted() -> Iterator[None]:
    """Share windows within one module only."""
    yield
    form_robots.delete_windows()
