"""`laddereditor import` with pages whose profile is in the ladder already."""

from pathlib import Path

import pytest
from tests.exchange.levelpage.conftest import BAKER

from laddereditor.cli.main import run
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.ladder_files import open_ladder


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page that says one thing more than the profile in `here` does."""
    path = tmp_path / "page.txt"
    heading = "What you'd do\n"
    path.write_text(BAKER.replace(heading, f"{heading}- Tastes the bread\n"), "utf-8")
    return path


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A ladder with the profile of the page, in other words."""
    (tmp_path / "first.txt").write_text(BAKER, "utf-8")
    path = tmp_path / "here.yaml"
    assert _run("import", tmp_path / "first.txt", "-o", path) == 0
    return path


def _run(*arguments: object) -> int:
    return run([str(one) for one in arguments], lambda _: 0)


def _opened(path: Path) -> Ladder:
    return open_ladder(path).document.ladder


def test_that_a_page_whose_profile_is_there_is_refused_with_the_choices(
    page: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = here.read_bytes()
    assert _run("import", page, "--into", here, "-o", here) == 2
    output = capsys.readouterr().err
    assert output.count("\n") == 1
    assert f"{page}: nothing was imported, because the ladder already has" in output
    assert _opened(here).families[0].name in output
    assert all(choice in output for choice in ("--existing", "bring-in", "beside", "skip"))
    assert here.read_bytes() == before


def test_that_two_pages_of_one_profile_are_refused_too(page: Path, here: Path) -> None:
    first = here.parent / "first.txt"
    assert _run("import", first, page, "-o", here.parent / "both.yaml") == 2
    assert not (here.parent / "both.yaml").exists()


def test_that_a_page_can_be_brought_into_its_profile(page: Path, here: Path) -> None:
    before = _opened(here).families[0].profiles[0]
    assert _run("import", page, "--into", here, "-o", here, "--existing", "bring-in") == 0
    (family,) = _opened(here).families
    assert family.profiles[0].responsibilities == (*before.responsibilities, "Tastes the bread")


def test_that_a_page_can_be_put_beside_its_profile(page: Path, here: Path) -> None:
    before = _opened(here).families[0]
    assert _run("import", page, "--into", here, "-o", here, "--existing", "beside") == 0
    first, second = _opened(here).families
    assert first == before
    assert second.name == f"{first.name} 2"


def test_that_a_page_can_be_left_out(
    page: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = here.read_bytes()
    assert _run("import", page, "--into", here, "-o", here, "--existing", "skip") == 0
    assert f"{page}: left out, its profile is there already" in capsys.readouterr().out
    assert here.read_bytes() == before


def test_that_a_page_that_says_nothing_new_needs_no_choice(here: Path) -> None:
    before = here.read_bytes()
    assert _run("import", here.parent / "first.txt", "--into", here, "-o", here) == 0
    assert here.read_bytes() == before
