"""Folders as ladders: which files belong to one, what prevents it, and what an edit does."""

import os
from pathlib import Path

import pytest

from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.ladder import BasedOn, Ladder
from laddereditor.storage.files.document import Document, place_of, to_bytes, update
from laddereditor.storage.files.folder import listing
from laddereditor.storage.files.folder.document import FolderDocument
from laddereditor.storage.files.kept_bases import keep_base, read_kept_base
from laddereditor.storage.files.ladder_files import ChangedOnDisk, open_ladder, save_ladder
from laddereditor.storage.files.lock import lock_path
from laddereditor.storage.files.permissions import no_more_open, open_folder_like
from laddereditor.storage.files.place_finder import PlaceFinder
from laddereditor.storage.files.system_calls import SYSTEM
from laddereditor.storage.files.version_folders import versions_folder
from laddereditor.storage.reading.faults import Fault, UnreadableLadder
from laddereditor.storage.versions.base_versions import read_base
from tests.storage.folder.splitting import contents, put

HEAD = "laddereditor: 1\nid: technology\n"
FILES = {
    "ladder.yaml": f"# The ladder of us all\n{HEAD}name: Technology ladder\n".encode(),
    "levels.yaml": (
        b"\xef\xbb\xbf" + HEAD.encode() + b"levels:\n  # the first\n  - id: P1\n  - id: P2\n"
    ),
    "families/baker.yaml": (
        f"{HEAD}families:\n  # who bakes\n  - id: baker\n    name: Baker\n".replace("\n", "\r\n")
    ).encode(),
    "families/miller.yaml": f"{HEAD}families:\n- id: miller\n  name: Miller # mills\n".encode(),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put(tmp_path / "technology", FILES)


def opened(folder: Path) -> FolderDocument:
    document = open_ladder(folder).document
    assert isinstance(document, FolderDocument)
    return document


def faults(folder: Path) -> tuple[Fault, ...]:
    with pytest.raises(UnreadableLadder) as caught:
        open_ladder(folder)
    return caught.value.faults


def test_that_the_files_of_a_folder_open_as_one_ladder(folder: Path) -> None:
    ladder = opened(folder).ladder
    assert ladder.name == "Technology ladder"
    assert [level.id for level in ladder.levels] == ["P1", "P2"]
    assert [family.id for family in ladder.families] == ["baker", "miller"]


def test_that_a_place_names_its_file(folder: Path) -> None:
    document = opened(folder)
    address = Address("families/miller")
    for place in (place_of(document, address), PlaceFinder(document).place(address)):
        assert place
        assert (place.file, place.line, place.column) == ("families/miller.yaml", 4, 3)


def test_that_an_edit_changes_only_its_lines_in_its_file(folder: Path) -> None:
    read = open_ladder(folder)
    ladder = read.document.ladder
    levels = (evolve(ladder.levels[0], name="Junior"), ladder.levels[1])
    families = (evolve(ladder.families[0], name="Bread Baker"), ladder.families[1])
    after = update(read.document, evolve(ladder, levels=levels, families=families))
    save_ladder(folder, after, read.digest)
    now = contents(folder)
    assert now["levels.yaml"] == FILES["levels.yaml"].replace(
        b"  - id: P1\n", b"  - id: P1\n    name: Junior\n"
    )
    assert now["families/baker.yaml"] == FILES["families/baker.yaml"].replace(
        b"name: Baker", b"name: Bread Baker"
    )
    assert {n: now[n] for n in ("ladder.yaml", "families/miller.yaml")} == {
        n: FILES[n] for n in ("ladder.yaml", "families/miller.yaml")
    }
    assert now.keys() == FILES.keys()


def test_that_a_new_entity_goes_to_the_file_of_the_one_before_it(folder: Path) -> None:
    document = opened(folder)
    baker, miller = document.ladder.families
    new = evolve(baker, id="cook", name="Cook")
    after = update(document, evolve(document.ladder, families=(baker, new, miller)))
    assert isinstance(after, FolderDocument)
    assert b"id: cook\r\n" in to_bytes(after.files[0].document)


def test_that_a_new_list_goes_to_the_file_with_most_entries(folder: Path) -> None:
    document = opened(folder)
    after = update(document, evolve(document.ladder, skills=({"id": "sql", "name": "SQL"},)))
    assert isinstance(after, FolderDocument)
    changed = [
        new.name
        for old, new in zip(document.files, after.files, strict=True)
        if old.document is not new.document
    ]
    assert changed == ["ladder.yaml"]


def test_that_another_order_moves_an_entity_to_another_file_and_says_so(folder: Path) -> None:
    document = opened(folder)
    baker, miller = document.ladder.families
    after = update(document, evolve(document.ladder, families=(miller, baker)))
    assert "who bakes" in after.text
    assert any("because the order of families follows" in notice for notice in after.notices)


def test_that_a_new_id_goes_into_every_file(folder: Path) -> None:
    document = opened(folder)
    after = update(document, evolve(document.ladder, id="tech"))
    assert after.text.count("id: tech\n") + after.text.count("id: tech\r\n") == len(FILES)


# -- which files belong to it ---------------------------------------------------------------------


def test_that_hidden_files_versions_and_other_files_are_left_out(folder: Path) -> None:
    put(
        folder,
        {
            ".hidden.yaml": b"laddereditor: 1\nid: other\n",
            ".git/x.yaml": b"laddereditor: 1\nid: other\n",
            "technology.versions/1.0.0.yaml": FILES["levels.yaml"],
            "notes.txt": b"laddereditor: 1\n",
            "ci.yml": b"jobs: {build: {}}\n",
        },
    )
    document = opened(folder)
    assert [one.name for one in document.files] == sorted(FILES)
    assert document.notices == (
        "1 other YAML file in the folder is not part of the ladder: ci.yml",
    )


def test_that_own_files_and_versions_of_a_folder_are_in_it(folder: Path) -> None:
    assert lock_path(folder) == folder / ".technology.yaml.lock"
    assert versions_folder(folder) == folder / "technology.versions"


def test_that_a_folder_without_a_ladder_says_so(tmp_path: Path) -> None:
    (only,) = faults(tmp_path)
    assert str(only).startswith(f"There is no ladder in the folder {tmp_path.name}")


def test_that_files_of_two_ladders_are_listed(folder: Path) -> None:
    put(folder, {"sales.yaml": b"laddereditor: 1\nid: sales\n"})
    (only,) = faults(folder)
    assert "2 ladders: “technology” in" in str(only)
    assert "“sales” in sales.yaml" in str(only)


def test_that_a_file_without_an_id_is_named(folder: Path) -> None:
    put(folder, {"more.yaml": b"laddereditor: 1\nfactors: []\n"})
    (only,) = faults(folder)
    assert "more.yaml has no id" in str(only)
    assert "'id: technology'" in str(only)


def test_that_what_is_in_two_files_is_a_fault_with_both_places(folder: Path) -> None:
    put(folder, {"more.yaml": f"{HEAD}name: Again\nlevels:\n- id: P2\n".encode()})
    name, level = faults(folder)
    assert name.place
    assert (name.place.file, name.place.line) == ("more.yaml", 3)
    assert name.line_text == "name: Again"
    assert str(name).startswith(
        "name: is in two files of the folder; the other one is in line 4 of"
    )
    assert level.place
    assert (level.place.file, level.place.line) == ("more.yaml", 5)
    assert "levels › P2: is in two files of the folder; the other one is in line 6 of" in str(level)


def test_that_a_broken_file_is_a_fault_with_its_place(folder: Path) -> None:
    put(folder, {"families/baker.yaml": f"{HEAD}families:\n- id: [\n".encode()})
    found = faults(folder)
    assert all(fault.place and fault.place.file == "families/baker.yaml" for fault in found)


@pytest.mark.skipif(os.name == "nt", reason="no pipes of this kind")
def test_that_a_pipe_is_left_out_and_named(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")
    assert "pipe.yaml" in opened(folder).notices[0]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_that_a_linked_folder_is_not_followed_and_a_linked_file_is(folder: Path) -> None:
    (folder / "again").symlink_to(folder)
    elsewhere = folder.parent / "skills.yaml"
    elsewhere.write_text(f"{HEAD}skills:\n- id: sql\n", "utf-8")
    (folder / "skills.yaml").symlink_to(elsewhere)
    read = open_ladder(folder)
    ladder = read.document.ladder
    skills = (evolve(ladder.skills[0], name="SQL"),)
    save_ladder(folder, update(read.document, evolve(ladder, skills=skills)), read.digest)
    assert (folder / "skills.yaml").is_symlink()
    assert "name: SQL" in elsewhere.read_text("utf-8")


def test_that_too_many_files_are_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MAX_FILES", 3)
    (only,) = faults(folder)
    assert "holds too many files" in str(only)


# -- saving ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["changed", "added", "removed"])
def test_that_a_save_over_what_others_did_is_refused(folder: Path, what: str) -> None:
    read = open_ladder(folder)
    if what == "changed":
        (folder / "levels.yaml").write_text(f"{HEAD}levels: []\n", "utf-8")
    elif what == "added":
        (folder / "new.yaml").write_text(HEAD, "utf-8")
    else:
        (folder / "levels.yaml").unlink()
    before = contents(folder)
    with pytest.raises(ChangedOnDisk):
        save_ladder(folder, update(read.document, _renamed(read.document)), read.digest)
    assert contents(folder) == before


def _renamed(document: Document) -> Ladder:
    assert isinstance(document, FolderDocument)
    return evolve(document.ladder, name="Renamed")


# -- who may read what ----------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_that_a_copy_is_no_more_open_than_the_files(folder: Path, tmp_path: Path) -> None:
    (folder / "families/baker.yaml").chmod(0o600)
    new = tmp_path / "copy.yaml"
    new.touch(0o600)
    no_more_open(str(new), [folder], SYSTEM)
    assert new.stat().st_mode & 0o777 == 0o600
    inside = folder / "technology.versions"
    inside.mkdir(0o700)
    open_folder_like(inside, folder, SYSTEM)
    assert inside.stat().st_mode & 0o777 == 0o700


def test_that_a_folder_that_others_are_built_from_is_kept_whole(folder: Path) -> None:
    base = read_base(folder)
    assert base.newest == opened(folder).ladder
    based_on = BasedOn(ladder="technology", digest=base.digest)
    keep_base(opened(folder))
    kept = read_kept_base(based_on)
    assert kept is not None
    assert kept.ladder == base.newest
