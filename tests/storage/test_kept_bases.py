"""Copies of the versions that ladders were built from."""

import os
from pathlib import Path

import pytest

from laddereditor.model.base import evolve
from laddereditor.model.ladder import BasedOn
from laddereditor.storage.files.backups import Limits
from laddereditor.storage.files.document import Document, new_document
from laddereditor.storage.files.kept_bases import base_digest, keep_base, read_kept_base
from laddereditor.storage.files.state_folder import state_place
from tests.edits.samples import sample


def version(number: str) -> Document:
    return new_document(evolve(sample(), version=number))


def based_on(document: Document) -> BasedOn:
    ladder = document.ladder
    return BasedOn(ladder=ladder.id, version=ladder.version, digest=base_digest(document))


def found_of(made: list[Document]) -> list[bool]:
    return [read_kept_base(based_on(one)) is not None for one in made]


def copies() -> list[Path]:
    return sorted(state_place("bases").iterdir(), key=lambda one: one.stat().st_mtime)


def test_that_a_version_is_found_by_its_digest() -> None:
    first, second = version("1.0.0"), version("2.0.0")
    assert read_kept_base(based_on(first)) is None
    for one in (first, second, first):
        keep_base(one)
    found = read_kept_base(based_on(first))
    assert found is not None
    assert found.ladder == first.ladder
    assert len(copies()) == 2


@pytest.mark.parametrize("content", [b"", b"laddereditor: 1\nid: tech\n", b"\xff\xfe\xff", b"- a"])
def test_that_a_damaged_copy_is_none(content: bytes) -> None:
    first = version("1.0.0")
    keep_base(first)
    copies()[0].write_bytes(content)
    assert read_kept_base(based_on(first)) is None


def test_that_the_copies_longest_not_used_are_removed_beyond_the_limits() -> None:
    made = [version(f"{number}.0.0") for number in range(1, 5)]
    for age, one in zip((90, 80, 70), made[:3], strict=True):
        keep_base(one)
        newest = max(copies(), key=lambda path: path.stat().st_mtime)
        os.utime(newest, (1000 - age, 1000 - age))
    assert read_kept_base(based_on(made[0])) is not None  # now it is the one used last
    keep_base(made[3], Limits(count=2))
    assert found_of(made) == [True, False, False, True]
    keep_base(made[1], Limits(size=1))
    assert found_of(made) == [False, True, False, False]
