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


def test_that_pages_give_the_same_file_in_every_order(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("P1P1 — Learner\nEntry-Level Baker\nWhat you'd do\n- Cleans\n", "utf-8")
    second.write_text(
        "P2P2 — Journey\nJourney Baker\nWhat you'd do\n- Bakes\nCommon titles\n"
        "Bread IIBread 2Rye IIRye 2\nO*NET / SOC: 51-3011 — Bakers\n",
        "utf-8",
    )
    names = ["ab", "ba", "a", "b", "a_b", "b_a"]
    ab, ba, a, b, a_b, b_a = (tmp_path / f"{name}.yaml" for name in names)
    assert _run("import", first, second, "-o", ab) == 0
    assert _run("import", second, first, "-o", ba) == 0
    assert _run("import", first, "-o", a) == _run("import", second, "-o", b) == 0
    assert _run("import", second, "--into", a, "-o", a_b) == 0
    assert _run("import", first, "--into", b, "-o", b_a) == 0
    assert _opened(ab) == _opened(ba) == _opened(a_b) == _opened(b_a)
    (family,) = _opened(ab).families
    assert family.specialties == ("Bread", "Rye")
    assert family.occupations[0].code == "51-3011"


def test_that_what_a_page_says_otherwise_is_listed(
    here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    text = BAKER.replace("Shift Manager", "Hall Manager", 1).replace("Pastry", "Cake")
    other.write_text(text.replace("2–4 yrs", "5+ yrs"), "utf-8")
    assert _run("import", other, "--into", here, "-o", here) == 0
    lines = capsys.readouterr().out.splitlines()
    assert (
        f"{other}: Level M2 › Name differs: the ladder keeps “Shift Manager”, the page says "
        "“Hall Manager”"
    ) in lines
    assert any("Typical experience differs" in line for line in lines)


def test_that_the_words_of_the_pages_can_be_taken(here: Path, tmp_path: Path) -> None:
    other, name = tmp_path / "other.txt", _opened(here).levels[0].name
    other.write_text(BAKER.replace(name, "Something else").replace("Bread", "Rye"), "utf-8")
    for differing, expected in (("keep", name), ("pages", "Something else")):
        out = tmp_path / f"{differing}.yaml"
        _run("import", other, "--into", here, "-o", out, "--differing", differing, "--family", "R")
        assert _opened(out).levels[0].name == expected


def test_that_the_family_can_be_given(page: Path, here: Path, tmp_path: Path) -> None:
    out = tmp_path / "given.yaml"
    assert _run("import", page, "-o", out, "--family", "Bakery") == 0
    assert [(one.id, one.name) for one in _opened(out).families] == [("bakery", "Bakery")]
    assert _run("import", page, "--into", here, "-o", out, "--force", "--family", "bakery") == 0
    assert len(_opened(out).families) == 2
