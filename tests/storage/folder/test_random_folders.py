"""Random ladders split over random files, under random edits."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from laddereditor.storage.files.document import read_bytes, to_bytes, update
from laddereditor.storage.files.folder.document import FolderDocument
from laddereditor.storage.files.folder.reading import FolderBytes, document_of
from laddereditor.storage.files.ladder_files import open_ladder, save_ladder
from laddereditor.storage.text.equal_values import same_in_file
from tests.examples import examples
from tests.storage.changes import change, comments, move_profile, reorder
from tests.storage.folder.splitting import contents, put, split, with_ids
from tests.storage.helpers import relaid
from tests.storage.styles import any_ladder

slow = settings(deadline=None, max_examples=examples(150), suppress_health_check=list(HealthCheck))


def _random(rng: Random, *, brackets: bool = True) -> FolderDocument:
    files = split(with_ids(any_ladder(rng)), rng, brackets=brackets)
    return document_of(FolderBytes(files), "random")


def _comments(document: FolderDocument) -> list[str]:
    return sorted(each for one in document.files for each in comments(one.document.text))


def _again(document: FolderDocument) -> FolderDocument:
    return document_of(
        FolderBytes({one.name: to_bytes(one.document) for one in document.files}), "random"
    )


@slow
@given(st.integers(0, 10**9))
def test_that_a_split_ladder_reads_as_the_same_ladder(seed: int) -> None:
    rng = Random(seed)
    raw = with_ids(any_ladder(rng))
    files = split(raw, rng)
    document = document_of(FolderBytes(files), "random")
    assert same_in_file(Ladder.model_validate(raw), document.ladder)
    assert {one.name: to_bytes(one.document) for one in document.files} == files


@slow
@given(st.integers(0, 10**9))
def test_that_random_edits_read_back_and_change_only_the_files_concerned(seed: int) -> None:
    rng = Random(seed)
    document = _random(rng)
    for _ in range(3):
        values, path = change(to_raw(document.ladder), rng)
        try:
            ladder = Ladder.model_validate(with_ids(values))
        except ValidationError:
            continue
        after = document.updated(ladder)
        assert same_in_file(ladder, _again(after).ladder)
        if len(path) > 2 and isinstance(path[1], int):  # inside one record
            changed = [
                new.name
                for old, new in zip(document.files, after.files, strict=True)
                if to_bytes(old.document) != to_bytes(new.document)
            ]
            assert len(changed) <= 1
        assert not relaid(after)
        document = after


@slow
@given(st.integers(0, 10**9), st.sampled_from([reorder, move_profile]))
def test_that_what_moves_to_another_file_takes_its_comments_along(seed: int, move: object) -> None:
    rng = Random(seed)
    document = _random(rng, brackets=False)  # a list in brackets has no lines to take along
    values = move(to_raw(document.ladder), rng)  # type: ignore[operator]
    after = document.updated(Ladder.model_validate(values))
    assert same_in_file(Ladder.model_validate(values), _again(after).ladder)
    assert _comments(after) == _comments(document)
    assert not after.removed_comments


@slow
@given(st.integers(0, 10**9))
def test_that_a_folder_in_one_file_is_the_same_ladder(seed: int) -> None:
    document = _random(Random(seed))
    assert same_in_file(document.ladder, read_bytes(to_bytes(document)).ladder)


@settings(deadline=None, max_examples=examples(40))
@given(st.integers(0, 10**9))
def test_that_opening_and_saving_changes_no_byte_and_an_edit_only_its_file(seed: int) -> None:
    rng = Random(seed)
    files = split(with_ids(any_ladder(rng)), rng)
    with TemporaryDirectory() as home:
        folder = put(Path(home) / "random", files)
        opened = open_ladder(folder)
        assert save_ladder(folder, opened.document, opened.digest) == opened.digest
        assert contents(folder) == files
        values = {**to_raw(opened.document.ladder), "name": "Another name"}
        after = update(opened.document, Ladder.model_validate(values))
        digest = save_ladder(folder, after, opened.digest)
        again = open_ladder(folder)
        assert again.digest == digest
        assert again.document.ladder == after.ladder
        now = contents(folder)
        assert sum(now[name] != files[name] for name in files) == 1
        assert now.keys() == files.keys()
