"""Comments stay with what they are about, whatever is done to the list that they stand in."""

from random import Random

import pytest

from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.raw import to_raw
from laddereditor.storage.files.document import read_text, update
from laddereditor.storage.text.equal_values import same_in_file
from tests.storage.comment_rounds import rounds
from tests.storage.helpers import changes, edited, relaid, with_value, written

LIST = """\
laddereditor: 1
families:
  - id: a
    specialties:
        # about the list

      # about one
      - one  # behind one
      # about two
      - >-  # behind two
          two
        # deeper: of two
      - three
        # of three
      # behind the list
    name: A
"""
SPECIALTIES = Address("families/a/specialties")


@pytest.mark.parametrize("held", [False, True])
@pytest.mark.parametrize("seed", range(12))
def test_that_random_edits_lose_no_comment(seed: int, held: bool) -> None:
    for one in rounds(Random(40_000 + seed), 6, held):
        assert one.faults == [], f"{one.name}:\n{one.before}\n-----\n{one.after}"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (["one", "two", "three", "new"], ["+      - new"]),
        (["new", "one", "two", "three"], ["+      - new"]),
        (["one", "new", "two", "three"], ["+      - new"]),
        (
            ["one", "three"],
            [
                "-      # about two",
                "-      - >-  # behind two",
                "-          two",
                "-        # deeper: of two",
            ],
        ),
        (["one", "two"], ["-      - three", "-        # of three"]),
        (["two", "three"], ["-      # about one", "-      - one  # behind one"]),
        ([], ["-    specialties:"]),
    ],
)
def test_that_only_the_comments_of_what_goes_go(value: list[str], expected: list[str]) -> None:
    after = changes(LIST, edited(LIST, SPECIALTIES, value))
    assert after == expected or (not value and expected[0] in after)


def test_that_moving_takes_all_comments_of_an_item_along() -> None:
    after = edited(LIST, SPECIALTIES, ["three", "one", "two"])
    assert after.index("# about the list") < after.index("- three") < after.index("# of three")
    assert after.index("# of three") < after.index("# about one") < after.index("- one  # behind")
    assert after.index("# about two") < after.index("# deeper: of two")
    assert after.index("# deeper: of two") < after.index("# behind the list")
    assert sorted(after.split()) == sorted(LIST.split())


def test_that_a_comment_behind_the_last_field_goes_with_its_record_alone() -> None:
    text = (
        "laddereditor: 1\nskills:\n- id: a\n  name: A\n  # of a\n- id: b\n  name: B\n  # of b\n"
        "# the families\nfamilies:\n- id: x\n"
    )
    ladder = read_text(text).ladder
    a, b = ladder.skills
    after = written(read_text(text), evolve(ladder, skills=(b, a))).text
    assert after.index("# of b") < after.index("id: a") < after.index("# of a")
    assert after.index("# of a") < after.index("# the families")
    assert changes(text, written(read_text(text), evolve(ladder, skills=(a,))).text) == [
        "-- id: b",
        "-  name: B",
        "-  # of b",
    ]
    without = written(read_text(text), evolve(ladder, skills=(b,))).text
    assert "# of a" not in without and "# of b" in without


BRACKETS = """\
laddereditor: 1
families:
  - id: a
    specialties: [  # head
      # about one
      one,  # behind one
      # about two
      two  # behind two
      # foot
    ]
"""


@pytest.mark.parametrize("value", [["two", "one"], ["one", "new", "two"], ["one", "two", "new"]])
def test_that_comments_in_brackets_stay_with_their_item(value: list[str]) -> None:
    after = edited(BRACKETS, SPECIALTIES, value)
    lines = [line.strip().replace(",", "") for line in after.splitlines()]
    for name in ("one", "two"):
        place = lines.index(f"{name}  # behind {name}")
        assert lines[place - 1] == f"# about {name}"
    assert "# foot" in lines[-2] and lines[3].endswith("[  # head")


def test_that_a_statement_moved_into_brackets_or_out_of_them_keeps_its_comments() -> None:
    text = BRACKETS + "  - id: b\n    specialties:\n      # about three\n      - three  # behind\n"
    document = read_text(text)
    a, b = document.ladder.families
    into = (evolve(a, specialties=("three", *a.specialties)), evolve(b, specialties=()))
    after = written(document, evolve(document.ladder, families=into)).text
    assert after.index("# about three") < after.index("# behind\n") < after.index("three,")
    out = (evolve(a, specialties=("two",)), evolve(b, specialties=("one", "three")))
    after = written(document, evolve(document.ladder, families=out)).text
    assert after.index("id: b") < after.index("# about one") < after.index("- one")
    assert after.count("# behind one") == 1


KEEPS = """\
laddereditor: 1
families:
  - id: a
    notes: |+
      kept


  - id: b

  - id: c

# the end
"""


@pytest.mark.parametrize("order", ["abc", "bac", "bca", "cab", "ba", "a", "ca"])
def test_that_a_record_whose_text_keeps_blank_lines_moves(order: str) -> None:
    document = read_text(KEEPS)
    families = {family.id: family for family in document.ladder.families}
    ladder = evolve(document.ladder, families=tuple(families[name] for name in order))
    after = update(document, ladder)
    assert not relaid(after)
    assert same_in_file(ladder, read_text(after.text).ladder)
    assert after.text.endswith("# the end\n")


def test_that_a_text_that_becomes_a_group_keeps_its_comments() -> None:
    text = (
        "laddereditor: 1\nfamilies:\n- id: a\n  profiles:\n  - level: P1\n"
        "    responsibilities:\n    -\n      # above\n      'one'  # behind\n    - |  # header\n"
        "      two\n"
    )
    place = "families/a/P1/responsibilities"
    one = {"text": "one", "examples": ["x"]}
    after = edited(text, place, [one, {"text": "two", "examples": ["y"]}])
    assert all(each in after for each in ("# above", "# behind", "# header"))
    assert after.index("# above") < after.index("# behind") < after.index("examples:")
    assert "text: two  # header\n" in after


def test_that_what_went_with_an_edit_is_reported() -> None:
    document = read_text(LIST)
    after = update(document, with_value(document.ladder, SPECIALTIES, ["one", "three"]))
    assert after.removed_comments == ("# about two", "# behind two", "# deeper: of two")
    assert "3 comments" in after.notices[0] and "# about two" in after.notices[0]
    again = update(after, with_value(after.ladder, "families/a/name", "B"))
    assert again.removed_comments == () and again.notices == ()


def test_that_a_programming_error_is_not_taken_for_a_layout(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("a mistake")

    for name in ("edit_lines", "edit_record"):
        monkeypatch.setattr(f"laddereditor.storage.text.update.{name}", broken)
    document = read_text(LIST)
    with pytest.raises(KeyError):
        update(document, with_value(document.ladder, "families/a/name", "B"))


def test_that_a_profile_moved_and_changed_at_once_keeps_its_comments() -> None:
    text = (
        "laddereditor: 1\nfamilies:\n- id: a\n  profiles:\n  # about P1\n  - level: P1\n"
        "    title: T  # agreed\n    summary: S\n- id: b\n"
    )
    document = read_text(text)
    raw = to_raw(document.ladder)
    profile = raw["families"][0].pop("profiles")[0]
    raw["families"][1]["profiles"] = [{**profile, "summary": "Other"}]
    after = written(document, type(document.ladder).model_validate(raw)).text
    assert after.index("id: b") < after.index("# about P1") < after.index("# agreed")
    assert "summary: Other" in after


def test_that_a_comment_below_does_not_become_a_line_of_a_new_block() -> None:
    text = (
        "laddereditor: 1\nlevels:\n- id: a\n  name: one  # behind\n      # deeper\n  summary: S\n"
        "- id: b\n"
    )
    after = edited(text, "levels/a/name", "one\ntwo")
    assert "# behind\n      # deeper\n  summary: S\n" in after


def test_that_the_last_entry_of_a_file_without_a_final_line_end_can_go() -> None:
    text = "laddereditor: 1\n# why\nname: x\n# about the families\nfamilies: [{id: a}]"
    document = read_text(text)
    after = written(document, evolve(document.ladder, families=()))
    assert after.text == "laddereditor: 1\n# why\nname: x"


def test_that_a_text_that_keeps_blank_lines_takes_none_when_what_is_below_it_goes() -> None:
    text = (
        "laddereditor: 1\nfamilies:\n- id: a\n  specialties:\n  - |+\n    kept\n\n"
        "  # about the notes\n  notes: N\n\n- id: b\n"
    )
    document = read_text(text)
    first, second = document.ladder.families
    ladder = evolve(document.ladder, families=(evolve(first, notes=""), second))
    after = update(document, ladder)
    assert read_text(after.text).ladder == ladder
