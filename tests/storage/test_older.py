"""Older files: converted in memory, comments and untouched lines as they were."""

from pathlib import Path

import pytest

from laddereditor.model.family import Profile
from laddereditor.model.ladder import FORMAT_VERSION
from laddereditor.model.level import Level
from laddereditor.storage.files.document import Document, read_bytes, read_text, update
from laddereditor.storage.files.ladder_files import digest_of, open_ladder, save_ladder
from laddereditor.storage.reading.faults import Fault, UnreadableLadder
from laddereditor.storage.reading.places import Place
from tests.storage.fixtures import STYLES
from tests.storage.helpers import changes, numstat, with_value

OLD = """\
# our ladder
laddereditor: 0   # from the first release
name: Old ladder

levels:
  - id: P1
    # asked in the survey
    years: 3-5  # agreed
    name: One
  - {id: P2, years: 10+, name: Two}
  - id: P3
    years:
# --- families
job_families:   # all of them
  # the first
  - id: a
    name: "A"
    profiles:
      - level: P1
        title: T   # here
        years: "2"
      - level: P2
        years: 2.5 – 4
"""
CHANGES = [
    "-laddereditor: 0   # from the first release",
    "+laddereditor: 1   # from the first release",
    "-    years: 3-5  # agreed",
    "+    experience: {min: 3, max: 5}  # agreed",
    "-  - {id: P2, years: 10+, name: Two}",
    "+  - {id: P2, experience: {min: 10}, name: Two}",
    "-    years:",
    "+    experience:",
    "-job_families:   # all of them",
    "+families:   # all of them",
    '-        years: "2"',
    "+        experience: {min: 2, max: 2}",
    "-        years: 2.5 – 4",
    "+        experience: {min: 2.5, max: 4}",
]


def fault(text: str) -> Fault:
    """Return the one fault of a text."""
    with pytest.raises(UnreadableLadder) as caught:
        read_text(text)
    (found,) = caught.value.faults
    return found


def years_of(document: Document) -> list[tuple[object, object] | None]:
    """Return the experience of each level and profile."""
    ladder = document.ladder
    found: list[Level | Profile] = [
        *ladder.levels,
        *(p for family in ladder.families for p in family.profiles),
    ]
    return [(years.min, years.max) if (years := one.experience) else None for one in found]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_that_only_the_lines_of_what_is_new_change(newline: str) -> None:
    text = OLD.replace("\n", newline)
    document = read_text(text)
    assert changes(text, document.text) == CHANGES
    assert document.text.count("\r") == text.count("\r")
    assert years_of(document) == [(3, 5), (10, None), None, (2, 2), (2.5, 4)]
    assert document.ladder.families[0].name == "A"
    assert document.ladder.laddereditor == FORMAT_VERSION


def test_that_the_person_is_notified_and_has_something_to_save() -> None:
    document = read_bytes(b"\xef\xbb\xbf" + OLD.encode())
    assert document.notices == (
        "This file is in an older format (0). It was converted to format 1 in memory; the file "
        "changes when you save.",
    )
    assert document.upgraded_from == 0
    assert document.encoding.mark and not document.read_only
    after = update(document, with_value(document.ladder, "name", "New"))
    assert (after.upgraded_from, after.notices) == (0, ())


def test_that_the_file_changes_when_it_is_saved_and_not_before(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_text(OLD, encoding="utf-8")
    opened = open_ladder(path)
    assert path.read_text(encoding="utf-8") == OLD
    assert opened.digest == digest_of(OLD.encode())
    save_ladder(path, opened.document, opened.digest)
    assert changes(OLD, path.read_text(encoding="utf-8")) == CHANGES
    again = open_ladder(path).document
    assert (again.upgraded_from, again.notices) == (None, ())
    assert again.ladder == opened.document.ladder


@pytest.mark.parametrize("style", STYLES)
def test_that_a_file_of_today_stays_and_its_older_form_comes_up_to_it(style: str) -> None:
    today = STYLES[style]
    document = read_text(today)
    assert (document.text, document.upgraded_from) == (today, None)
    old = today.replace('"laddereditor": "1"', '"laddereditor": "0"')
    old = old.replace("laddereditor: 1", "laddereditor: 0").replace("families", "job_families")
    old = old.replace('"experience": {"min": "1", "max": "3"}', '"years": "1-3"')
    raised = read_text(old)
    assert raised.upgraded_from == 0
    assert raised.ladder == document.ladder
    assert numstat(today, raised.text) <= (1, 1)  # the range has quotes of its own there


def test_that_a_range_over_two_lines_becomes_one() -> None:
    text = "laddereditor: 0\nlevels:\n- id: a\n  # why\n  years: >-\n    3\n    - 5\n  name: x\n"
    assert read_text(text).text == (
        "laddereditor: 1\nlevels:\n- id: a\n  # why\n  experience: {min: 3, max: 5}\n  name: x\n"
    )


def test_that_a_value_without_a_place_in_the_new_format_is_one_clear_fault() -> None:
    found = fault(OLD.replace("2.5 – 4", "some years").replace("name: One", "summary: [a]"))
    assert found.place == Place(23, 9)
    assert found.line_text == "        years: some years"
    assert str(found) == (
        "This file is in an older format (0) and cannot be converted to 1: 'years' should be a "
        "number of years such as 3, 3-5 or 10+, not 'some years'"
    )
    both = fault(OLD + "families: []\n")
    assert "'families' is the new name of 'job_families', and the file has both" in both.message
    assert both.place == Place(24, 1)


def test_that_other_faults_of_an_old_file_are_reported_as_usual() -> None:
    assert "should be a text, not a list" in fault(OLD.replace("name: One", "name: [One]")).message
    twice = fault(OLD.replace("name: One", "name: One\n    name: Uno"))
    assert "'name' is here twice; the first is in line 9" in str(twice)
    deep = fault(OLD + f"x: {'[' * 32}{']' * 32}\n")
    assert "More than 32 levels" in deep.message
    assert "tab" in fault(OLD.replace("    name: One", "\tname: One")).message


@pytest.mark.parametrize("version", ["-1", "one", "1.5", "", "0x0", "9" * 5000, "²"])
def test_that_a_format_that_never_was_is_reported(version: str) -> None:
    assert "laddereditor" in str(fault(f"laddereditor: {version}\nname: x\n"))


def test_that_what_cannot_be_spliced_is_reformatted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("laddereditor.storage.reading.upgrade_text.spliced_whole", lambda *_: None)
    document = read_text(OLD)
    assert years_of(document) == [(3, 5), (10, None), None, (2, 2), (2.5, 4)]
