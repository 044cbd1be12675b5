"""The versions of a ladder that another one was built from."""

from pathlib import Path

from laddereditor.model.ladder import BasedOn
from laddereditor.storage.files.kept_bases import keep_base
from laddereditor.storage.versions.base_versions import read_base
from tests.storage.versions.ladders import LADDER, frozen, written


def test_that_a_ladder_that_was_never_published_is_taken_as_it_is(tmp_path: Path) -> None:
    path = written(tmp_path)
    found = read_base(path)
    assert (found.newest.version, found.taken) == ("1.0.0", None)
    assert found.digest.startswith("sha256:")
    based_on = BasedOn(ladder="data", version="1.0.0", digest=found.digest)
    again = read_base(path, based_on)
    assert again.taken == found.newest
    path.write_text(path.read_text("utf-8").replace("Associate", "Junior"), "utf-8")
    assert read_base(path, based_on).taken is None


def test_that_the_newest_published_version_and_the_one_taken_are_found(tmp_path: Path) -> None:
    path = written(tmp_path)
    frozen(path, "1.0.0")
    first = read_base(path)
    assert first.newest.version == "1.0.0"
    path.write_text(path.read_text("utf-8").replace("Associate", "Junior"), "utf-8")
    frozen(path, "2.0.0", "2026-12-01")
    path.write_text(path.read_text("utf-8").replace("Junior", "Trainee"), "utf-8")
    found = read_base(path, BasedOn(ladder="data", version="1.0.0", digest=first.digest))
    assert found.taken == first.newest
    assert [one.name for one in found.newest.levels] == ["Junior"]
    assert found.doubt == ""
    other = read_base(path, BasedOn(ladder="data", version="1.0.0", digest="sha256:0"))
    assert other.taken == first.newest
    assert "not the same as when it was taken" in other.doubt


def test_that_a_version_without_a_copy_is_not_made_up(tmp_path: Path) -> None:
    path = written(tmp_path, LADDER)
    frozen(path, "1.0.0")
    found = read_base(path, BasedOn(ladder="data", version="0.5.0", digest="sha256:0"))
    assert found.taken is None


def test_that_the_copy_with_the_digest_is_meant_before_the_one_with_the_number(
    tmp_path: Path,
) -> None:
    path = written(tmp_path)
    taken = read_base(path)  # a draft that calls itself 1.0.0
    path.write_text(path.read_text("utf-8").replace("Associate", "Junior"), "utf-8")
    frozen(path, "1.0.0")
    based_on = BasedOn(ladder="data", version="1.0.0", digest=taken.digest)
    assert read_base(path, based_on).doubt
    keep_base(taken.document)
    found = read_base(path, based_on)
    assert (found.taken, found.doubt) == (taken.newest, "")
