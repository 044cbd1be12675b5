"""Version numbers: form, order, the next one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.model.semver import SemVer, bumped, parse_version, proposed

parts = st.integers(0, 10**9 - 1)
pre_parts = st.from_regex(r"0|[1-9][0-9]{0,5}|[0-9]{0,3}[A-Za-z-][0-9A-Za-z-]{0,5}", fullmatch=True)
pres = st.lists(pre_parts, max_size=3).map(".".join)
versions = st.builds(SemVer, parts, parts, parts, pres)


@given(versions)
def test_that_a_version_reads_as_it_is_written(version: SemVer) -> None:
    assert parse_version(str(version)) == version


@given(st.text(max_size=20) | st.from_regex(r"[\d.+v-]{0,12}"))
def test_that_what_is_read_is_written_the_same(text: str) -> None:
    version = parse_version(text)
    assert version is None or str(version) == text.strip()
    assert parse_version(proposed(text)) is not None


@given(versions, versions, versions)
def test_that_versions_have_one_order(a: SemVer, b: SemVer, c: SemVer) -> None:
    assert (a < b) + (b < a) + (a == b) == 1
    assert not (a < b < c) or a < c


def test_that_the_order_is_that_of_semantic_versioning() -> None:
    rising = [
        "1.0.0-alpha",
        "1.0.0-alpha.1",
        "1.0.0-alpha.beta",
        "1.0.0-beta",
        "1.0.0-beta.2",
        "1.0.0-beta.11",
        "1.0.0-rc.1",
        "1.0.0",
        "1.9.0",
        "1.10.0",
        "2.0.0",
    ]
    numbers = [parse_version(text) for text in rising]
    assert all(one and other and one < other for one, other in pairwise(numbers))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("v2", "2.0.0"),
        ("2.1", "2.1.0"),
        ("1.2.3.4", "1.2.3"),
        ("Version 3.01", "3.1.0"),
        ("May 2026", "2026.0.0"),
        ("draft", "1.0.0"),
        ("٣.١", "1.0.0"),
        ("1.0.0-", "1.0.0"),
        ("01.2.3", "1.2.3"),
        ("9" * 5000, None),
    ],
)
def test_that_what_is_no_version_gets_a_proposal(text: str, meant: str | None) -> None:
    assert parse_version(text) is None
    assert meant is None or proposed(text) == meant


@given(versions, st.sampled_from(["major", "minor", "patch"]))
def test_that_the_next_version_is_higher_and_whole(version: SemVer, bump: str) -> None:
    after = bumped(version, bump)  # type: ignore[arg-type]
    assert after > version and after == after.whole


@pytest.mark.parametrize(
    ("text", "major", "minor", "patch"),
    [
        ("1.2.3", "2.0.0", "1.3.0", "1.2.4"),
        ("2.0.0-rc.1", "2.0.0", "2.0.0", "2.0.0"),
        ("2.1.0-rc.1", "3.0.0", "2.1.0", "2.1.0"),
        ("2.1.1-rc.1", "3.0.0", "2.2.0", "2.1.1"),
    ],
)
def test_that_a_pre_release_leads_to_its_version(
    text: str, major: str, minor: str, patch: str
) -> None:
    version = parse_version(text)
    assert version
    assert str(bumped(version, "major")) == major
    assert str(bumped(version, "minor")) == minor
    assert str(bumped(version, "patch")) == patch
