"""Which number the next version may have, and which is suggested."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.storage.versions.ladders import LADDER, entry, forced, frozen, written

from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.session.numbering import BUMPS, Numbers, numbers_for, wrong_number, wrong_version
from laddereditor.session.suggesting import BumpSuggestion, Weighed, suggest
from laddereditor.storage.files.document import read_text
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.versions.listing import highest_version, versions_of

NOWHERE = Path("/nowhere/data.yaml")


def ladder_of(version: str, *published: str) -> Ladder:
    history = tuple(entry(past) for past in published)
    return evolve(read_text(LADDER).ladder, version=version, history=history)


def numbers_of(version: str, *published: str) -> Numbers:
    ladder = ladder_of(version, *published)
    return numbers_for(ladder, versions_of(NOWHERE, ladder))


def test_that_numbers_count_on_from_the_highest_published_one() -> None:
    numbers = numbers_of("1.0.0", "1.4.0", "2.1.0", "2.0.3", "v9")
    assert numbers.by_bump == {"major": "3.0.0", "minor": "2.2.0", "patch": "2.1.1"}
    assert (numbers.last and numbers.last.version, numbers.first) == ("2.1.0", "")


def test_that_a_copy_of_another_ladder_does_not_count(tmp_path: Path) -> None:
    path = written(tmp_path)
    frozen(path, "1.0.0")
    other = LADDER.replace("id: data", "id: sales")
    written(path.parent / "data.versions", other, "8.0.0.yaml")
    ladder = open_ladder(path).document.ladder
    assert numbers_for(ladder, versions_of(path, ladder)).by_bump["major"] == "2.0.0"


def test_that_the_number_a_draft_gave_itself_is_not_skipped() -> None:
    assert numbers_of("2.1.0", "2.0.0").by_bump["minor"] == "2.1.0"


def test_that_the_first_publication_is_what_the_ladder_says_or_the_first_version() -> None:
    assert (numbers_of("").first, set(numbers_of("").by_bump.values())) == ("1.0.0", {"1.0.0"})
    assert (numbers_of("0.3.0").first, numbers_of("0.3.0").by_bump["minor"]) == ("0.3.0", "0.4.0")
    assert numbers_of("1.0.0-beta.2").first == "1.0.0"


def test_that_a_malformed_version_is_reported_with_a_proposal() -> None:
    assert "change it to 2.1.0 first" in wrong_version(ladder_of("v2.1"))
    assert wrong_version(ladder_of("2.1.0-rc.1")) == wrong_version(ladder_of("")) == ""


versions = st.builds("{}.{}.{}{}".format, *[st.integers(0, 3)] * 3, st.sampled_from(["", "-rc.1"]))


@given(versions | st.just(""), st.lists(versions, max_size=5))
def test_that_every_number_that_is_offered_may_be_had(version: str, published: list[str]) -> None:
    ladder = ladder_of(version, *published)
    numbers = numbers_for(ladder, versions_of(NOWHERE, ladder))
    highest = highest_version(NOWHERE, ladder)
    offered = {*numbers.by_bump.values()} | ({numbers.first} if numbers.first else set())
    assert [wrong_number(number, ladder, highest) for number in offered] == [""] * len(offered)
    assert set(numbers.by_bump) == set(BUMPS)


# -- suggestions ----------------------------------------------------------------------------------


def suggested(path: Path, *answer: str) -> BumpSuggestion:
    """Return the suggestion for a file, the real one or with what the changes weigh given."""
    ladder = open_ladder(path).document.ladder
    numbers = numbers_for(ladder, versions_of(path, ladder))

    def weigh(_: Sequence[LadderChange]) -> Weighed:
        return answer[0], answer[1:]  # type: ignore[return-value]

    return suggest(numbers, ladder, weigh) if answer else suggest(numbers, ladder)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = written(tmp_path)
    frozen(path, "1.0.0")
    return path


def test_that_before_the_first_publication_there_is_nothing_to_compare(tmp_path: Path) -> None:
    found = suggested(written(tmp_path))
    assert (found.version, found.bump) == ("1.0.0", "first")


def test_that_the_changes_since_the_last_copy_are_weighed(path: Path) -> None:
    assert suggested(path).bump == "none"
    forced(path, path.read_text().replace("profiles: []", "profiles: [{level: P1}]"))
    found = suggested(path)
    assert found.bump in BUMPS and found.version > "1.0.0" and found.reasons


def test_that_what_a_publication_writes_is_no_change(path: Path) -> None:
    text = path.read_text().replace("status: published", "status: draft")
    forced(path, text.replace("version: 1.0.0", "version: 1.0.1", 1) + "notes: for us\n")
    assert suggested(path).version == ""


def test_that_nothing_new_is_not_a_version(path: Path) -> None:
    found = suggested(path, "none")
    assert (found.version, found.reasons) == ("", ("Nothing changed since version 1.0.0",))
    words = suggested(path, "none", "1 change that readers do not see").reasons[0]
    assert words.startswith("Nothing that people read changed since version 1.0.0: 1 change")


def test_that_a_higher_number_the_ladder_gave_itself_is_taken_with_the_reason(path: Path) -> None:
    forced(path, path.read_text().replace("version: 1.0.0", "version: 3.0.0", 1))
    found = suggested(path, "minor", "Because")
    assert (found.version, found.bump) == ("3.0.0", "minor")
    assert found.reasons == ("Because", "The ladder already says that it is going to be 3.0.0")


def test_that_a_copy_that_was_changed_is_compared_with_and_that_is_said(path: Path) -> None:
    copy = path.parent / "data.versions" / "1.0.0.yaml"
    forced(copy, copy.read_text() + "# more\n")
    found = suggested(path, "major", "Because")
    assert found.version == "2.0.0"
    assert "changed after it was published: compared with it as it is now" in found.reasons[0]


@pytest.mark.parametrize("spoil", [Path.unlink, lambda copy: forced(copy, "damaged")])
def test_that_without_a_readable_copy_nothing_is_suggested(path: Path, spoil) -> None:  # type: ignore[no-untyped-def]
    spoil(path.parent / "data.versions" / "1.0.0.yaml")
    found = suggested(path, "major")
    assert (found.version, found.bump) == ("", "")
    assert "Choose between major, minor and patch yourself" in found.reasons[0]
